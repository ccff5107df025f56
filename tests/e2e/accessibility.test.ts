import type { Page } from 'playwright-core';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runYachay } from '../service/cli/run-yachay.ts';
import { type Application, openApplication } from './support/application.ts';
import { damageBackup, damageDatabase } from './support/damage.ts';
import { type FindViolations, watchWithAxe } from './support/look-with-axe.ts';

let application: Application;
let findViolations: FindViolations;
beforeAll(async () => {
  application = await openApplication();
  findViolations = watchWithAxe(application.page);
});
afterAll(() => application.close());

/** The language is chosen in the menu of the user, or on the first screen. */
const languages = ['es', 'en'] as const;

type Language = (typeof languages)[number];

async function chooseLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('radio', { name: language === 'es' ? 'Español' : 'English' }).click();
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
}

/** On a screen before there is a frame: in one language, then in the other, ending with Spanish. */
async function findViolationsInBoth(page: Page, find: FindViolations): Promise<string[]> {
  const violations: string[] = [];
  for (const language of ['en', 'es'] as const) {
    await chooseLanguage(page, language);
    violations.push(...(await find()));
  }
  return violations;
}

async function switchLanguage(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: 'Rosa Balderrama', exact: true }).click();
  await page.getByRole('menuitemradio', { name: language === 'es' ? 'Español' : 'English' }).click();
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(language);
}

/** Addresses of editions and a session, as the pages link to them. */
async function findAddresses(page: Page): Promise<string[]> {
  const running = await openEdition(page, 'En curso');
  const closed = await openEdition(page, 'Cerrada');
  await page.goto(new URL('/personas', page.url()).href);
  await page.getByRole('row').nth(1).click();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/personas\/\w{22}/);
  const person = new URL(page.url()).pathname;
  await page.goto(new URL('/cursos', page.url()).href);
  await page.getByRole('grid', { name: 'Catálogo de cursos' }).getByText('PAN', { exact: true }).click();
  await page.waitForURL(/\/cursos\/\w{22}/);
  const course = new URL(page.url()).pathname;
  await page.goto(new URL('/capacitadores?status=accredited', page.url()).href);
  await page.getByRole('row').filter({ hasText: 'Maestro/a' }).click();
  await page.waitForURL(/\/capacitadores\/\w{22}/);
  const trainer = new URL(page.url()).pathname;
  return [
    '/',
    '/personas',
    '/personas/nueva',
    '/personas/nueva?text=Hermenegilda%20Sejas%20Rojas',
    '/personas/duplicados',
    person,
    `${person}/ficha`,
    '/importar',
    '/cursos',
    '/cursos/nuevo',
    course,
    '/capacitadores',
    trainer,
    `${trainer}/cascada`,
    `${trainer}/observacion`,
    '/capacitadores/buscar?when=days&language=qu',
    '/capacitadores/cascada',
    '/capacitadores/cascada/imprimir',
    '/calendario',
    '/calendario?view=week',
    '/calendario/imprimir',
    '/ediciones/nueva',
    running,
    `${running}/sesiones`,
    `${running}/asistencia`,
    `${running}/notas`,
    `${running}/certificados`,
    `${running}/documentos`,
    `${running}/documentos?kind=enrolmentList`,
    `${running}/documentos?kind=enrolmentForm`,
    `${running}/historial`,
    `${running}/cierre`,
    `${running}/editar`,
    `${closed}/certificados`,
    '/certificados',
    '/certificados/verificar',
    '/certificados/libro',
    '/datos',
    '/datos/respaldos',
    '/datos/equipos',
    '/por-resolver',
    '/ajustes',
    '/ajustes/programas',
    '/ajustes/rubros',
    '/ajustes/dias',
    '/ajustes/observacion',
    '/ajustes/usuarios',
    '/ajustes/equipo',
    '/ajustes/historial',
    '/no-existe',
  ];
}

async function openEdition(page: Page, status: string): Promise<string> {
  await page.goto(new URL('/cursos', page.url()).href);
  await page.getByRole('row').filter({ hasText: status }).first().click();
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/ediciones\/\w{22}/);
  return new URL(page.url()).pathname;
}

/** Somebody of the invented office once more, by a list, so that there is a pair to look at. Answers both ids. */
function registerTwice(): string[] {
  const list = join(application.dataFolder, '..', 'lista.csv');
  writeFileSync(
    list,
    'Apellidos;Nombres;CI;Celular\nSejas Rojas;Hermenegilda;4445556;70111222\nCejas;Ermenegilda;;70111222\n',
  );
  runYachay(application.dataFolder, 'import', list, '--commit');
  const { json } = runYachay(application.dataFolder, '--json', 'people', 'duplicates');
  return (json as { people: { id: string }[] }[]).flatMap(({ people }) => people.map(({ id }) => id));
}

describe('every screen', () => {
  test('of the first start can be used by everyone', async () => {
    const { page } = application;
    const start = page.getByRole('button', { name: /Configurar mi oficina/ });
    await start.waitFor();
    expect(await findViolationsInBoth(page, findViolations)).toEqual([]);
    await start.click();
    await page.getByRole('combobox', { name: 'Municipio' }).waitFor();
    expect(await findViolationsInBoth(page, findViolations)).toEqual([]);
    await page.getByRole('button', { name: 'Volver' }).click();
    await page.getByText('Sumar este equipo a una oficina', { exact: true }).click();
    await page.getByLabel('Archivo de la copia').fill('/no-existe.db.age');
    await page.getByRole('button', { name: 'Abrir y revisar' }).click();
    await page.getByText(/^No se encontró «\/no-existe.db.age»/).waitFor();
    expect(await findViolationsInBoth(page, findViolations)).toEqual([]);
    await page.getByRole('button', { name: 'Volver' }).click();
    await page.getByRole('button', { name: /Explorar con datos de ejemplo/ }).click();
    await page.getByRole('heading', { name: /^Hoy/ }).waitFor();
  });

  test('can be used by everyone in either language', async () => {
    const { page } = application;
    const [duplicate] = registerTwice();
    const addresses = [...(await findAddresses(page)), `/personas/${duplicate}`];
    await switchLanguage(page, 'es');
    for (const [index, address] of addresses.entries()) {
      await page.goto(new URL(address, page.url()).href);
      await page.getByRole('heading', { level: 1 }).waitFor();
      // Each in the language of the one before, then in the other: a page need be loaded and its language switched once.
      const [first, second] = index % 2 === 0 ? languages : languages.toReversed();
      expect(await findViolations(), `${address} in ${first}`).toEqual([]);
      await switchLanguage(page, second);
      expect(await findViolations(), `${address} in ${second}`).toEqual([]);
    }
  }, 600_000);

  test('of enrolling can be used by everyone in either language: an organisation, several people, a transfer', async () => {
    const { page } = application;
    await switchLanguage(page, 'es');
    const open = await openEdition(page, 'Inscripción abierta');
    for (const language of languages) {
      await switchLanguage(page, language);
      await page.goto(new URL(open, page.url()).href);
      await page.getByRole('button', { name: /^(De una organización|From an organisation)$/ }).click();
      await page.getByRole('combobox', { name: /^Organi[sz]a/ }).click();
      await page.getByRole('option').first().click();
      await page.getByRole('dialog').getByRole('listitem').first().waitFor();
      expect(await findViolations(), `organisation in ${language}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.getByRole('row').nth(1).getByRole('checkbox').click();
      await page.getByRole('button', { name: /^(Trasladar a 1 persona|Move 1 person)/ }).click();
      await page.getByRole('dialog').getByRole('combobox').click();
      await page.getByRole('option').first().click();
      expect(await findViolations(), `transfer in ${language}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
  }, 120_000);

  test('of a session in the calendar, and of one that is moved, can be used in either language', async () => {
    const { page } = application;
    for (const language of languages) {
      await switchLanguage(page, language);
      await page.goto(new URL('/calendario', page.url()).href);
      await page.locator('[data-state=planned]').first().focus();
      await page.keyboard.press('m');
      await page.keyboard.press('ArrowLeft');
      await page.locator('[data-lift=to]').waitFor();
      expect(await findViolations(), `moving in ${language}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.keyboard.press('Enter');
      await page.getByRole('dialog').getByRole('link').first().waitFor();
      expect(await findViolations(), `card in ${language}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    await switchLanguage(page, 'es');
  }, 60_000);

  test('of a person with all their enterprises, and of anonymising them, can be used in either language', async () => {
    const { page } = application;
    await page.goto(new URL('/personas', page.url()).href);
    await page.getByRole('row').nth(1).click();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/personas\/\w{22}/);
    for (const language of languages) {
      await switchLanguage(page, language);
      await page
        .getByRole('button', { name: /^(Añadir otro emprendimiento|Add another enterprise)$/ })
        .click();
      expect(await findViolations(), `enterprises in ${language}`).toEqual([]);
      await page.getByRole('button', { name: /^(Más|More)$/ }).click();
      await page.getByRole('menuitem', { name: /^Anon/ }).click();
      await page.getByRole('dialog').getByRole('list').first().waitFor();
      expect(await findViolations(), `anonymising in ${language}`).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
    }
  }, 60_000);

  test('caused no violation of the policy, no error and no request to anything but the service', () => {
    expect(application.faults).toEqual({ consoleErrors: [], policyViolations: [], foreignRequests: [] });
  });
});

/** A demo whose data are damaged, with a good copy and one that is damaged, too. */
function prepareDamaged(dataFolder: string): void {
  const run = (...order: string[]) => expect(runYachay(dataFolder, ...order).status).toBe(0);
  const backup = (day: string) => join(dataFolder, 'backups', `yachay-${day}-1830.db`);
  run('demo');
  mkdirSync(join(dataFolder, 'backups'), { recursive: true });
  run('backup', '--out', backup('2024-01-05'));
  run('backup', '--out', backup('2024-01-06'));
  damageBackup(backup('2024-01-06'));
  damageDatabase(dataFolder);
}

describe('the recovery of damaged data', () => {
  test('can be used by everyone in either language, from the copies to the way in', async () => {
    const damaged = await openApplication(undefined, prepareDamaged);
    try {
      const { page } = damaged;
      const find = watchWithAxe(page);
      const copy = page.getByRole('button', { name: /^Copia del 5\/1\/2024/ });
      await copy.waitFor();
      expect(await findViolationsInBoth(page, find)).toEqual([]);
      await page.getByRole('button', { name: 'Abrir otro archivo' }).click();
      expect(await findViolationsInBoth(page, find)).toEqual([]);
      await page.getByRole('button', { name: 'Leer lo que quede' }).click();
      await page.getByRole('dialog', { name: 'Seguir sin una copia' }).waitFor();
      expect(await find()).toEqual([]);
      await page.getByRole('button', { name: 'Cancelar' }).click();
      await copy.click();
      await page.getByRole('button', { name: 'Recuperar con esta copia' }).waitFor();
      expect(await findViolationsInBoth(page, find)).toEqual([]);
      await page.getByRole('button', { name: 'Recuperar con esta copia' }).click();
      await page.getByRole('heading', { name: 'Los datos se recuperaron' }).waitFor();
      expect(await findViolationsInBoth(page, find)).toEqual([]);
      expect(damaged.faults).toEqual({ consoleErrors: [], policyViolations: [], foreignRequests: [] });
    } finally {
      await damaged.close();
    }
  }, 120_000);
});
