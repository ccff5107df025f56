import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

/** A demo office with a trainer who is nobody among its people yet, and a person who teaches an edition. */
async function createTrainer() {
  const client = await createDemoClient();
  const [coordinator] = await client.users.list();
  const [edition] = await client.editions.list({ courseId: null });
  const [person] = (await client.people.list(firstPage)).rows;
  if (coordinator === undefined || edition === undefined || person === undefined) throw new Error('a demo');
  const { notes, place, room, code, courseId, startsOn, endsOn, capacity, attendancePolicy, id, trainers } =
    await client.editions.get({ editionId: edition.id });
  const draft = { notes, place, room, code, courseId, startsOn, endsOn, capacity, attendancePolicy };
  const assigned = trainers.map(({ personId, role }) => ({ personId, role }));
  const teacher = { personId: person.id, role: 'assistant' as const };
  await client.editions.update({ editionId: id, draft: { ...draft, trainers: [...assigned, teacher] } });
  const trainer = await client.users.create({ name: 'Ana Rojas', role: 'trainer', password: null });
  return { client, coordinator, trainer, person, edition };
}

const firstPage = { text: '', sort: 'surname', descending: false, offset: 0, limit: 1 } as const;

test('a trainer without a person sees no edition, and the screen says whom to ask', async () => {
  const { client, coordinator, trainer } = await createTrainer();
  await client.setup.signIn({ userId: trainer.id, password: null });
  await renderApp(client);
  const why = page.getByText(new RegExp(`falta indicar qué persona es. Pida a ${coordinator.name}`));
  await expect.element(why).toBeVisible();
  await page.getByRole('link', { name: 'Cursos y ediciones' }).click();
  await expect.element(page.getByText('Todavía no ve ninguna edición')).toBeVisible();
});

test('choosing who a trainer is lets them see the editions they teach, and the list says it', async () => {
  const { client, trainer, person, edition } = await createTrainer();
  await renderApp(client, '/ajustes/usuarios');
  await expect.element(page.getByText('Sin persona: no ve ediciones')).toBeVisible();
  await page.getByRole('button', { name: 'Acciones de Ana Rojas' }).click();
  await page.getByRole('menuitem', { name: 'Editar' }).click();
  await page
    .getByRole('textbox', { name: /^Quién es/ })
    .fill(`${person.givenNames} ${person.paternalSurname ?? ''}`);
  await page.getByRole('option').first().click();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect.element(page.getByText('Se guardó el usuario Ana Rojas')).toBeVisible();
  const changed = (await client.users.list()).find(({ id }) => id === trainer.id);
  expect(changed).toMatchObject({ personId: person.id });
  await expect.element(page.getByRole('gridcell', { name: changed?.personName ?? '' })).toBeVisible();
  await client.setup.signIn({ userId: trainer.id, password: null });
  expect((await client.editions.list({ courseId: null })).map(({ id }) => id)).toEqual([edition.id]);
});

test('the minutes until a window locks are saved as soon as they are chosen, and never is one of them', async () => {
  const client = await createDemoClient();
  await renderApp(client, '/ajustes/usuarios');
  await page.getByRole('combobox', { name: 'Bloquear después de' }).click();
  await page.getByRole('option', { name: 'Nunca' }).click();
  await expect.element(page.getByText('Se guardó cuándo se bloquea')).toBeVisible();
  expect((await client.office.get()).idleMinutes).toBeNull();
});

test('a recovery sheet is made, another one only after a question, and the code is shown once', async () => {
  const client = await createDemoClient();
  await renderApp(client, '/ajustes/usuarios');
  await page.getByRole('button', { name: 'Hacer la hoja' }).click();
  const code = page.getByRole('group', { name: 'Código de recuperación' });
  await expect.element(code).toBeVisible();
  await expect.element(page.getByRole('button', { name: 'Imprimir la hoja' })).toBeEnabled();
  const first = code.element().textContent;
  const close = page.getByRole('button', { name: 'Cerrar', exact: true }).last();
  await expect.element(close).toBeDisabled();
  await page.getByLabelText(/^Tengo la hoja impresa/).click();
  await close.click();
  await expect.element(page.getByText(/Hay una hoja hecha/)).toBeVisible();
  await page.getByRole('button', { name: 'Hacer una hoja nueva' }).click();
  await expect.element(page.getByText(/La hoja anterior deja de servir/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByText(/La hoja anterior deja de servir/)).not.toBeInTheDocument();
  await page.getByRole('button', { name: 'Hacer una hoja nueva' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Hacer una hoja nueva' }).click();
  await expect.element(code).toBeVisible();
  expect(code.element().textContent).not.toBe(first);
});
