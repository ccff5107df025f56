import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

test('days of the office are added and taken out, and a holiday can be worked', async () => {
  const client = await createDemoClient();
  for (const { id } of await client.officeDays.list()) await client.officeDays.remove({ id });
  await renderApp(client, '/ajustes/dias');
  await page.getByRole('button', { name: 'Añadir días' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Motivo' }).fill('Vacación colectiva');
  await dialog.getByRole('textbox', { name: 'Desde' }).fill('21/12/2026');
  await dialog.getByRole('textbox', { name: 'Hasta' }).fill('4/1/2027');
  await dialog.getByRole('button', { name: 'Guardar' }).click();
  const table = page.getByRole('grid', { name: 'Días propios de la oficina' });
  await expect.element(table.getByText('21 de diciembre de 2026 al 4 de enero de 2027')).toBeVisible();

  await page
    .getByRole('button', { name: /^Trabajar ese día: .*, Navidad/ })
    .first()
    .click();
  await expect.element(page.getByText(/^Se añadió «Navidad/)).toBeVisible();
  expect(await client.officeDays.list()).toMatchObject([{ isWorked: true }, { isWorked: false }]);

  await page.getByRole('button', { name: 'Quitar «Vacación colectiva»' }).click();
  await expect.element(table.getByText('Vacación colectiva')).not.toBeInTheDocument();
  expect(await client.officeDays.list()).toHaveLength(1);
  await page.getByRole('button', { name: 'Deshacer' }).last().click();
  await expect.element(table.getByText('Vacación colectiva')).toBeVisible();
});
