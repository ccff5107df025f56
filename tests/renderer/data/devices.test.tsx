import { describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { draftPerson } from '../../support/person.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { createAcquaintedPcs, endOf, thisDeviceOf } from './two-pcs.ts';

const table = () => page.getByRole('grid', { name: 'Equipos de la oficina' });

/** Both PCs are called after the machine the test runs on: one gets a name to know it by. */
async function createNamedPcs() {
  const pcs = await createAcquaintedPcs();
  const { id } = await thisDeviceOf(pcs.laptop);
  await pcs.office.exchange.renameDevice({ deviceId: id, name: 'Portátil de Ana' });
  return { ...pcs, laptopId: id };
}

describe('the page of the PCs', () => {
  test('shows each with its series and fingerprint, this one first, and what another lacks', async () => {
    const { office, laptop } = await createNamedPcs();
    await office.people.create(draftPerson());
    const other = (await office.exchange.state()).devices.find(({ isThis }) => !isThis);
    const own = await thisDeviceOf(office);
    const { fingerprint } = await thisDeviceOf(laptop);
    await renderApp(office, '/datos/equipos');
    const rows = table().getByRole('row');
    await expect.element(rows.nth(1).getByText('Este equipo', { exact: true })).toBeVisible();
    await expect.element(rows.nth(1).getByText(own.fingerprint ?? 'none', { exact: true })).toBeVisible();
    const row = table().getByRole('row', { name: /^Portátil de Ana/ });
    await expect.element(row.getByText(fingerprint ?? 'none', { exact: true })).toBeVisible();
    await expect.element(row.getByText(other?.series ?? 'none', { exact: true })).toBeVisible();
    expect(other?.lacks).toBeGreaterThan(0);
    await expect.element(row.getByText(`Le faltan ${other?.lacks} cambios`)).toBeVisible();
  });

  test('takes a PC out of use after a question, and in again', async () => {
    const { office, laptopId } = await createNamedPcs();
    const retiredAt = async () =>
      (await office.exchange.state()).devices.find(({ id }) => id === laptopId)?.retiredAt;
    await renderApp(office, '/datos/equipos');
    const actions = page.getByRole('button', { name: 'Acciones de Portátil de Ana' });
    await actions.click();
    await page.getByRole('menuitem', { name: 'Dar de baja' }).click();
    const question = page.getByRole('dialog', { name: 'Dar de baja «Portátil de Ana»' });
    await question.getByRole('button', { name: 'Cancelar' }).click();
    expect(await retiredAt()).toBeNull();
    await actions.click();
    await page.getByRole('menuitem', { name: 'Dar de baja' }).click();
    await question.getByRole('button', { name: 'Dar de baja' }).click();
    await expect.element(table().getByText('De baja', { exact: true })).toBeVisible();
    expect(await retiredAt()).not.toBeNull();
    await actions.click();
    await page.getByRole('menuitem', { name: 'Reincorporar' }).click();
    await expect.element(table().getByText('De baja', { exact: true })).not.toBeInTheDocument();
    expect(await retiredAt()).toBeNull();
  });

  test('gives a PC another name', async () => {
    const { office } = await createNamedPcs();
    await renderApp(office, '/datos/equipos');
    await page.getByRole('button', { name: 'Acciones de Portátil de Ana' }).click();
    await page.getByRole('menuitem', { name: 'Cambiar el nombre' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Portátil de Berta');
    await page.getByRole('dialog').getByRole('button', { name: 'Guardar' }).click();
    await expect.element(table().getByText('Portátil de Berta', { exact: true })).toBeVisible();
  });

  test('prepares a new PC with a locked copy, once its password was typed twice alike', async () => {
    const office = await createDemoClient({ isOnDisk: true });
    await endOf(await office.backups.make({ to: null }));
    const { folder } = await office.backups.list();
    await renderApp(office, '/datos/equipos');
    const part = page.getByRole('region', { name: 'Preparar un equipo nuevo' });
    await part.getByLabelText(/^Carpeta de la memoria USB/).fill(folder);
    await part.getByLabelText(/^Contraseña del archivo/).fill('lluvia de noviembre');
    await part.getByLabelText(/^La misma contraseña/).fill('lluvia');
    await part.getByRole('button', { name: 'Guardar la copia' }).click();
    await expect.element(part.getByText('Las dos contraseñas no son iguales')).toBeVisible();
    await part.getByLabelText(/^La misma contraseña/).fill('lluvia de noviembre');
    await part.getByRole('button', { name: 'Guardar la copia' }).click();
    await expect.element(part.getByText(/^La copia está en .+\.db\.age$/)).toBeVisible();
    const { backups } = await office.backups.browse({ folder });
    expect(backups.filter(({ isEncrypted }) => isEncrypted)).toHaveLength(1);
  });
});
