import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runYachay } from '../service/cli/run-yachay.ts';
import { type Application, openApplication } from './support/application.ts';
import { damageBackup, damageDatabase } from './support/damage.ts';
import {
  bring,
  bringFromStranger,
  button,
  go,
  identityOf,
  joinOffice,
  makeCopy,
  type PcIdentity,
  takeTo,
  words,
} from './support/exchange.ts';
import { readPeople } from './support/shown.ts';

let stick: string;
let office: Application;
let laptop: Application;
beforeAll(async () => {
  stick = mkdtempSync(join(tmpdir(), 'yachay-stick-'));
  const demo = (dataFolder: string) => expect(runYachay(dataFolder, 'demo').status).toBe(0);
  // So tall that the list of people is on screen whole.
  office = await openApplication({ width: 1366, height: 6000 }, demo);
  laptop = await openApplication();
});
afterAll(async () => {
  for (const pc of [office, laptop]) await pc.close();
  rmSync(stick, { recursive: true, force: true });
});

const take = (pc: Application, name: string) => takeTo(pc, join(stick, `${name}.yachay`));
const digestOf = ({ dataFolder }: Application) => runYachay(dataFolder, '--json', 'digest').json;
const isKnown = async (pc: Application, line: string) =>
  (await readPeople(pc)).some((shown) => shown.startsWith(line));

/** The laptop joins, and both know each other. */
async function acquaint(): Promise<Record<'office' | 'laptop', PcIdentity>> {
  await joinOffice(laptop, await makeCopy(office, stick));
  const known = { office: await identityOf(office), laptop: await identityOf(laptop) };
  await bringFromStranger(office, await take(laptop, 'hola-1'), known.laptop);
  await bring(laptop, await take(office, 'hola-2'), known.office);
  return known;
}

/** A copy with the name of an earlier day: of one day only the newest stays, and closing makes another. */
async function makeEarlierBackup(): Promise<string> {
  await go(office, '/datos/respaldos', 'Datos');
  await button(office, 'Hacer una copia ahora').click();
  const text = await office.page.getByText('Se hizo la copia y está bien: ').innerText();
  const made = text.split(': ')[1] ?? '';
  const earlier = join(dirname(made), 'yachay-2024-01-05-1830.db');
  renameSync(made, earlier);
  return earlier;
}

async function register(pc: Application, givenNames: string, surname: string) {
  await go(pc, '/personas/nueva', 'Nueva persona');
  await pc.page.getByRole('textbox', { name: 'Nombres', exact: true }).fill(givenNames);
  await pc.page.getByRole('textbox', { name: 'Apellido paterno', exact: true }).fill(surname);
  await button(pc, 'Registrar persona').click();
  await pc.page.getByRole('heading', { name: `${givenNames} ${surname}`, exact: true }).waitFor();
}

/** The disk takes the data, and every copy but one. */
function damageAllBut(backup: string) {
  return (dataFolder: string) => {
    const folder = join(dataFolder, 'backups');
    const copies = readdirSync(folder).map((name) => join(folder, name));
    for (const copy of copies.filter((path) => path !== backup)) damageBackup(copy);
    damageDatabase(dataFolder);
  };
}

test('damaged data come back from a copy and the packets of the other PC, and the damaged file is kept', async () => {
  const known = await acquaint();
  const backup = await makeEarlierBackup();
  await register(laptop, 'Casilda', 'Urquidi');
  await bring(office, await take(laptop, 'antes'), known.laptop);
  expect(await isKnown(office, 'Urquidi\tCasilda')).toBe(true);

  await office.restart(damageAllBut(backup));
  const damaged = readFileSync(join(office.dataFolder, 'yachay.db'));
  await office.page.getByRole('heading', { name: 'Los datos de este equipo están dañados' }).waitFor();
  const copies = office.page.getByRole('list').getByRole('button', { name: /^Copia del / });
  await copies.first().waitFor();
  // The one made at closing is the newest, and it is gone too.
  expect(await copies.count()).toBe(2);
  expect(await copies.first().innerText()).toContain('Está dañada');
  expect(await copies.first().isDisabled()).toBe(true);
  expect(await copies.last().innerText()).toContain('Está bien');
  await words(office, 'Seguir sin una copia').waitFor();
  await copies.last().click();
  await office.page.getByRole('heading', { name: /^Copia del / }).waitFor();
  await button(office, 'Recuperar con esta copia').click();
  await office.page.getByRole('heading', { name: 'Los datos se recuperaron', exact: true }).waitFor();
  await words(
    office,
    'Está todo lo que tenía la copia. De los datos dañados no se pudo leer nada.',
  ).waitFor();
  const kept = await office.page.getByText('Los datos dañados se guardan en ').innerText();
  const setAside = /en (.+)\.$/.exec(kept)?.[1] ?? '';
  expect(readFileSync(setAside).equals(damaged)).toBe(true);

  await button(office, 'Entrar').click();
  await words(
    office,
    'Los datos de este equipo se recuperaron de una copia. Falta completarlos con lo de 1 equipo más.',
  ).waitFor();
  await office.page.getByRole('link', { name: 'Completar', exact: true }).click();
  await words(office, 'Complete los datos con los otros equipos').waitFor();
  expect(await isKnown(office, 'Urquidi\tCasilda')).toBe(false);
  const renewed = await identityOf(office);
  expect(renewed.fingerprint).not.toBe(known.office.fingerprint);
  await bringFromStranger(laptop, await take(office, 'soy-nuevo'), renewed);
  await bring(office, await take(laptop, 'lo-que-falta'), known.laptop);
  await words(office, 'Complete los datos con los otros equipos').waitFor({ state: 'detached' });
  expect(await isKnown(office, 'Urquidi\tCasilda')).toBe(true);
  await bring(laptop, await take(office, 'de-vuelta'), renewed);
  expect(digestOf(laptop)).toEqual(digestOf(office));
  for (const { faults } of [office, laptop]) {
    expect(faults).toEqual({ consoleErrors: [], policyViolations: [], foreignRequests: [] });
  }
});
