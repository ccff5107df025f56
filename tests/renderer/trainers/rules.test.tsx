import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { createDemoAs } from './trainers-office.ts';

afterEach(() => sessionStorage.clear());

async function findCourse(client: Awaited<ReturnType<typeof createDemoClient>>, sought: string) {
  const course = (await client.courses.list()).find(({ code }) => code === sought);
  if (course === undefined) throw new Error(`the invented office has no course ${sought}`);
  return course;
}

test('a rule is set from a preset, with figures of one’s own, and said in words', async () => {
  const client = await createDemoClient();
  const { id } = await findCourse(client, 'CAP');
  await renderApp(client, `/cursos/${id}`);
  await expect.element(page.getByText(/Este curso no tiene reglas/)).toBeVisible();
  await page.getByRole('button', { name: 'Poner una regla' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Regla para capacitador/a' });
  await dialog.getByRole('button', { name: 'SIYB (OIT)' }).click();
  await dialog.getByRole('textbox', { name: 'Puntos en una observación' }).fill('75');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  const level = page.getByRole('region', { name: 'Capacitador/a', exact: true });
  await expect
    .element(level)
    .toMatchTextContent(/1 edición a su cargo; observación de 75 puntos o más; todo en 12 meses/);
  await expect.element(level).toMatchTextContent(/vale 36 meses; la renuevan 3 ediciones a su cargo/);
  expect(await client.trainers.rules({ courseId: id })).toMatchObject([
    { level: 'trainer', editionsLed: 1, observationScore: 75, validityMonths: 36, renewedByEditions: 3 },
  ]);
});

test('a preset leaves the course of training that was chosen', async () => {
  const client = await createDemoClient();
  const { id } = await findCourse(client, 'PAN');
  await renderApp(client, `/cursos/${id}`);
  await page.getByRole('button', { name: 'Cambiar' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Regla para capacitador/a' });
  await dialog.getByRole('button', { name: 'SMRC' }).click();
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  await expect
    .element(page.getByRole('region', { name: 'Capacitador/a', exact: true }))
    .toMatchTextContent(/aprobar «Capacitar a Capacitadores»; 1 edición como apoyo; acuerdo firmado/);
});

test('a rule is removed after a question, and comes back by undoing', async () => {
  const client = await createDemoClient();
  const { id } = await findCourse(client, 'PAN');
  const before = await client.trainers.rules({ courseId: id });
  await renderApp(client, `/cursos/${id}`);
  await page.getByRole('button', { name: 'Quitar la regla' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Quitar la regla' }).click();
  await expect.element(page.getByText('Se quitó la regla.')).toBeVisible();
  await expect.element(page.getByText('Sin regla en este nivel.')).toBeVisible();
  expect(await client.trainers.rules({ courseId: id })).toHaveLength(before.length - 1);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.element(page.getByRole('button', { name: 'Cambiar' }).nth(1)).toBeVisible();
  expect(await client.trainers.rules({ courseId: id })).toEqual(before);
});

test('only a coordinator changes rules', async () => {
  const client = await createDemoAs('registrar');
  const { id } = await findCourse(client, 'PAN');
  await renderApp(client, `/cursos/${id}`);
  await expect.element(page.getByText(/aprobar «Capacitar a Capacitadores»/)).toBeVisible();
  expect(page.getByRole('button', { name: 'Quitar la regla' }).elements()).toEqual([]);
});
