import { afterEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

afterEach(() => sessionStorage.clear());

describe('courses and editions', () => {
  test('stand on one page, the editions narrowed down by status and course', async () => {
    const client = await createDemoClient();
    const [cancelled, ...others] = (await client.editions.list({ courseId: null })).toSorted(
      (a, b) => Number(b.status === 'cancelled') - Number(a.status === 'cancelled'),
    );
    const screen = await renderApp(client, '/cursos');
    const editions = screen.getByRole('grid', { name: 'Ediciones' });
    await expect.element(editions.getByText(others[0]?.code ?? '')).toBeVisible();
    await screen.getByRole('radio', { name: /Anulada/ }).click();
    await expect.element(editions.getByText(cancelled?.code ?? '')).toBeVisible();
    expect(editions.getByText(others[0]?.code ?? '').elements()).toEqual([]);
    await expect.element(screen.getByRole('grid', { name: 'Catálogo de cursos' })).toBeVisible();
  });

  test('a code that another course has is refused at its field', async () => {
    const client = await createDemoClient();
    const [known] = await client.courses.list();
    const screen = await renderApp(client, '/cursos/nuevo');
    await screen.getByRole('textbox', { name: 'Código' }).fill(known?.code.toLowerCase() ?? '');
    await screen.getByRole('textbox', { name: 'Título' }).fill('Otro curso');
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('Ese código ya está en uso. Elija otro.')).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Código' })).toHaveFocus();
  });

  test('the hours of the modules, typed with a comma, are compared with those of the course', async () => {
    const client = await createDemoClient();
    const screen = await renderApp(client, '/cursos/nuevo');
    await screen.getByRole('textbox', { name: 'Código' }).fill('MER');
    await screen.getByRole('textbox', { name: 'Título' }).fill('Mermeladas');
    await screen.getByRole('button', { name: 'Añadir módulo' }).click();
    await userEvent.keyboard('Fruta{Tab}4,5');
    await expect
      .element(screen.getByText(/Los módulos suman 4,5 h: faltan 15,5 h para las 20 h/))
      .toBeVisible();
    await screen.getByRole('button', { name: 'Poner 4,5 h al curso' }).click();
    await screen.getByRole('button', { name: 'Crear curso' }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Mermeladas');
    const stored = (await client.courses.list()).find(({ code }) => code === 'MER');
    expect(stored).toMatchObject({ hours: 4.5, modules: [{ title: 'Fruta', hours: 4.5 }] });
  });

  test('a course with editions cannot be deleted, and the page says why', async () => {
    const client = await createDemoClient();
    const course = (await client.courses.list()).find(({ editionCount }) => editionCount > 0);
    const screen = await renderApp(client, `/cursos/${course?.id ?? ''}`);
    await screen.getByRole('button', { name: 'Eliminar' }).click();
    await expect.element(screen.getByText(/por eso no se puede eliminar/)).toBeVisible();
  });
});
