import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDemoClient, createTestClient, renderApp } from '../support/render-app.tsx';

afterEach(() => sessionStorage.clear());

const next = () => page.getByRole('button', { name: 'Siguiente' }).click();

/** The office and its municipality, as far as the step after. */
async function fillOffice() {
  await page.getByRole('button', { name: /Configurar mi oficina/ }).click();
  await page.getByRole('combobox', { name: /^Municipio/ }).fill('pojo');
  await page.getByRole('option', { name: /Pojo/ }).click();
  await next();
}

describe('the first start', () => {
  test('suggests the name of the municipality that was found without its accents', async () => {
    await renderApp(createTestClient());
    await page.getByRole('button', { name: /Configurar mi oficina/ }).click();
    await page.getByRole('combobox', { name: /^Municipio/ }).fill('bolivar');
    await page.getByRole('option', { name: /Bolívar/ }).click();
    await expect
      .element(page.getByLabelText(/^Nombre de la oficina/))
      .toHaveValue('Gobierno Autónomo Municipal de Bolívar');
  });

  test('keeps what was typed on the way back and when the window is loaded anew', async () => {
    const client = createTestClient();
    const screen = await renderApp(client);
    await fillOffice();
    await page.getByRole('button', { name: 'Volver' }).click();
    await page.getByLabelText(/^Nombre de la oficina/).fill('Dirección de Pojo');
    await next();
    await screen.unmount();
    await renderApp(client);
    await expect.element(page.getByText('Paso 2 de 5')).toBeVisible();
    await page.getByRole('button', { name: 'Volver' }).click();
    await expect.element(page.getByLabelText(/^Nombre de la oficina/)).toHaveValue('Dirección de Pojo');
  });

  test('refuses a logo that is no image', async () => {
    await renderApp(createTestClient());
    await fillOffice();
    const file = new File(['this is text'], 'logo.png', { type: 'image/png' });
    await userEvent.upload(page.getByLabelText('Logotipo', { exact: true }), file);
    await expect.element(page.getByText(/no es una imagen/)).toBeVisible();
  });

  test('makes the office by Enter alone, and leads to what comes first', async () => {
    const client = createTestClient();
    await renderApp(client);
    await fillOffice();
    await expect.element(page.getByText('Paso 2 de 5')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByText('Paso 3 de 5')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByLabelText(/^Nombre y apellido/)).toHaveFocus();
    await userEvent.keyboard('Rosa Mamani{Enter}');
    await expect.element(page.getByText('Paso 5 de 5')).toBeVisible();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('heading', { name: 'Cree un curso' })).toBeVisible();
    expect(await client.office.get()).toMatchObject({
      name: 'Gobierno Autónomo Municipal de Pojo',
      municipality: 'Pojo',
      paper: 'letter',
      logo: null,
      signatories: [],
    });
    expect(Object.keys(sessionStorage).filter((name) => name.includes('setup'))).toEqual([]);
  });

  test('asks a password twice, and never keeps it', async () => {
    const client = createTestClient();
    const screen = await renderApp(client);
    await fillOffice();
    await next();
    await next();
    await page.getByLabelText(/^Nombre y apellido/).fill('Rosa Mamani');
    await page.getByLabelText(/Con contraseña/).click();
    await page.getByLabelText(/^Contraseña( \*)?$/).fill('clave larga');
    await page.getByLabelText(/^Contraseña otra vez/).fill('clave corta');
    await next();
    await expect.element(page.getByText('Las dos contraseñas no son iguales')).toBeVisible();
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('clave');
    await screen.unmount();
    await renderApp(client);
    await expect.element(page.getByText(/no se guardó la contraseña/)).toBeVisible();
  });
});

describe('signing in', () => {
  test('a name without a password is enough; a wrong password is said at its field', async () => {
    const client = await createDemoClient();
    const created = await client.users.create({
      name: 'Pedro Condori',
      role: 'trainer',
      password: 'secreto 123',
    });
    await client.setup.signOut();
    await renderApp(client);
    await page.getByRole('button', { name: new RegExp(created.name) }).click();
    const password = page.getByLabelText('Contraseña', { exact: true });
    await expect.element(password).toHaveFocus();
    await userEvent.keyboard('otra cosa{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('La contraseña no es correcta.');
    await expect.element(password).toHaveFocus();
    await userEvent.keyboard('secreto 123{Enter}');
    await expect.element(page.getByRole('heading', { name: /^Hoy, / })).toBeVisible();
    expect(await client.setup.state()).toMatchObject({ state: 'ready', user: { name: 'Pedro Condori' } });
  });
});
