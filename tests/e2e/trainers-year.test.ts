import { afterAll, beforeAll, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { editionIdSchema } from '../../domain/ids.ts';
import { type Application, openApplication } from './support/application.ts';
import { openClient } from './support/client.ts';
import { createStoryClock } from './support/story-clock.ts';
import { tellScreenOnFailure } from './support/tell-screen.ts';
import { entrepreneurs, five, lines, marta, prepareOffice } from './support/trainers-office.ts';

const clock = createStoryClock('2026-02-16');

let application: Application;
beforeAll(async () => {
  application = await openApplication(undefined, undefined, clock);
});
afterAll(() => application.close());

const button = (name: string | RegExp) => application.page.getByRole('button', { name });
const field = (name: string | RegExp) => application.page.getByRole('textbox', { name });
const heading = (name: string | RegExp) => application.page.getByRole('heading', { name, level: 1 });
const dialog = () => application.page.getByRole('dialog');
const text = (words: string | RegExp) => application.page.getByText(words).first();
const participants = () => application.page.getByRole('grid', { name: 'Participantes de la edición' });
const main = () => application.page.getByRole('main');
const client = () => openClient(application);

async function go(address: string, title: string | RegExp) {
  await application.page.goto(new URL(address, application.page.url()).href);
  await heading(title).waitFor();
}

interface PlannedEdition {
  course: string;
  capacity: number;
  startsOn: string;
  endsOn: string;
  /** The first leads, the others assist. */
  trainers: readonly string[];
}

async function fillInEdition({ course, capacity, startsOn, endsOn, trainers }: PlannedEdition) {
  const { page } = application;
  await go('/ediciones/nueva', 'Nueva edición');
  await page.getByRole('combobox', { name: 'Curso' }).click();
  await page.getByRole('option', { name: course }).click();
  await expect.poll(() => field('Código').inputValue()).toMatch(/^(TOT|PAN)-202\d-\d\d$/);
  await application.page.getByRole('combobox', { name: 'Lugar' }).fill('Casa Municipal de Cultura');
  await field('Cupos').fill(String(capacity));
  await field('Comienza').fill(startsOn);
  await field('Termina').fill(endsOn);
  for (const name of trainers) await addTrainer(name);
}

async function addTrainer(name: string) {
  await field('Añadir capacitador o capacitadora').fill(name);
  await application.page.getByRole('option', { name }).click();
  await button(`Quitar a ${name}`).waitFor();
}

async function createEdition(edition: PlannedEdition) {
  await fillInEdition(edition);
  return submitEdition();
}

/** Answers the address of the edition that was made. */
async function submitEdition(): Promise<string> {
  const { page } = application;
  await button('Crear edición').click();
  await page.getByRole('navigation', { name: 'Partes de la edición' }).waitFor();
  return new URL(page.url()).pathname;
}

/** Brings a list into the edition on screen; answers what the button said it would do. */
async function importList(name: string, list: readonly string[], promise: string) {
  const { page } = application;
  await button('Importar una lista').click();
  const content = ['Apellidos;Nombres;CI', ...list].join('\n');
  const file = { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
  await page.locator('input[type=file]').setInputFiles(file);
  await button(promise).click();
  await page.getByRole('link', { name: 'Ver la edición' }).click();
  await participants().waitFor();
}

/** Everyone who has a seat came to both of its sessions: typed by nobody here. */
async function holdSessions(edition: string, days: readonly string[]) {
  const editionId = editionIdSchema.parse(edition.split('/').at(-1));
  const api = await client();
  const drafts = days.map((day) => ({
    date: calendarDateSchema.parse(day),
    startsAt: '14:00',
    minutes: 240,
    room: null,
    topic: null,
    moduleId: null,
  }));
  const { sessions } = await api.sessions.plan({ editionId, drafts });
  // The window hears of it a moment later; before, it would send whoever starts to plan sessions.
  await application.page.getByRole('link', { name: `Sesiones ${days.length}` }).waitFor();
  await button('Iniciar').click();
  await button('Cerrar edición').waitFor();
  const seated = (await api.enrolments.list({ editionId })).filter(({ status }) => status === 'enrolled');
  const changes = sessions.flatMap(({ id: sessionId }) =>
    seated.map(({ id: enrolmentId }) => ({ sessionId, enrolmentId, mark: 'P' as const })),
  );
  await api.attendance.mark({ changes });
}

async function closeEdition(edition: string) {
  await go(`${edition}/cierre`, /^Cierre de /);
  await button('Cerrar edición').click();
  await text(/está cerrada/).waitFor();
}

/** The lines of a table on screen. */
async function readRows(label: string): Promise<string[]> {
  const rows = application.page.getByRole('grid', { name: label, exact: true }).locator('tbody tr');
  await rows.first().waitFor();
  return rows.allInnerTexts();
}

const toLine = (row: string) => row.split('\t').map((cell) => cell.trim());

/** The five went through a training by Marta, and Marta accredits them, as the coordinator writes down. */
async function trainAndAccredit() {
  const { page } = application;
  const training = await createEdition({
    course: 'Formación de capacitadores',
    capacity: 5,
    startsOn: '12/2/2026',
    endsOn: '13/2/2026',
    trainers: [marta],
  });
  await importList('formacion.csv', lines(Object.values(five), 3_100_001), 'Inscribir 5 personas');
  await button('Abrir inscripción').click();
  await holdSessions(training, ['2026-02-12', '2026-02-13']);
  await closeEdition(training);

  await go('/capacitadores?status=candidate', 'Capacitadores');
  const ready = 'Cumple lo que se pide; solo falta la acreditación';
  expect((await readRows('Capacitadores')).map(toLine)).toEqual(
    Object.values(five)
      .toSorted()
      .map((name) => [name, 'Panadería y costos', 'Capacitador/a', 'Candidata/o', ready]),
  );
  for (const name of Object.values(five)) {
    await go('/capacitadores', 'Capacitadores');
    await page.getByRole('row').filter({ hasText: name }).click();
    const card = page.getByRole('article', { name: 'Panadería y costos · capacitador/a' });
    await card.getByRole('button', { name: 'Acreditar', exact: true }).click();
    await dialog().getByRole('combobox', { name: 'Quién acredita' }).click();
    await page.getByRole('option', { name: marta }).click();
    await dialog().getByRole('button', { name: 'Acreditar', exact: true }).click();
    await dialog().waitFor({ state: 'hidden' });
    await card.getByText('Acreditada/o', { exact: true }).waitFor();
    await card.getByText(`Acreditó ${marta} el 16 de febrero de 2026`).waitFor();
  }
}

/** Two of them teach, each with another of the five beside them: forty people, for whom one place is too small. */
async function teachForty() {
  const roomy = await createEdition({
    course: 'Panadería y costos',
    capacity: 20,
    startsOn: '3/8/2026',
    endsOn: '4/8/2026',
    trainers: [five.alicia, five.carla],
  });
  await importList('vinto.csv', lines(entrepreneurs.slice(0, 20), 4_200_001), 'Inscribir 20 personas');
  await button('Abrir inscripción').click();
  await text('20 de 20 cupos').waitFor();
  await holdSessions(roomy, ['2026-08-03', '2026-08-04']);
  await closeEdition(roomy);

  const narrow = await createEdition({
    course: 'Panadería y costos',
    capacity: 18,
    startsOn: '3/8/2026',
    endsOn: '4/8/2026',
    trainers: [five.bruno, five.dante],
  });
  await importList(
    'mizque.csv',
    lines(entrepreneurs.slice(20), 5_300_001),
    'Inscribir 18 personas, 2 en espera',
  );
  await button('Abrir inscripción').click();
  await watchWaitingList();
  await holdSessions(narrow, ['2026-08-03', '2026-08-04']);
  await closeEdition(narrow);
}

/** Somebody of the eighteen withdraws: the first who waits moves up, the second becomes the first. */
async function watchWaitingList() {
  const { page } = application;
  const [seated, first, second] = [entrepreneurs[20], entrepreneurs[38], entrepreneurs[39]];
  const given = (name = '') => name.split(', ').toReversed().join(' ');
  const showWaiting = async (count: number) => {
    await page.getByRole('radio', { name: `En espera ${count}` }).check();
    const rows = await readRows('Participantes de la edición');
    return rows.map(toLine).map((cells) => [cells[1], cells.find((cell) => cell.startsWith('En espera'))]);
  };
  await text('18 de 18 cupos').waitFor();
  expect(await showWaiting(2)).toEqual([
    [first, 'En espera, lugar 1'],
    [second, 'En espera, lugar 2'],
  ]);
  await page.getByRole('radio', { name: /^Todas/ }).check();
  await button(`Acciones para ${given(seated)}`).click();
  await page.getByRole('menuitem', { name: 'Registrar su retiro…' }).click();
  await dialog().getByRole('textbox', { name: 'Motivo' }).fill('Se mudó a Oruro');
  await dialog().getByRole('button', { name: 'Registrar el retiro' }).click();
  await text(
    `Se registró el retiro de ${given(seated)}. Pasa de la lista de espera: ${given(first)}.`,
  ).waitFor();
  expect(await showWaiting(1)).toEqual([[second, 'En espera, lugar 1']]);
}

const why = 'No dictó ninguna edición en doce meses: venció el 16 de febrero de 2027';

/** Elsa taught nobody for a year: the first page, her own and the cascade say so, and why; of the others nothing. */
async function findWhatLapsed() {
  const { page } = application;
  // The window opens where it was left.
  await page.getByRole('link', { name: 'Hoy' }).click();
  await heading('Hoy, lunes 22 de febrero').waitFor();
  const tasks = main().getByRole('listitem').filter({ hasText: 'acreditación' });
  await tasks.first().waitFor();
  expect((await tasks.allInnerTexts()).map((task) => task.split('\n'))).toEqual([
    [`Venció la acreditación de ${five.elsa} para Panadería y costos.`, `${why}.`, 'Renovar'],
  ]);
  await tasks.getByRole('link', { name: 'Renovar' }).click();

  await heading('Elsa Vargas Peña').waitFor();
  const card = page.getByRole('article', { name: 'Panadería y costos · capacitador/a' });
  await card.getByText('Vencida/o', { exact: true }).waitFor();
  await card.getByText(why, { exact: true }).waitFor();
  await card.getByText('Falta: dictar 1 edición cada doce meses').waitFor();

  await go('/capacitadores', 'Capacitadores');
  const standing = (await readRows('Capacitadores'))
    .map(toLine)
    .map(([name, , level, ...rest]) => [name, level, ...rest]);
  const taught = ['Acreditada/o', 'Desde el 16 de febrero de 2026; vale hasta el 4 de agosto de 2027'];
  expect(new Map(standing.map(([name, level, ...rest]) => [`${name} ${level}`, rest]))).toEqual(
    new Map([
      [`${five.elsa} Capacitador/a`, ['Vencida/o', why]],
      ...[five.alicia, five.bruno, five.carla, five.dante].map(
        (name) => [`${name} Capacitador/a`, taught] as const,
      ),
      [
        `${marta} Maestro/a`,
        ['Acreditada/o', 'Desde el 2 de febrero de 2026; vale hasta el 2 de febrero de 2029'],
      ],
    ]),
  );
}

/** Of Marta's cascade the table and the drawing beside it tell of each of the five how they stand, and of Elsa why. */
async function readCascade() {
  const { page } = application;
  await page.getByRole('row').filter({ hasText: 'Maestro/a' }).click();
  await heading('Marta Céspedes Rojas').waitFor();
  await button('Ver la cascada').click();
  await heading('Cascada de Marta Céspedes Rojas').waitFor();
  await button(/^Plegar todo/).click();
  await button(`Desplegar a ${marta}`).click();
  const people = page.getByRole('treegrid', { name: 'Persona por persona' }).locator('tbody tr[aria-level]');
  await expect.poll(() => people.count()).toBe(6);
  const shown = await people.evaluateAll((rows) =>
    rows.map((row) => [
      row.querySelector('a')?.textContent,
      row.querySelector('[role=img]')?.getAttribute('aria-label'),
      ...[...row.querySelectorAll('td')].map((cell) => cell.textContent),
    ]),
  );
  const taught = 'Acreditada/o: Desde el 16 de febrero de 2026; vale hasta el 4 de agosto de 2027';
  expect(shown).toEqual([
    [marta, 'Acreditada/o: Desde el 2 de febrero de 2026; vale hasta el 2 de febrero de 2029', '', '5', '43'],
    [five.bruno, taught, 'TOT-2026-01', '18', '18'],
    [five.alicia, taught, 'TOT-2026-01', '20', '20'],
    [five.carla, taught, 'TOT-2026-01', '–', '–'],
    [five.elsa, `Vencida/o: ${why}`, 'TOT-2026-01', '–', '–'],
    [five.dante, taught, 'TOT-2026-01', '–', '–'],
  ]);
  await page.getByLabel('Buscar en la cascada').fill('elsa');
  await text('1 persona; Enter la muestra').waitFor();
  await page.keyboard.press('Enter');
  const chosen = page.getByRole('tree', { name: 'Dibujo de la cascada' }).getByRole('treeitem');
  await expect
    .poll(() => chosen.innerText())
    .toBe(
      `${five.elsa}: vencida/o. ${why}. Recibió la formación de ${marta} en TOT-2026-01 (Formación de capacitadores, 13/2/2026).`,
    );
}

const next: PlannedEdition = {
  course: 'Panadería y costos',
  capacity: 20,
  startsOn: '8/3/2027',
  endsOn: '9/3/2027',
  trainers: [five.elsa],
};
const notAccredited = `${five.elsa} no tiene acreditación vigente para dirigir esta edición.`;

async function changeUser(name: string) {
  const { page } = application;
  await page
    .getByRole('banner')
    .getByRole('button', { name: /Rosa Quispe|Beto Ayma/ })
    .click();
  await page.getByRole('menuitem', { name: 'Cerrar sesión' }).click();
  await button(new RegExp(`^${name}`)).click();
  await heading(/^Hoy/).waitFor();
}

/** A registrar is refused whoever lapsed, and may name who did not; a coordinator has to say why. */
async function nameLapsedLead() {
  const { page } = application;
  await changeUser('Beto Ayma');
  await fillInEdition(next);
  await text(
    `${notAccredited} ${why}. Elija a otra persona, póngala de apoyo o pida a quien coordina`,
  ).waitFor();
  expect(await field(/^Motivo para que dirija/).count()).toBe(0);
  await button('Crear edición').click();
  await text(
    `${notAccredited} Elija a otra persona, póngala de apoyo, o que quien coordina escriba su motivo.`,
  ).waitFor();
  expect(new URL(page.url()).pathname).toBe('/ediciones/nueva');
  expect(await (await client()).editions.list({ courseId: null })).toHaveLength(3);
  await button(`Quitar a ${five.elsa}`).click();
  await addTrainer(five.alicia);
  await submitEdition();
  expect(await main().getByText('sin acreditación vigente').count()).toBe(0);

  await changeUser('Rosa Quispe');
  await fillInEdition(next);
  await button('Crear edición').click();
  await text(`${notAccredited} Elija a otra persona, póngala de apoyo, o que quien coordina`).waitFor();
  await field(`Motivo para que dirija ${five.elsa}`).fill('Nadie más está libre en marzo');
  await submitEdition();
  await text(
    `Elsa Vargas Peña dirige sin acreditación vigente, por decisión de la coordinación: Nadie más está libre en marzo`,
  ).waitFor();
}

test('five are accredited by a training, two teach forty, and after a year whoever taught nobody may lead only by a word', async () => {
  tellScreenOnFailure('the window', () => application);
  await button(/Configurar mi oficina/).waitFor();
  await prepareOffice(await client());
  await application.page.reload();
  await heading('Hoy, lunes 16 de febrero').waitFor();
  await trainAndAccredit();
  await application.restart(() => clock.leapTo('2026-08-05'));
  await button(/^Rosa Quispe/).click();
  await teachForty();
  await application.restart(() => clock.leapTo('2027-02-22'));
  await button(/^Rosa Quispe/).click();
  await findWhatLapsed();
  await readCascade();
  await nameLapsedLead();
  // A browser writes down whatever is refused: it was once to the registrar and once to the coordinator.
  const refused = expect.stringMatching(/status of 409 \(Conflict\) \S+\/rpc\/editions\/create$/);
  expect(application.faults).toEqual({
    consoleErrors: [refused, refused],
    policyViolations: [],
    foreignRequests: [],
  });
});
