import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

afterEach(() => sessionStorage.clear());

const day = (date: string) => calendarDateSchema.parse(date);

/** An edition of 16 hours in June 2027, with the dialog for its sessions open. */
async function openPlan() {
  const client = await createDemoClient();
  const course = (await client.courses.list()).find(({ code }) => code === 'NEG');
  if (course === undefined) throw new Error('the invented office has the course');
  const { id: editionId } = await client.editions.create({
    courseId: course.id,
    code: 'NEG-PLAN',
    place: 'Salón municipal',
    room: null,
    startsOn: day('2027-06-14'),
    endsOn: day('2027-07-30'),
    capacity: 20,
    attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
    notes: null,
    trainers: [],
  });
  const screen = await renderApp(client, `/ediciones/${editionId}/sesiones`);
  await screen.getByRole('button', { name: 'Planificar por semana' }).click();
  return { client, editionId, screen, dialog: screen.getByRole('dialog') };
}

const datesOf = async (
  client: ServiceClient,
  editionId: Parameters<ServiceClient['sessions']['list']>[0]['editionId'],
) =>
  (await client.sessions.list({ editionId })).map(({ date, startsAt, minutes }) => [date, startsAt, minutes]);

describe('the sessions of a week', () => {
  test('are shown with the days left out before they are made, and undone at once', async () => {
    const { client, editionId, screen, dialog } = await openPlan();
    await expect.element(dialog.getByText(/^Elija los días de la semana/)).toBeVisible();
    await dialog.getByText('lun', { exact: true }).click();
    const holiday = dialog.getByRole('listitem').filter({ hasText: 'lunes 21 de junio' });
    await expect.element(holiday.getByText('Año Nuevo Andino Amazónico')).toBeVisible();
    await expect.element(dialog.getByText('16 de 16 horas')).toBeVisible();
    await dialog.getByRole('button', { name: 'Crear 4 sesiones' }).click();
    await expect.element(screen.getByText('Se crearon 4 sesiones.')).toBeVisible();
    expect(await datesOf(client, editionId)).toEqual([
      ['2027-06-14', '14:00', 240],
      ['2027-06-28', '14:00', 240],
      ['2027-07-05', '14:00', 240],
      ['2027-07-12', '14:00', 240],
    ]);
    await screen.getByRole('button', { name: 'Deshacer' }).click();
    await expect.element(screen.getByText('Todavía no hay sesiones')).toBeVisible();
    expect(await datesOf(client, editionId)).toEqual([]);
  });

  test('have hours of their own each day; days are put in and taken out by hand', async () => {
    const { client, editionId, screen, dialog } = await openPlan();
    await dialog.getByText('lun', { exact: true }).click();
    await dialog.getByText('mié', { exact: true }).click();
    const wednesday = dialog.getByRole('group', { name: 'mié' });
    await wednesday.getByLabelText('de', { exact: true }).fill('8');
    await wednesday.getByLabelText('a', { exact: true }).fill('12.30');
    await dialog.getByRole('button', { name: 'Pasar clases el lunes 21 de junio' }).click();
    await dialog.getByRole('button', { name: 'Saltar el miércoles 16 de junio' }).click();
    await expect.element(dialog.getByText('Saltado a mano')).toBeVisible();
    await dialog.getByRole('button', { name: 'Crear 4 sesiones' }).click();
    await expect.element(screen.getByText('Se crearon 4 sesiones.')).toBeVisible();
    expect(await datesOf(client, editionId)).toEqual([
      ['2027-06-14', '14:00', 240],
      ['2027-06-21', '14:00', 240],
      ['2027-06-23', '08:00', 270],
      ['2027-06-28', '14:00', 210],
    ]);
  });

  test('are not made of hours that end before they begin, which is said at the hour', async () => {
    const { client, editionId, dialog } = await openPlan();
    await dialog.getByText('mar', { exact: true }).click();
    await dialog.getByLabelText('a', { exact: true }).fill('13:00');
    await userEvent.keyboard('{Enter}');
    await expect.element(dialog.getByText('La sesión dura de 15 minutos a 12 horas')).toBeVisible();
    expect(await datesOf(client, editionId)).toEqual([]);
  });
});
