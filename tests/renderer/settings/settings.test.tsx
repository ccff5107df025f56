import { expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

test('a change of the office and the order of its signatories is saved', async () => {
  const client = await createDemoClient();
  const before = await client.office.get();
  await renderApp(client, '/ajustes');
  await page.getByLabelText('Teléfono').fill('44 260 099');
  await page.getByLabelText('Varios atrasos suman una falta').click();
  await page.getByLabelText('Atrasos que suman una falta').fill('4');
  await page.getByRole('button', { name: 'Bajar firmante 1' }).click();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect.element(page.getByText('Se guardaron los datos de la oficina')).toBeVisible();
  const after = await client.office.get();
  expect(after.phone).toBe('44 260 099');
  expect(after.attendancePolicy.latesPerAbsence).toBe(4);
  expect(after.signatories.map(({ name }) => name)).toEqual(
    before.signatories.map(({ name }) => name).toReversed(),
  );
});

test('a theme with courses is not removed, and the dialog says why', async () => {
  const client = await createDemoClient();
  const courses = await client.courses.list();
  const [programme] = await client.programmes.list();
  const used = programme?.themes.findIndex(({ id }) => courses.some(({ themeId }) => themeId === id)) ?? -1;
  await renderApp(client, '/ajustes/programas');
  await page.getByRole('button', { name: /^Editar / }).click();
  await page.getByRole('button', { name: `Quitar eje ${used + 1}` }).click();
  await page.getByRole('button', { name: 'Guardar' }).click();
  await expect.element(page.getByText(/tiene . cursos, por eso no se puede quitar/)).toBeVisible();
  expect(await client.programmes.list()).toEqual([programme]);
});

test('the last coordinator stays one', async () => {
  const client = await createDemoClient();
  await renderApp(client, '/ajustes/usuarios');
  await page.getByRole('button', { name: /^Acciones de / }).click();
  await page.getByRole('menuitem', { name: 'Desactivar' }).click();
  await expect.element(page.getByText(/al menos una persona que coordine/)).toBeVisible();
  expect(await client.users.list()).toMatchObject([{ isActive: true, role: 'coordinator' }]);
});

test('whoever does not coordinate reads the office and may change their own password only', async () => {
  const client = await createDemoClient();
  const user = await client.users.create({ name: 'Ana Rojas', role: 'registrar', password: null });
  await client.setup.signIn({ userId: user.id, password: null });
  await renderApp(client, '/ajustes/usuarios');
  await expect.element(page.getByRole('button', { name: 'Acciones de Ana Rojas' })).toBeVisible();
  expect(page.getByRole('button', { name: /^Acciones de / }).all().length).toBe(1);
  expect(page.getByRole('button', { name: 'Añadir usuario' }).all()).toEqual([]);
  await page.getByRole('link', { name: 'Oficina' }).click();
  await expect.element(page.getByText('Estos datos los cambia quien coordina.')).toBeVisible();
  expect(page.getByRole('button', { name: 'Guardar' }).all()).toEqual([]);
});
