import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runYachay } from '../service/cli/run-yachay.ts';
import { type Application, openApplication } from './support/application.ts';

const passphrase = 'lluvia de noviembre';

let stick: string;
let office: Application;
let first: Application;
let second: Application;

beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'yachay-stick-'));
  const demo = (dataFolder: string) => expect(runYachay(dataFolder, 'demo').status).toBe(0);
  office = await openApplication(undefined, demo);
  [first, second] = await Promise.all([openApplication(), openApplication()]);
});
afterAll(async () => {
  for (const pc of [office, first, second]) await pc.close();
  rmSync(stick, { recursive: true, force: true });
});

const everyPc = () => [office, first, second];
const button = ({ page }: Application, name: string | RegExp) => page.getByRole('button', { name });
const text = ({ page }: Application, words: string | RegExp) => page.getByText(words).first();

async function go({ page }: Application, address: string, heading: string | RegExp) {
  await page.goto(new URL(address, page.url()).href);
  await page.getByRole('heading', { name: heading, level: 1 }).waitFor();
}

/** A copy of the office on a stick, made where a coordinator makes it. */
async function makeCopy(): Promise<string> {
  await go(office, '/datos/equipos', 'Datos');
  await office.page.getByLabel('Carpeta de la memoria USB').fill(stick);
  await office.page.getByLabel('Contraseña del archivo').fill(passphrase);
  await office.page.getByLabel('La misma contraseña otra vez').fill(passphrase);
  await button(office, 'Guardar la copia').click();
  await text(office, /La copia está en/).waitFor();
  return join(stick, readdirSync(stick).find((name) => name.endsWith('.age')) ?? '');
}

async function joinOffice(pc: Application, copy: string) {
  await button(pc, /Sumar este equipo a una oficina/).click();
  await pc.page.getByLabel('Archivo de la copia').fill(copy);
  await pc.page.getByLabel('Contraseña de la copia').fill(passphrase);
  await button(pc, 'Abrir y revisar').click();
  await button(pc, 'Empezar con esta copia').click();
  await button(pc, 'Entrar').click();
  await pc.page.getByRole('heading', { name: /^Hoy/ }).waitFor();
}

/** Llevar: a packet for everyone, saved on the stick. */
async function take(pc: Application, name: string): Promise<string> {
  await go(pc, '/datos', 'Datos');
  const [download] = await Promise.all([
    pc.page.waitForEvent('download'),
    button(pc, 'Preparar el archivo').click(),
  ]);
  const file = join(stick, `${name}.yachay`);
  await download.saveAs(file);
  return file;
}

/** Traer: one that nobody knows yet is set aside, its fingerprint compared, and accepted. */
async function bring(pc: Application, file: string, accepts?: string) {
  await go(pc, '/datos', 'Datos');
  await pc.page.locator('input[type=file]').setInputFiles(file);
  if (accepts !== undefined) {
    await text(pc, 'Nadie en esta oficina ha aceptado todavía ese equipo.').waitFor();
    await text(pc, accepts).waitFor();
    await button(pc, 'Aceptar este equipo').click();
    await pc.page.getByRole('dialog').getByRole('button', { name: 'Aceptar este equipo' }).click();
  }
  await text(pc, /Se recibió lo de/).waitFor();
}

async function fingerprintOf(pc: Application): Promise<string> {
  await go(pc, '/datos/equipos', 'Datos');
  const row = pc.page.getByRole('row', { name: /Este equipo/ });
  return /([0-9A-F]{4} ){4}[0-9A-F]{4}/.exec((await row.textContent()) ?? '')?.[0] ?? 'none';
}

/** What the story is about, from the office's own file: ids are in no address bar yet. */
function findPlaces() {
  const db = new BetterSqlite3(join(office.dataFolder, 'yachay.db'), { readonly: true });
  try {
    const session = db
      .prepare<[], { id: string; edition_id: string }>(
        `SELECT s.id, s.edition_id FROM session s JOIN edition e ON e.id = s.edition_id
         WHERE e.status = 'running' AND s.state = 'planned' ORDER BY s.date LIMIT 1`,
      )
      .get();
    const open = db.prepare<[], { id: string }>("SELECT id FROM edition WHERE status = 'open' LIMIT 1").get();
    const idle = db
      .prepare<[], { id: string; given_names: string; paternal_surname: string; id_number: string }>(
        `SELECT id, given_names, paternal_surname, id_number FROM person
         WHERE id_number IS NOT NULL AND id NOT IN (SELECT person_id FROM enrolment)
           AND id NOT IN (SELECT person_id FROM trainer_assignment) LIMIT 2`,
      )
      .all();
    const [corrected, deleted] = idle;
    if (!session || !open || !corrected || !deleted) throw new Error('the demo has not enough in it');
    return { session, open, corrected, deleted };
  } finally {
    db.close();
  }
}

async function register(pc: Application) {
  await go(pc, '/personas/nueva', 'Nueva persona');
  await pc.page.getByRole('textbox', { name: 'Nombres' }).fill('Casilda Inés');
  await pc.page.getByRole('textbox', { name: 'Apellido paterno' }).fill('Urquidi');
  await pc.page.getByRole('textbox', { name: 'Apellido materno' }).fill('Zegarra');
  await pc.page.getByRole('textbox', { name: 'Cédula de identidad' }).fill('8812345');
  await button(pc, 'Registrar persona').click();
  await pc.page.getByRole('heading', { name: 'Casilda Inés Urquidi Zegarra' }).waitFor();
}

async function change(pc: Application, personId: string, field: string, value: string) {
  await pc.page.goto(new URL(`/personas/${personId}`, pc.page.url()).href);
  await pc.page.getByRole('textbox', { name: field, exact: true }).fill(value);
  await button(pc, 'Guardar').click();
  await text(pc, 'Se guardaron los datos.').waitFor();
}

const digestOf = ({ dataFolder }: Application) => runYachay(dataFolder, '--json', 'digest').json;

function expectSameEverywhere() {
  const digest = digestOf(office);
  expect(digest).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect([digestOf(first), digestOf(second)]).toEqual([digest, digest]);
  for (const { dataFolder } of everyPc()) {
    expect(runYachay(dataFolder, '--json', 'check').json).toMatchObject({ ok: true });
  }
}

test('an office and two laptops that worked apart come out the same, and what no rule decides is asked once', async () => {
  const copy = await makeCopy();
  await joinOffice(first, copy);
  await joinOffice(second, copy);
  // Everyone gets to know everyone; the office accepts, and its word travels on.
  const firstPrint = await fingerprintOf(first);
  const secondPrint = await fingerprintOf(second);
  await bring(office, await take(first, 'hola-1'), firstPrint);
  await bring(office, await take(second, 'hola-2'), secondPrint);
  const acquainted = await take(office, 'hola-todos');
  await bring(first, acquainted);
  await bring(second, acquainted);
  expectSameEverywhere();

  const { session, open, corrected, deleted } = findPlaces();
  const room = `/ediciones/${session.edition_id}/asistencia/${session.id}`;
  // The same person twice.
  await register(first);
  await register(second);
  // The same session on both, one of them with an absence.
  await first.page.goto(new URL(room, first.page.url()).href);
  await button(first, 'Todos presentes').click();
  await text(first, 'Guardado').waitFor();
  await second.page.goto(new URL(room, second.page.url()).href);
  await second.page.getByRole('grid').waitFor();
  await second.page.keyboard.press('f');
  await text(second, 'Guardado').waitFor();
  // A name here, the phone there.
  await change(first, corrected.id, 'Nombres', 'Corregida');
  await change(second, corrected.id, 'Teléfono', '70000001');
  // Deleted here, enrolled there.
  await go(first, `/personas/${deleted.id}`, new RegExp(deleted.paternal_surname));
  await button(first, 'Eliminar').click();
  const confirm = first.page.getByRole('dialog').getByRole('button', { name: 'Eliminar' });
  if (await confirm.isVisible().catch(() => false)) await confirm.click();
  await text(first, /Se eliminó a/).waitFor();
  await second.page.goto(new URL(`/ediciones/${open.id}`, second.page.url()).href);
  await second.page.getByLabel('Inscribir a alguien').first().fill(deleted.id_number);
  await second.page.getByRole('option').first().click();
  await text(second, /Se inscribió|quedó inscrit|Inscrit/i).waitFor();

  // One order: both laptops to the office, the office to both.
  await bring(office, await take(first, 'ida-1'));
  await bring(office, await take(second, 'ida-2'));
  const back = await take(office, 'vuelta');
  await bring(second, back);
  await bring(first, back);
  expectSameEverywhere();
  for (const pc of everyPc()) {
    await pc.page.goto(new URL(`/personas/${corrected.id}`, pc.page.url()).href);
    expect(await pc.page.getByRole('textbox', { name: 'Nombres', exact: true }).inputValue()).toBe(
      'Corregida',
    );
    expect(await pc.page.getByRole('textbox', { name: 'Teléfono', exact: true }).inputValue()).toContain(
      '70000001',
    );
    await go(pc, '/por-resolver', 'Por resolver');
    await text(pc, /misma persona.*Urquidi/).waitFor();
    await text(pc, /se eliminó en un equipo y se usa en otro/).waitFor();
  }

  // What was asked is answered once; another order: over one laptop to the other, from there to the office.
  await button(office, 'Es la misma persona').first().click();
  const dialog = office.page.getByRole('dialog');
  await dialog
    .getByRole('button', { name: /Unir|misma persona/ })
    .last()
    .click();
  await dialog.waitFor({ state: 'hidden' });
  await register2(first);
  await bring(second, await take(first, 'cadena-1'));
  await bring(office, await take(second, 'cadena-2'));
  const last = await take(office, 'cadena-3');
  await bring(first, last);
  await bring(second, last);
  expectSameEverywhere();
  for (const pc of everyPc()) {
    await go(pc, '/por-resolver', 'Por resolver');
    await text(pc, /se eliminó en un equipo y se usa en otro/).waitFor();
    expect(await pc.page.getByText(/misma persona.*Urquidi/).count()).toBe(0);
    await go(pc, '/personas', 'Personas');
    await pc.page
      .getByRole('textbox', { name: 'Nombre, carnet o teléfono' })
      .or(pc.page.getByRole('searchbox'))
      .first()
      .fill('urquidi zeg');
    await text(pc, '1 persona').waitFor();
  }
  for (const { faults } of everyPc()) expect(faults.foreignRequests).toEqual([]);
});

/** Somebody else, so that there is something new to carry. */
async function register2(pc: Application) {
  await go(pc, '/personas/nueva', 'Nueva persona');
  await pc.page.getByRole('textbox', { name: 'Nombres' }).fill('Eulalia');
  await pc.page.getByRole('textbox', { name: 'Apellido paterno' }).fill('Villazón');
  await button(pc, 'Registrar persona').click();
  await pc.page.getByRole('heading', { name: 'Eulalia Villazón' }).waitFor();
}
