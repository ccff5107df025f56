import { expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

/** Somebody whose editions are all over. */
async function findFreePerson(client: Awaited<ReturnType<typeof createDemoClient>>) {
  const page = { text: '', sort: 'surname', descending: false, offset: 0, limit: 200 } as const;
  for (const { id } of (await client.people.list(page)).rows) {
    const { running, userName, folios } = await client.people.reviewAnonymising({ id });
    if (running.length === 0 && userName === null && folios.length > 0) return { id, folios };
  }
  throw new Error('nobody is free');
}

test('says what goes, what stays and where the name is left, and does it only for a word typed out', async () => {
  const client = await createDemoClient();
  const { id, folios } = await findFreePerson(client);
  const screen = await renderApp(client, `/personas/${id}`);
  await screen.getByRole('button', { name: 'Más' }).click();
  await screen.getByRole('menuitem', { name: 'Anonimizar' }).click();
  const dialog = screen.getByRole('dialog');
  await expect.element(dialog.getByText(/Nombres, apellidos, cédula/)).toBeVisible();
  await expect.element(dialog.getByText(/las cifras no cambian/)).toBeVisible();
  await expect.element(dialog.getByText(new RegExp(folios[0] ?? '-'))).toBeVisible();
  const word = dialog.getByRole('textbox');
  await word.fill('sí');
  await userEvent.keyboard('{Enter}');
  await expect.element(dialog.getByText(/Escriba ANONIMIZAR para confirmar/)).toBeVisible();
  expect((await client.people.get({ id })).anonymisedAt).toBeNull();
  await word.fill('anonimizar');
  await userEvent.keyboard('{Enter}');
  await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Persona anonimizada');
  await expect.element(screen.getByText(/quién era ya no se sabe/)).toBeVisible();
  expect(screen.getByRole('textbox', { name: 'Nombres' }).query()).toBeNull();
});

test('says where somebody still takes part, and asks for no word', async () => {
  const client = await createDemoClient();
  const editions = await client.editions.list({ courseId: null });
  const running = editions.find(({ status }) => status === 'running');
  if (running === undefined) throw new Error('one runs');
  const enrolments = await client.enrolments.list({ editionId: running.id });
  const screen = await renderApp(client, `/personas/${enrolments[0]?.personId}`);
  await screen.getByRole('button', { name: 'Más' }).click();
  await screen.getByRole('menuitem', { name: 'Anonimizar' }).click();
  const dialog = screen.getByRole('dialog');
  await expect.element(dialog.getByText(new RegExp(running.code))).toBeVisible();
  expect(dialog.getByRole('textbox').query()).toBeNull();
  expect(dialog.getByRole('button', { name: 'Anonimizar para siempre' }).query()).toBeNull();
});
