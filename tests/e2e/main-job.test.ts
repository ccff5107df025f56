import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, dayInBolivia, toInstant } from '../../domain/calendar-date.ts';
import { type Application, openApplication } from './support/application.ts';
import { tellScreenOnFailure } from './support/tell-screen.ts';

const list = resolve(import.meta.dirname, '../fixtures/lists/inscritos-panaderia.xlsx');

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});
afterAll(() => application.close());

const button = (name: string | RegExp) => application.page.getByRole('button', { name });
const field = (name: string | RegExp) => application.page.getByRole('textbox', { name });
const link = (name: string | RegExp) => application.page.getByRole('link', { name });
const heading = (name: string | RegExp) => application.page.getByRole('heading', { name });
const text = (words: string | RegExp) => application.page.getByText(words).first();

async function setUpOffice() {
  const { page } = application;
  await button(/Configurar mi oficina/).click();
  await page.getByRole('combobox', { name: 'Municipio' }).fill('vint');
  await page.getByRole('option', { name: /Vinto/ }).click();
  await button('Siguiente').click();
  await heading('El logotipo de la oficina').waitFor();
  await button('Siguiente').click();
  await button(/Añadir/).click();
  await field('Nombre').fill('Rosa Balderrama');
  await field('Cargo').fill('Directora de Desarrollo Productivo');
  await button('Siguiente').click();
  await field('Nombre y apellido').fill('Ana Quispe');
  await button('Siguiente').click();
  await button('Empezar').click();
  await heading(/^Hoy/).waitFor();
}

async function createCourse() {
  await link(/Crear curso/).click();
  await field('Código').fill('PAN');
  await field('Título').fill('Panadería y costos');
  await field('Nota mínima').fill('');
  await button('Crear curso').click();
  await heading('Panadería y costos').waitFor();
}

const daysFromToday = (days: number) => {
  const [year, month, day] = addDays(dayInBolivia(toInstant(Date.now())), days)
    .split('-')
    .map(Number);
  return `${day}/${month}/${year}`;
};

async function createEdition() {
  const { page } = application;
  await link('Cursos y ediciones').first().click();
  await button('Nueva edición').click();
  expect(await page.getByRole('combobox', { name: 'Curso' }).inputValue()).toContain('Panadería y costos');
  await application.page.getByRole('combobox', { name: 'Lugar' }).fill('Casa Municipal de Cultura');
  await field('Cupos').fill('40');
  await field('Comienza').fill(daysFromToday(-13));
  await field('Termina').fill(daysFromToday(0));
  await button('Crear edición').click();
  await page.getByRole('navigation', { name: 'Partes de la edición' }).waitFor();
}

async function planSessions() {
  const { page } = application;
  await link(/^Sesiones/).click();
  await button('Planificar por semana').first().click();
  const dialog = page.getByRole('dialog');
  for (const day of ['lun', 'mié', 'vie']) await dialog.getByText(day, { exact: true }).click();
  await dialog.getByRole('radio', { name: 'Una fecha' }).check();
  // On which days the story falls is not to matter: they meet on holidays, too.
  const holidays = dialog.getByRole('button', { name: /^Pasar clases el/ });
  while ((await holidays.count()) > 0) await holidays.first().click();
  await button('Crear 6 sesiones').click();
  await text(/Se crearon/).waitFor();
}

async function importList() {
  const { page } = application;
  await link(/^Participantes/).click();
  await page
    .getByRole('button', { name: 'Importar una lista' })
    .or(link('Importar una lista'))
    .first()
    .click();
  await page.locator('input[type=file]').setInputFiles(list);
  await text('inscritos-panaderia.xlsx · 37 filas').waitFor();
  await text('«31/02/1990» no existe en el calendario').waitFor();
  await text('«no tiene» no es un teléfono').waitFor();
  await button('Inscribir 36 personas, 1 ya existe').click();
  await text('Se inscribió a 36 personas en PAN-').waitFor();
  await link('Ver la edición').click();
  await link('Participantes 36').waitFor();
}

/** Everyone came to everything, but the first of the list not to the first two sessions. */
async function recordAttendance() {
  const { page } = application;
  await button('Abrir inscripción').click();
  await button('Iniciar').click();
  await button('Cerrar edición').or(link('Cerrar edición')).first().waitFor();
  await link('Asistencia').click();
  const grid = page.getByRole('grid');
  // Nobody types into a grid that is not there yet.
  const sessions = grid.getByRole('columnheader').getByRole('button');
  await expect.poll(() => sessions.count()).toBe(6);
  await grid.getByRole('rowheader').first().waitFor();
  await grid.focus();
  // The grid begins at today's session, if there is one: on which days the story falls is not to matter.
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('F');
  for (const session of await sessions.all()) {
    await session.click();
    await page.getByRole('menuitem', { name: 'Todos presentes' }).click();
  }
  await text('66,6 %').waitFor();
  await text('Guardado').waitFor();
}

async function closeEdition() {
  await button('Cerrar edición').or(link('Cerrar edición')).first().click();
  await heading(/^Cierre de PAN-/).waitFor();
  await button('Cerrar edición').click();
  await text(/está cerrada/).waitFor();
}

async function issueCertificates(): Promise<string> {
  const { page, dataFolder } = application;
  await button('Emitir 35 certificados').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Emitir 35 certificados' }).click();
  await text(/Se emitieron 35 certificados, del folio A-\d{4}-0001 al A-\d{4}-0035/).waitFor();
  await text('Página 1 de 35').waitFor();
  const [download] = await Promise.all([page.waitForEvent('download'), button('Guardar').last().click()]);
  const file = join(dataFolder, 'certificates.pdf');
  await download.saveAs(file);
  return file;
}

/** What a scanner reads from one printed page. */
function readSeal(pdf: string, pageNumber: number): string {
  const picture = join(application.dataFolder, 'page');
  const first = String(pageNumber);
  execFileSync('pdftoppm', [
    '-r',
    '150',
    '-gray',
    '-png',
    '-singlefile',
    '-f',
    first,
    '-l',
    first,
    pdf,
    picture,
  ]);
  const seal = execFileSync('zbarimg', ['-q', '--raw', '-Sdisable', '-Sqrcode.enable', `${picture}.png`], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return seal.replace(/\n$/, '');
}

async function verify(seal: string, verdict: string | RegExp) {
  await link('Certificados').first().click();
  await button('Verificar un certificado').or(link('Verificar un certificado')).first().click();
  await field('Código QR o folio').fill(seal);
  await application.page.keyboard.press('Enter');
  await heading(verdict).or(text(verdict)).first().waitFor();
}

/** All in one go, as one person does it: what a step leaves behind is what the next one finds. */
test('an office goes from the first start to certificates in the hand, and finds everything after a restart', async () => {
  tellScreenOnFailure('the window', () => application);
  await setUpOffice();
  await createCourse();
  await createEdition();
  await planSessions();
  await importList();
  await recordAttendance();
  await closeEdition();
  const pdf = await issueCertificates();
  const printed = execFileSync('pdftotext', [pdf, '-'], { encoding: 'utf8' });
  expect(printed).toContain('Noemí Choque Morales');
  expect(printed).not.toContain('Sonia Beatriz Apaza Morales');
  const seal = readSeal(pdf, 2);
  await verify(seal, 'Certificado auténtico');
  await text('Benita Ayala Céspedes').waitFor();
  await verify(
    seal.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A')),
    /no es auténtico|alterado/,
  );

  await application.restart();
  await heading('Verificar un certificado').waitFor();
  await verify(seal, 'Certificado auténtico');
  await link('Personas').first().click();
  await text('36 personas').waitFor();
  await link('Cursos y ediciones').first().click();
  await text(/^PAN-\d{4}-01$/).click();
  await link('Participantes 36').waitFor();
  await link('Certificados').last().click();
  await text('Emitidos (35)').waitFor();
  expect(application.faults).toEqual({ consoleErrors: [], policyViolations: [], foreignRequests: [] });
});
