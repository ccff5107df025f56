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

  test('after three wrong passwords the screen counts down to the next try', async () => {
    const client = await createDemoClient();
    await client.users.create({ name: 'Pedro Condori', role: 'trainer', password: 'secreto 123' });
    await client.setup.signOut();
    await renderApp(client);
    await page.getByRole('button', { name: /Pedro Condori/ }).click();
    for (let time = 0; time < 3; time += 1) {
      await userEvent.keyboard(`otra cosa ${time}{Enter}`);
      await expect.element(page.getByRole('alert')).toHaveTextContent('La contraseña no es correcta.');
      await expect.element(page.getByLabelText('Contraseña', { exact: true })).toHaveFocus();
    }
    await expect.element(page.getByText(/^Puede volver a intentarlo en \d segundos?\.$/)).toBeVisible();
    await expect
      .element(page.getByRole('button', { name: 'Entrar' }))
      .toHaveAttribute('aria-disabled', 'true');
  });

  test('whoever forgot their password and does not coordinate is told whom to ask', async () => {
    const client = await createDemoClient();
    await client.users.create({ name: 'Pedro Condori', role: 'trainer', password: 'secreto 123' });
    await client.setup.signOut();
    await renderApp(client);
    await page.getByRole('button', { name: /Pedro Condori/ }).click();
    await page.getByRole('button', { name: 'Olvidé mi contraseña' }).click();
    await expect.element(page.getByText(/^Pida a Rosa Balderrama que le ponga otra/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Usar la hoja de recuperación' }).all()).toEqual([]);
  });
});

describe('the recovery sheet', () => {
  test('ends the first start of whoever has a password, and opens the office when it is forgotten', async () => {
    const client = createTestClient();
    const screen = await renderApp(client);
    await fillOffice();
    await next();
    await next();
    await page.getByLabelText(/^Nombre y apellido/).fill('Rosa Mamani');
    await page.getByLabelText(/Con contraseña/).click();
    await page.getByLabelText(/^Contraseña( \*)?$/).fill('clave larga');
    await page.getByLabelText(/^Contraseña otra vez/).fill('clave larga');
    await next();
    await page.getByRole('button', { name: 'Empezar' }).click();
    await expect.element(page.getByRole('heading', { name: 'Su hoja de recuperación' })).toBeVisible();
    const groups = page.getByRole('group', { name: 'Código de recuperación' }).element().children;
    const code = [...groups].map(({ textContent }) => textContent).join('-');
    // The sheet is still there to be printed once it is made.
    const print = page.getByRole('button', { name: 'Imprimir la hoja' });
    await expect.element(print).toBeEnabled();
    expect(await client.users.hasRecoveryCode()).toBe(true);
    await page.getByLabelText(/^Tengo la hoja impresa/).click();
    await page.getByRole('button', { name: 'Empezar a trabajar' }).click();
    await expect.element(page.getByRole('heading', { name: 'Cree un curso' })).toBeVisible();
    await screen.unmount();

    await client.setup.signOut();
    await renderApp(client);
    await page.getByRole('button', { name: /Rosa Mamani/ }).click();
    await page.getByRole('button', { name: 'Olvidé mi contraseña' }).click();
    await page.getByRole('button', { name: 'Usar la hoja de recuperación' }).click();
    await page.getByLabelText(/^Código de recuperación/).fill(code.toLowerCase());
    await page.getByLabelText(/^Contraseña nueva/).fill('otra clave');
    await page.getByLabelText(/^Contraseña otra vez/).fill('otra clave');
    await page.getByRole('button', { name: 'Cambiar la contraseña y entrar' }).click();
    await expect.element(page.getByText('La contraseña se cambió')).toBeVisible();
    expect(await client.users.hasRecoveryCode()).toBe(false);
    await page.getByRole('button', { name: 'Más tarde' }).click();
    await expect.element(page.getByRole('heading', { name: 'Cree un curso' })).toBeVisible();
  });
});
