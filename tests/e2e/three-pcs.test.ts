import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fullName, joinSurnames, type PersonName, surnamesFirst } from '../../domain/person-name.ts';
import { formatPhone } from '../../domain/phone.ts';
import { runYachay } from '../service/cli/run-yachay.ts';
import { type Application, openApplication } from './support/application.ts';
import { tellScreenOnFailure } from './support/tell-screen.ts';
import {
  bring,
  bringFromStranger,
  button,
  go,
  identityOf,
  joinOffice,
  makeCopy,
  openAddress,
  takeTo,
  words,
} from './support/exchange.ts';
import { readDuplicates, readParticipants, readPeople, readRoom, readToResolve } from './support/shown.ts';

/** Tables draw only the rows on screen: on this one all of them are. */
const tallScreen = { width: 1366, height: 6000 };

let stick: string;
let office: Application;
let first: Application;
let second: Application;

beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'yachay-stick-'));
  const demo = (dataFolder: string) => expect(runYachay(dataFolder, 'demo').status).toBe(0);
  office = await openApplication(tallScreen, demo);
  [first, second] = await Promise.all([openApplication(tallScreen), openApplication(tallScreen)]);
});
afterAll(async () => {
  for (const pc of [office, first, second]) await pc.close();
  rmSync(stick, { recursive: true, force: true });
});

const everyPc = () => [office, first, second];
const take = (pc: Application, name: string) => takeTo(pc, join(stick, `${name}.yachay`));

interface StoredPerson extends PersonName {
  id: string;
  idNumber: string;
}

/** What the story is about, from the office's own file: ids are in no address bar yet. */
function findPlaces() {
  const db = new BetterSqlite3(join(office.dataFolder, 'yachay.db'), { readonly: true });
  try {
    const session = db
      .prepare<[], { id: string; edition: string }>(
        `SELECT s.id, s.edition_id AS edition FROM session s JOIN edition e ON e.id = s.edition_id
         WHERE e.status = 'running' AND s.state = 'planned' ORDER BY s.date LIMIT 1`,
      )
      .get();
    const open = db.prepare<[], { id: string }>("SELECT id FROM edition WHERE status = 'open' LIMIT 1").get();
    const [corrected, deleted] = db
      .prepare<[], StoredPerson>(
        `SELECT id, id_number AS idNumber, given_names AS givenNames, paternal_surname AS paternalSurname,
           maternal_surname AS maternalSurname, married_surname AS marriedSurname FROM person
         WHERE id_number IS NOT NULL AND id NOT IN (SELECT person_id FROM enrolment)
           AND id NOT IN (SELECT person_id FROM trainer_assignment) LIMIT 2`,
      )
      .all();
    if (!session || !open || !corrected || !deleted) throw new Error('the demo has not enough in it');
    const room = `/ediciones/${session.edition}/asistencia/${session.id}`;
    return { room, running: session.edition, open: open.id, corrected, deleted };
  } finally {
    db.close();
  }
}

type Places = ReturnType<typeof findPlaces>;

async function register(pc: Application, fields: Record<string, string>, name: string) {
  await go(pc, '/personas/nueva', 'Nueva persona');
  for (const [label, value] of Object.entries(fields)) {
    await pc.page.getByRole('textbox', { name: label, exact: true }).fill(value);
  }
  await button(pc, 'Registrar persona').click();
  await pc.page.getByRole('heading', { name, level: 1, exact: true }).waitFor();
}

const casilda = {
  Nombres: 'Casilda Inés',
  'Apellido paterno': 'Urquidi',
  'Apellido materno': 'Zegarra',
  'Cédula de identidad': '8812345',
};
const eulalia = { Nombres: 'Eulalia', 'Apellido paterno': 'Villazón' };

async function change(pc: Application, { id }: StoredPerson, field: string, value: string) {
  await openAddress(pc, `/personas/${id}`);
  await pc.page.getByRole('textbox', { name: field, exact: true }).fill(value);
  await button(pc, 'Guardar').click();
  await words(pc, 'Se guardaron los datos.').waitFor();
}

/** Deleting a person asks nothing, since it can be taken back. */
async function remove(pc: Application, { id, ...name }: StoredPerson) {
  await openAddress(pc, `/personas/${id}`);
  await button(pc, 'Más').click();
  await pc.page.getByRole('menuitem', { name: 'Eliminar' }).click();
  await words(pc, `Se eliminó a ${fullName(name)}.`).waitFor();
}

/** The edition that takes people is full: the coordinator says why it is one more. */
async function enrolBeyondCapacity(pc: Application, editionId: string, { idNumber, ...name }: StoredPerson) {
  await openAddress(pc, `/ediciones/${editionId}`);
  await pc.page.getByRole('textbox', { name: 'Inscribir a alguien' }).fill(idNumber);
  await pc.page
    .getByRole('option')
    .filter({ hasText: surnamesFirst(name) })
    .click();
  const dialog = pc.page.getByRole('dialog', { name: 'No hay cupo libre' });
  await dialog.getByRole('textbox', { name: 'Motivo de la excepción' }).fill('Viene de lejos');
  await dialog.getByRole('button', { name: 'Inscribir sobre el cupo' }).click();
  await words(pc, `${surnamesFirst(name)}: inscripción registrada.`).waitFor();
}

/** Does what marks in the room, and waits until the service has it. */
async function mark({ page }: Application, act: () => Promise<void>) {
  const acknowledged = page.waitForResponse((response) => response.url().endsWith('/attendance/mark'));
  await act();
  expect((await acknowledged).ok()).toBe(true);
}

/** In the room: the number of the sheet, then the letter. */
async function markNumber(pc: Application, room: string, number: number, letter: string) {
  await openAddress(pc, room);
  await pc.page.getByRole('grid').waitFor();
  await mark(pc, () => pc.page.keyboard.type(`${number}${letter}`));
}

const digestOf = ({ dataFolder }: Application) => runYachay(dataFolder, '--json', 'digest').json;

/** What a screen shows of everything the story touches. */
async function readScreens(pc: Application, { room, running, open }: Places) {
  return {
    room: await readRoom(pc, room),
    people: await readPeople(pc),
    participants: [await readParticipants(pc, running), await readParticipants(pc, open)],
    toResolve: await readToResolve(pc),
    duplicates: await readDuplicates(pc),
  };
}

/** All three hold the same and show the same, which is answered. */
async function readWhatAllShow(places: Places) {
  const digest = digestOf(office);
  expect(digest).toMatchObject({ digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect([digestOf(first), digestOf(second)]).toEqual([digest, digest]);
  for (const { dataFolder } of everyPc()) {
    expect(runYachay(dataFolder, '--json', 'check').json).toMatchObject({ ok: true });
  }
  const screens = await readScreens(office, places);
  expect(await readScreens(first, places)).toEqual(screens);
  expect(await readScreens(second, places)).toEqual(screens);
  return screens;
}

test('an office and two laptops that worked apart come out the same, and what no rule decides is asked once', async () => {
  for (const [name, pc] of Object.entries({ office, first, second })) tellScreenOnFailure(name, () => pc);
  const copy = await makeCopy(office, stick);
  await joinOffice(first, copy);
  await joinOffice(second, copy);
  const known = {
    office: await identityOf(office),
    first: await identityOf(first),
    second: await identityOf(second),
  };
  // Everyone gets to know everyone; the office accepts, and its word travels on.
  await bringFromStranger(office, await take(first, 'hola-1'), known.first);
  await bringFromStranger(office, await take(second, 'hola-2'), known.second);
  const acquainted = await take(office, 'hola-todos');
  await bring(first, acquainted, known.office);
  await bring(second, acquainted, known.office);
  expect([digestOf(first), digestOf(second)]).toEqual([digestOf(office), digestOf(office)]);

  const places = findPlaces();
  const { room, corrected, deleted } = places;
  const sheet = await readRoom(office, room);
  expect(new Set(sheet.map(({ letter }) => letter))).toEqual(new Set(['']));
  const withLetters = (...letters: string[]) =>
    sheet.map(({ name }, index) => ({ name, letter: letters[index] ?? 'P' }));
  // The same person twice.
  await register(first, casilda, 'Casilda Inés Urquidi Zegarra');
  await register(second, casilda, 'Casilda Inés Urquidi Zegarra');
  // The same session on both: number 1 has its last word from the first laptop, number 2 from the second.
  await markNumber(second, room, 1, 'l');
  await openAddress(first, room);
  await mark(first, () => button(first, 'Todos presentes').click());
  await mark(second, () => second.page.keyboard.press('f'));
  // A name here, the phone there.
  await change(first, corrected, 'Nombres', 'Corregida');
  await change(second, corrected, 'Teléfono', '70000001');
  // Deleted here, enrolled there.
  await remove(first, deleted);
  await enrolBeyondCapacity(second, places.open, deleted);

  // One order: both laptops to the office, the office to both.
  await bring(office, await take(first, 'ida-1'), known.first);
  await bring(office, await take(second, 'ida-2'), known.second);
  const back = await take(office, 'vuelta');
  await bring(second, back, known.office);
  await bring(first, back, known.office);
  const midway = await readWhatAllShow(places);
  expect(midway.room).toEqual(withLetters('P', 'F'));
  const bothChanges = `${joinSurnames(corrected)}\tCorregida\t`;
  expect(midway.people.filter((line) => line.startsWith(bothChanges))).toEqual([
    expect.stringContaining(formatPhone('70000001')),
  ]);
  expect(midway.people.filter((line) => line.includes('8812345'))).toHaveLength(2);
  expect(midway.people.filter((line) => line.includes(deleted.idNumber))).toEqual([]);
  const asksTwice = '¿Es la misma persona? Urquidi Zegarra, Casilda Inés';
  const asksDeleted = `${surnamesFirst(deleted)} se eliminó en un equipo y se usa en otro`;
  expect(midway.duplicates).toContain(asksTwice);
  expect(midway.toResolve).toContain(asksDeleted);

  // What was asked is answered once; another order: over one laptop to the other, from there to the office.
  await office.page
    .getByRole('listitem')
    .filter({ hasText: asksTwice })
    .getByRole('button', { name: 'Es la misma persona' })
    .click();
  await office.page.getByRole('dialog').getByRole('button', { name: 'Unir', exact: true }).click();
  await words(office, 'Los dos registros son ahora uno: Casilda Inés Urquidi Zegarra.').waitFor();
  await markNumber(second, room, 3, 'a');
  await markNumber(first, room, 3, 'l');
  await markNumber(first, room, 4, 'f');
  await markNumber(second, room, 4, 'a');
  await register(first, eulalia, 'Eulalia Villazón');
  await bring(second, await take(first, 'cadena-1'), known.first);
  await bring(office, await take(second, 'cadena-2'), known.second);
  const last = await take(office, 'cadena-3');
  await bring(first, last, known.office);
  await bring(second, last, known.office);
  const atTheEnd = await readWhatAllShow(places);
  expect(atTheEnd.room).toEqual(withLetters('P', 'F', 'L', 'A'));
  expect(atTheEnd.people.filter((line) => line.includes('8812345'))).toHaveLength(1);
  expect(atTheEnd.people.filter((line) => line.startsWith('Villazón\tEulalia'))).toHaveLength(1);
  expect(atTheEnd.toResolve).toContain(asksDeleted);
  expect(atTheEnd.duplicates).not.toContain(asksTwice);
  for (const { faults } of everyPc()) {
    expect(faults).toEqual({ consoleErrors: [], policyViolations: [], foreignRequests: [] });
  }
}, 240_000);
