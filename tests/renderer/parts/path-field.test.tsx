import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { createDemoClient, createTestClient, renderApp } from '../support/render-app.tsx';
import { installShell, removeShell } from '../support/shell.ts';

afterEach(() => {
  removeShell();
  sessionStorage.clear();
});

const chooseFolder = () => page.getByRole('button', { name: 'Elegir carpeta…' });
const chooseFile = () => page.getByRole('button', { name: 'Elegir archivo…' });
const field = (name: RegExp) => page.getByRole('textbox', { name });

describe('with the shell around it, a path is chosen', () => {
  test('for the stick from which a new PC joins', async () => {
    installShell({ chooseFolder: () => Promise.resolve('E:\\Yachay') });
    await renderApp(await createDemoClient(), '/datos/equipos');
    await chooseFolder().click();
    await expect.element(field(/^Carpeta de la memoria USB/)).toHaveValue('E:\\Yachay');
  });

  test('for the folder of exchange and the second place of the backups', async () => {
    const client = await createDemoClient();
    installShell({ chooseFolder: () => Promise.resolve('E:\\Yachay') });
    const screen = await renderApp(client, '/datos');
    await page.getByRole('button', { name: 'Elegir la carpeta' }).click();
    await chooseFolder().click();
    await expect.element(field(/^Carpeta/)).toHaveValue('E:\\Yachay');
    await screen.unmount();
    await renderApp(client, '/datos/respaldos');
    await page.getByRole('button', { name: 'Elegir el segundo lugar' }).click();
    await chooseFolder().click();
    await expect.element(field(/^Carpeta/)).toHaveValue('E:\\Yachay');
  });

  test('for the backup to go back to', async () => {
    installShell({ chooseBackup: () => Promise.resolve('E:\\yachay-A-2026-11-22-1830.db.age') });
    await renderApp(await createDemoClient(), '/datos/respaldos');
    await page.getByRole('button', { name: 'Volver a otra copia' }).click();
    await chooseFile().click();
    await expect.element(field(/^Archivo de la copia/)).toHaveValue('E:\\yachay-A-2026-11-22-1830.db.age');
  });

  test('for the copy that a new PC joins with, at the very first start', async () => {
    installShell({ chooseBackup: () => Promise.resolve('E:\\yachay.db.age') });
    await renderApp(createTestClient());
    await page.getByRole('button', { name: /Sumar este equipo/ }).click();
    await chooseFile().click();
    await expect.element(field(/^Archivo de la copia/)).toHaveValue('E:\\yachay.db.age');
  });

  test('and one that was typed stays where nothing is chosen', async () => {
    installShell();
    await renderApp(await createDemoClient(), '/datos/equipos');
    await field(/^Carpeta de la memoria USB/).fill('D:\\');
    await chooseFolder().click();
    await expect.element(field(/^Carpeta de la memoria USB/)).toHaveValue('D:\\');
  });
});

test('in a browser, which knows no paths, it is typed', async () => {
  await renderApp(await createDemoClient(), '/datos/equipos');
  await field(/^Carpeta de la memoria USB/).fill('/media/usb');
  expect(chooseFolder().query()).toBeNull();
});
