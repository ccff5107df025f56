import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

const day = (date: string) => calendarDateSchema.parse(date);

/** Somebody teaches on Monday 14 June 2027 in room 2, and is to teach another edition of 16 hours, in room 1. */
async function teachTwice() {
  const client = await createDemoClient();
  const course = (await client.courses.list()).find(({ code }) => code === 'NEG');
  const [person] = await client.people.search({ text: 'mamani', limit: 1 });
  if (course === undefined || person === undefined) throw new Error('the invented office has both');
  const create = (code: string, room: string) =>
    client.editions.create({
      courseId: course.id,
      code,
      place: 'Casa Municipal',
      room,
      startsOn: day('2027-06-14'),
      endsOn: day('2027-07-30'),
      capacity: 20,
      attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
      notes: null,
      trainers: [{ personId: person.id, role: 'assistant' }],
    });
  const taught = await create('NEG-OTRA', 'Aula 2');
  const edition = await create('NEG-ESTA', 'Aula 1');
  const session = {
    date: day('2027-06-14'),
    startsAt: '15:00',
    minutes: 60,
    room: null,
    topic: null,
    moduleId: null,
  };
  await client.sessions.create({ editionId: taught.id, draft: session });
  return { client, editionId: edition.id, session };
}

describe('who teaches elsewhere at that hour, and a room that is taken', () => {
  test('are told while a session is written, which can be saved all the same', async () => {
    const { client, editionId } = await teachTwice();
    const screen = await renderApp(client, `/ediciones/${editionId}/sesiones`);
    await screen.getByRole('button', { name: 'Añadir sesión' }).click();
    const dialog = screen.getByRole('dialog');
    const clash = dialog.getByText(/^Mamani .*: lunes 14 de junio, de 15:00 a 16:00 \(NEG-OTRA\)$/);
    await expect.element(clash).toBeVisible();
    await dialog.getByRole('combobox', { name: 'Ambiente' }).fill('aula 2');
    await expect.element(dialog.getByText(/^Aula 2: lunes 14 de junio/)).toBeVisible();
    await dialog.getByRole('textbox', { name: /^Hora/ }).fill('16:00');
    await expect.element(clash).not.toBeInTheDocument();
    await dialog.getByRole('textbox', { name: /^Hora/ }).fill('15:30');
    await dialog.getByRole('button', { name: 'Guardar' }).click();
    await expect.element(dialog).not.toBeInTheDocument();
    const [saved] = await client.sessions.list({ editionId });
    expect(saved).toMatchObject({ startsAt: '15:30', room: 'aula 2' });
  });

  test('leave out the day of a plan, which can be put in by hand', async () => {
    const { client, editionId } = await teachTwice();
    const screen = await renderApp(client, `/ediciones/${editionId}/sesiones`);
    await screen.getByRole('button', { name: 'Planificar por semana' }).click();
    const dialog = screen.getByRole('dialog');
    await dialog.getByText('lun', { exact: true }).click();
    const busy = dialog.getByRole('listitem').filter({ hasText: 'lunes 14 de junio' });
    await expect.element(busy.getByText(/^Ocupado: .*\(NEG-OTRA, 15:00\)$/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Pasar clases el lunes 14 de junio' }).click();
    await expect.element(dialog.getByRole('button', { name: 'Saltar el lunes 14 de junio' })).toBeVisible();
    await expect.element(busy.getByText(/^Ocupado: /)).toBeVisible();
  });

  test('are told in the form of an edition, of the sessions that it has', async () => {
    const { client, editionId, session } = await teachTwice();
    await client.sessions.create({ editionId, draft: session });
    const screen = await renderApp(client, `/ediciones/${editionId}/editar`);
    await expect.element(screen.getByText(/^Mamani .*, de 15:00 a 16:00 \(NEG-OTRA\)$/)).toBeVisible();
    await screen.getByRole('button', { name: /^Quitar a / }).click();
    await expect.element(screen.getByText('Se cruza con otra sesión')).not.toBeInTheDocument();
    await screen.getByRole('combobox', { name: 'Ambiente' }).fill('Aula 2');
    await expect.element(screen.getByText(/^Aula 2: lunes 14 de junio/)).toBeVisible();
  });
});
