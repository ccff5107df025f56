import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, openApplication } from './support/application.ts';

const list = resolve(import.meta.dirname, '../fixtures/lists/inscritos-panaderia.xlsx');

let application: Application;
beforeAll(async () => {
  application = await openApplication();
});
afterAll(() => application.close());

const button = (name: string | RegExp) => application.page.getByRole('button', { name });
const field = (name: string | RegExp) => application.page.getByLabel(name);
const link = (name: string | RegExp) => application.page.getByRole('link', { name });

async function setUpOffice() {
  const { page } = application;
  await button(/Configurar mi oficina/).click();
  await field('Municipio').fill('vint');
  await page.getByRole('option', { name: /Vinto/ }).click();
  await button('Seguir').click();
}

test('an office goes from the first start to certificates in the hand, and finds everything after a restart', async () => {
  await setUpOffice();
  const { page } = application;
  await page.screenshot({ path: '/tmp/lead/e2e.png' });
  expect(list).toBeTruthy();
});
