import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { createDemoAs, findLine } from './trainers-office.ts';

afterEach(() => sessionStorage.clear());

const dialog = () => page.getByRole('dialog');
const group = (place: number) =>
  dialog()
    .getByRole('radiogroup')
    .nth(place + 1);

test('an observed session is written down by keyboard, corrected, taken out and brought back', async () => {
  const client = await createDemoClient();
  const { personId, courseId } = await findLine(client, ({ state }) => state.status === 'candidate');
  const before = await client.observations.list({ personId });
  const rules = await client.trainers.rules({ courseId });
  for (const rule of rules) await client.trainers.setRule({ ...rule, observationScore: 70 });
  await renderApp(client, `/capacitadores/${personId}`);
  await page.getByRole('button', { name: 'Registrar observación' }).first().click();
  await dialog().getByRole('combobox', { name: 'Quién observó' }).fill('Rosa Mamani');
  await group(0).getByRole('radio', { name: '1: por mejorar' }).click();
  await userEvent.keyboard('4n44444444');
  const total = dialog().getByRole('status');
  await expect.element(total).toMatchTextContent(/^100 de 100/);
  await expect.element(group(1).getByRole('radio', { name: /no se aplica/ })).toBeChecked();
  await userEvent.keyboard('{ArrowUp}');
  await userEvent.keyboard('1');
  await expect.element(total).toMatchTextContent(/^91,7 de 100 La regla del curso pide 70\.$/);
  await dialog().getByRole('button', { name: 'Guardar' }).click();
  const section = page.getByRole('region', { name: 'Sesiones observadas' });
  await expect.element(section.getByText(/observó Rosa Mamani/)).toBeVisible();
  const [added] = await client.observations.list({ personId });
  expect(added?.marks.map(({ mark }) => mark)).toEqual([4, null, 4, 4, 4, 4, 4, 4, 1, 4]);
  expect(added?.score).toBe(91.7);

  await section
    .getByRole('button', { name: /^Corregir la observación/ })
    .first()
    .click();
  await dialog().getByRole('radio', { name: 'Solo el puntaje' }).click();
  await dialog().getByRole('button', { name: 'Guardar' }).click();
  await expect.element(dialog().getByText('Falta este dato')).toBeVisible();
  await dialog()
    .getByRole('textbox', { name: /Puntaje/ })
    .fill('62,5');
  await dialog().getByRole('button', { name: 'Guardar' }).click();
  await expect.element(section.getByText('62,5 de 100')).toBeVisible();

  await section
    .getByRole('button', { name: /^Quitar la observación/ })
    .first()
    .click();
  await expect.element(section.getByText('62,5 de 100')).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Deshacer' }).last().click();
  await expect.element(section.getByText('62,5 de 100')).toBeVisible();
  expect(await client.observations.list({ personId })).toHaveLength(before.length + 1);
});

test('a criterion that is left open is said at its place, and nothing typed is lost', async () => {
  const client = await createDemoClient();
  const { personId } = await findLine(client, ({ state }) => state.status === 'candidate');
  await renderApp(client, `/capacitadores/${personId}`);
  await page.getByRole('button', { name: 'Registrar observación' }).last().click();
  await dialog().getByRole('combobox', { name: 'Quién observó' }).fill('Rosa Mamani');
  await group(0).getByRole('radio', { name: '3: bien' }).click();
  await dialog().getByRole('button', { name: 'Guardar' }).click();
  await expect.element(dialog().getByText('Falta este dato').first()).toBeVisible();
  await expect.element(group(0).getByRole('radio', { name: '3: bien' })).toBeChecked();
  await expect.element(dialog().getByRole('combobox', { name: 'Quién observó' })).toHaveValue('Rosa Mamani');
});

test('whoever only looks prints the form and writes nothing down', async () => {
  const client = await createDemoAs('reader');
  const { personId } = await findLine(client, ({ state }) => state.status === 'candidate');
  await renderApp(client, `/capacitadores/${personId}`);
  await expect.element(page.getByRole('button', { name: 'Imprimir ficha en blanco' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Registrar observación' }).elements()).toEqual([]);
});

test('the criteria are the office’s own: reworded, weighed, taken out, and brought back by undoing', async () => {
  const client = await createDemoClient();
  const before = await client.observations.criteria();
  await renderApp(client, '/ajustes/observacion');
  await page.getByRole('button', { name: 'Quitar criterio 2' }).click();
  await page.getByRole('textbox', { name: 'Vale por' }).first().fill('2');
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect.element(page.getByText('Se guardaron los criterios de observación')).toBeVisible();
  const changed = await client.observations.criteria();
  expect(changed.map(({ id }) => id)).toEqual(before.map(({ id }) => id).toSpliced(1, 1));
  expect(changed[0]?.weight).toBe(2);
  await page.getByRole('button', { name: 'Deshacer' }).click();
  await expect.poll(() => client.observations.criteria()).toEqual(before);
});
