import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Application, openApplication } from './support/application.ts';

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});
afterAll(() => application.close());

/** The language is chosen in the menu of the user, or on the first screen. */
const languages = ['es', 'en'] as const;

async function findViolations(page: Page): Promise<string[]> {
  // Data and colours arrive a moment after the heading; axe would measure them half way.
  await page.waitForTimeout(600);
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

async function switchLanguage(page: Page, language: (typeof languages)[number]): Promise<void> {
  await page.getByRole('button', { name: 'Rosa Balderrama' }).click();
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
  return [
    '/',
    '/personas',
    '/personas/nueva',
    person,
    '/importar',
    '/cursos',
    '/cursos/nuevo',
    '/ediciones/nueva',
    running,
    `${running}/sesiones`,
    `${running}/asistencia`,
    `${running}/notas`,
    `${running}/certificados`,
    `${running}/documentos`,
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

describe('every screen', () => {
  test('of the first start can be used by everyone', async () => {
    const { page } = application;
    const start = page.getByRole('button', { name: /Configurar mi oficina/ });
    await start.waitFor();
    expect(await findViolations(page)).toEqual([]);
    await start.click();
    await page.getByRole('combobox', { name: 'Municipio' }).waitFor();
    expect(await findViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Volver' }).click();
    await page.getByRole('button', { name: /Explorar con datos de ejemplo/ }).click();
    await page.getByRole('heading', { name: /^Hoy/ }).waitFor();
  });

  test('can be used by everyone in either language', async () => {
    const { page } = application;
    const addresses = await findAddresses(page);
    for (const language of languages) {
      await switchLanguage(page, language);
      for (const address of addresses) {
        await page.goto(new URL(address, page.url()).href);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await findViolations(page), `${address} in ${language}`).toEqual([]);
      }
    }
  }, 600_000);

  test('caused no violation of the policy, no error and no request to anything but the service', () => {
    expect(application.faults).toEqual({ consoleErrors: [], policyViolations: [], foreignRequests: [] });
  });
});
