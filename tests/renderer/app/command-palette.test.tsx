import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

test('Ctrl+K finds a person and goes there by Enter; one Esc closes it', async () => {
  const client = await createDemoClient();
  const [person] = (
    await client.people.list({ text: '', sort: 'surname', descending: false, offset: 0, limit: 1 })
  ).rows;
  await renderApp(client, '/');
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
  await userEvent.keyboard('{Control>}k{/Control}');
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}k{/Control}');
  await page
    .getByRole('dialog')
    .getByPlaceholder('Nombre, carnet, edición o sección')
    .fill(`${person?.paternalSurname} ${person?.givenNames}`);
  const name = new RegExp(person?.givenNames ?? 'nobody');
  await expect.element(page.getByRole('option', { name })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible();
});
