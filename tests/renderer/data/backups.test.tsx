import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { draftPerson } from '../../support/person.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { endOf } from './two-pcs.ts';

const createOffice = () => createDemoClient({ isOnDisk: true });
const countPeople = async (office: Awaited<ReturnType<typeof createOffice>>) =>
  (await office.today.get()).personCount;

describe('Resguardar', () => {
  test('says that there is no copy yet, makes one where asked, and lists it', async () => {
    const office = await createOffice();
    await renderApp(office, '/datos/respaldos');
    await expect.element(page.getByText('Todavía no hay copias', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Hacer una copia ahora' }).click();
    await expect.element(page.getByText(/^Se hizo la copia y está bien: /)).toBeVisible();
    const { backups, lastGood } = await office.backups.list();
    const [made] = backups;
    expect(lastGood).not.toBeNull();
    const row = page
      .getByRole('grid', { name: 'Copias' })
      .getByRole('row')
      .filter({ hasText: made?.name ?? 'none' });
    await expect.element(row.getByText('Este equipo', { exact: true })).toBeVisible();
    await expect.element(page.getByText(/^La última copia buena es del /)).toBeVisible();
  });

  test('shows what going back to a copy would change, and goes back only after a question', async () => {
    const office = await createOffice();
    const { name } = await endOf(await office.backups.make({ to: null }));
    const before = await countPeople(office);
    await office.people.create(draftPerson({ givenNames: 'Casilda' }));
    await renderApp(office, '/datos/respaldos');
    await page
      .getByRole('row')
      .filter({ hasText: name })
      .getByRole('button', { name: 'Volver a ella' })
      .click();
    const dialog = page.getByRole('dialog', { name: 'Volver a una copia' });
    await dialog.getByRole('button', { name: 'Abrir y revisar' }).click();
    const side = (title: string) => dialog.getByRole('region', { name: title, exact: true });
    await expect
      .element(side('En la copia').getByText(String(before), { exact: true }).first())
      .toBeVisible();
    await expect.element(side('Ahora').getByText(String(before + 1), { exact: true })).toBeVisible();
    await expect.element(dialog.getByText('Esto está ahora y no está en la copia:')).toBeVisible();
    await expect.element(dialog.getByRole('listitem').getByText(/: 1 cambio, del /)).toBeVisible();
    await dialog.getByRole('button', { name: 'Volver a esta copia' }).click();
    const question = page.getByRole('dialog', { name: /^Volver a la copia del / });
    await question.getByRole('button', { name: 'Cancelar' }).click();
    expect(await countPeople(office)).toBe(before + 1);
  });

  test('says of a copy that is not there that it was not found, and keeps the path that was typed', async () => {
    await renderApp(await createOffice(), '/datos/respaldos');
    await page.getByRole('button', { name: 'Volver a otra copia' }).click();
    const dialog = page.getByRole('dialog', { name: 'Volver a una copia' });
    const path = dialog.getByRole('textbox', { name: 'Archivo de la copia' });
    await path.fill('/no-existe.db');
    await dialog.getByRole('button', { name: 'Abrir y revisar' }).click();
    await expect.element(dialog.getByText(/^No se encontró «\/no-existe\.db»/)).toBeVisible();
    await expect.element(path).toHaveValue('/no-existe.db');
  });

  test('puts automatic copies in a second place too, once it has a password that was typed twice', async () => {
    const office = await createOffice();
    const { folder } = await office.backups.list();
    await endOf(await office.backups.make({ to: null }));
    await renderApp(office, '/datos/respaldos');
    await page.getByRole('button', { name: 'Elegir el segundo lugar' }).click();
    const dialog = page.getByRole('dialog', { name: 'Segundo lugar' });
    await dialog.getByLabelText(/^Carpeta/).fill(folder);
    await dialog.getByLabelText(/^Contraseña del archivo/).fill('lluvia de noviembre');
    await dialog.getByLabelText(/^La misma contraseña/).fill('lluvia de octubre');
    await dialog.getByRole('button', { name: 'Usar este lugar' }).click();
    await expect.element(dialog.getByText('Las dos contraseñas no son iguales')).toBeVisible();
    await dialog.getByLabelText(/^La misma contraseña/).fill('lluvia de noviembre');
    await dialog.getByRole('button', { name: 'Usar este lugar' }).click();
    await expect.element(page.getByText('Todavía no se hizo ninguna copia allí.')).toBeVisible();
    expect((await office.backups.list()).secondPlace).toMatchObject({ folder });
  });
});
