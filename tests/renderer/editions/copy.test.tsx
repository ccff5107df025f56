import { afterEach, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

afterEach(() => sessionStorage.clear());

const day = (date: string) => calendarDateSchema.parse(date);

/** An edition of 2027 that met on two Mondays in the morning, with a trainer and a room. */
async function createOld() {
  const client = await createDemoClient();
  const course = (await client.courses.list()).find(({ code }) => code === 'NEG');
  const [person] = await client.people.search({ text: 'mamani', limit: 1 });
  if (course === undefined || person === undefined) throw new Error('the invented office has both');
  const old = await client.editions.create({
    courseId: course.id,
    code: 'NEG-VIEJA',
    place: 'Salón municipal',
    room: 'Aula 1',
    startsOn: day('2027-06-14'),
    endsOn: day('2027-06-30'),
    capacity: 17,
    attendancePolicy: { latesPerAbsence: 4, leave: 'absent' },
    notes: null,
    trainers: [{ personId: person.id, role: 'assistant' }],
  });
  for (const date of ['2027-06-14', '2027-06-28']) {
    const draft = {
      date: day(date),
      startsAt: '08:30',
      minutes: 180,
      room: null,
      topic: null,
      moduleId: null,
    };
    await client.sessions.create({ editionId: old.id, draft });
  }
  return { client, old, person };
}

test('an edition is duplicated with all but its code; its end follows its start, its sessions the old rhythm', async () => {
  const { client, old, person } = await createOld();
  const screen = await renderApp(client, `/ediciones/${old.id}`);
  await screen.getByRole('button', { name: 'Más acciones' }).click();
  await screen.getByRole('menuitem', { name: 'Duplicar la edición' }).click();
  await expect.element(screen.getByRole('heading', { name: 'Duplicar NEG-VIEJA' })).toBeVisible();
  await expect.element(screen.getByRole('textbox', { name: /^Código/ })).not.toHaveValue('');
  await screen.getByRole('textbox', { name: /^Comienza/ }).fill('5/7/2027');
  await expect.element(screen.getByRole('textbox', { name: /^Termina/ })).toHaveValue('21/7/2027');
  await screen.getByRole('button', { name: 'Crear edición' }).click();
  const dialog = screen.getByRole('dialog', { name: 'Planificar por semana' });
  await expect.element(dialog.getByRole('checkbox', { name: 'lun' })).toBeChecked();
  await expect.element(dialog.getByLabelText('de', { exact: true })).toHaveValue('08:30');
  await expect.element(dialog.getByLabelText('a', { exact: true })).toHaveValue('11:30');
  await dialog.getByRole('button', { name: /^Crear \d+ sesiones$/ }).click();
  await expect.element(screen.getByText(/^Se crearon \d+ sesiones/)).toBeVisible();
  const copy = (await client.editions.list({ courseId: old.courseId })).find(
    ({ id, startsOn }) => id !== old.id && startsOn === '2027-07-05',
  );
  if (copy === undefined) throw new Error('there is a copy');
  expect(await client.editions.get({ editionId: copy.id })).toMatchObject({
    status: 'planned',
    place: 'Salón municipal',
    room: 'Aula 1',
    endsOn: '2027-07-21',
    capacity: 17,
    attendancePolicy: { latesPerAbsence: 4, leave: 'absent' },
    trainers: [{ personId: person.id, role: 'assistant' }],
  });
  const sessions = await client.sessions.list({ editionId: copy.id });
  expect(sessions[0]).toMatchObject({ date: '2027-07-05', startsAt: '08:30', minutes: 180 });
});

test('a copy that is not made after all leads back to the edition', async () => {
  const { client, old } = await createOld();
  const screen = await renderApp(client, `/ediciones/nueva?copyOf=${old.id}`);
  await screen.getByRole('button', { name: 'Cancelar' }).click();
  await expect.element(screen.getByText('NEG-VIEJA')).toBeVisible();
  await expect.element(screen.getByRole('button', { name: 'Más acciones' })).toBeVisible();
});
