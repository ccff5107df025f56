import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { planBusyMonth } from './busy-month.ts';
import { daysOf, focusHead, headOf } from './days.ts';

const may = '/calendario?date=2031-05-05';

describe('the calendar by the month', () => {
  test('shows the sessions of each day, names what is free, and opens the day that has more than there is room for', async () => {
    const client = await createDemoClient();
    const { monday } = await planBusyMonth(client);
    await renderApp(client, may);
    await expect.element(page.getByRole('heading', { name: 'mayo de 2031' })).toBeVisible();
    await expect.element(headOf('jueves 1 de mayo, Sin sesiones, Día del Trabajo')).toBeVisible();
    await expect.element(page.getByText('12 sesiones', { exact: true })).toBeVisible();
    await expect.element(headOf('jueves 8 de mayo, 9 sesiones')).toBeVisible();
    await daysOf('month')
      .dayOf(8)
      .getByRole('button', { name: /^y \d más$/ })
      .click();
    const dialog = page.getByRole('dialog', { name: 'jueves 8 de mayo' });
    await expect.element(dialog.getByRole('listitem').nth(8)).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await page
      .getByRole('button', { name: /^14:00 a 16:00, .*, MAYO-0, Salón A$/ })
      .first()
      .click();
    const card = page.getByRole('dialog');
    await expect.element(card.getByText('lunes 5 de mayo')).toBeVisible();
    const mark = card.getByRole('link', { name: 'Marcar asistencia' });
    expect(mark.element().getAttribute('href')).toMatch(new RegExp(`/asistencia/${monday}$`));
    await card.getByRole('link', { name: 'Ver la edición' }).click();
    await expect.element(page.getByText('MAYO-0')).toBeVisible();
  });

  test('is walked by the arrows through days and sessions, and beyond its edge shows the next', async () => {
    const client = await createDemoClient();
    await planBusyMonth(client);
    await renderApp(client, may);
    const monday = headOf('lunes 5 de mayo, 2 sesiones');
    await expect.element(monday).toHaveAttribute('tabindex', '0');
    expect(document.querySelectorAll('[role=grid] [tabindex="0"]').length).toBe(1);
    focusHead(/^lunes 5 de mayo/);
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect.element(page.getByRole('button', { name: /^15:00 a 17:00/ })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('dialog').getByText('Sede B')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('button', { name: /^15:00 a 17:00/ })).toHaveFocus();
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(headOf('lunes 12 de mayo, Sin sesiones')).toHaveFocus();
    await userEvent.keyboard('{End}{ArrowRight}{ArrowLeft}{Home}{ArrowUp}');
    await expect.element(page.getByRole('button', { name: /^15:00 a 17:00/ })).toHaveFocus();
    await userEvent.keyboard('{PageDown}');
    await expect.element(page.getByRole('heading', { name: 'junio de 2031' })).toBeVisible();
    await expect.element(headOf('jueves 5 de junio, Sin sesiones')).toHaveFocus();
  });

  test('is narrowed down by place, course and trainer, and says so where that leaves nothing', async () => {
    const client = await createDemoClient();
    await planBusyMonth(client);
    await renderApp(client, may);
    await page.getByRole('combobox', { name: 'Lugar' }).click();
    await page.getByRole('option', { name: 'Salón A' }).click();
    await expect.element(page.getByText('2 sesiones', { exact: true })).toBeVisible();
    await expect.element(headOf('jueves 8 de mayo, Sin sesiones')).toBeVisible();
    const [, other] = await client.courses.list();
    await page.getByRole('combobox', { name: 'Programa o curso' }).click();
    await page.getByRole('option', { name: other?.title ?? '', exact: true }).click();
    await expect.element(page.getByText('Sin sesiones con estos filtros; sin ellos hay 12')).toBeVisible();
    await page.getByRole('button', { name: 'Quitar los filtros' }).click();
    await expect.element(page.getByText('12 sesiones', { exact: true })).toBeVisible();
  });
});

describe('the calendar by the week', () => {
  test('stands sessions of the same hours side by side, and is reached and left by a choice', async () => {
    const client = await createDemoClient();
    await planBusyMonth(client);
    await renderApp(client, may);
    await page.getByRole('radio', { name: 'Semana' }).click();
    await expect.element(page.getByRole('heading', { name: '5–11 de mayo de 2031' })).toBeVisible();
    await expect.element(headOf('lunes 5 de mayo, 2 sesiones')).toBeVisible();
    const [first, second] = daysOf('week')
      .dayOf(5)
      .getByRole('button')
      .elements()
      .map((element) => element.getBoundingClientRect());
    expect(first?.right).toBeLessThanOrEqual((second?.left ?? 0) + 0.5);
    expect(second?.top).toBeLessThan(first?.bottom ?? 0);
    expect(second?.top).toBeGreaterThan(first?.top ?? 0);
    await page.getByRole('button', { name: 'Semana siguiente' }).click();
    await expect.element(page.getByRole('heading', { name: '12–18 de mayo de 2031' })).toBeVisible();
    await page.getByRole('button', { name: 'Hoy', exact: true }).click();
    await expect.element(page.getByRole('button', { name: 'Hoy', exact: true })).toBeDisabled();
  });
});

test('the week of Hoy and the page of courses lead to the calendar', async () => {
  const client = await createDemoClient();
  await renderApp(client);
  await page.getByRole('link', { name: 'Ver el calendario' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Calendario' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Dónde estoy' })
    .getByRole('link', { name: 'Cursos y ediciones' })
    .click();
  await page.getByRole('button', { name: 'Calendario' }).click();
  await expect.element(page.getByRole('heading', { level: 1, name: 'Calendario' })).toBeVisible();
});

test('the calendar is printed as it is narrowed down, and the way back keeps that', async () => {
  const client = await createDemoClient();
  await planBusyMonth(client);
  await renderApp(client, `${may}&place=Sede+B`);
  await expect.element(page.getByText('10 sesiones', { exact: true })).toBeVisible();
  await userEvent.keyboard('{Control>}p{/Control}');
  await expect.element(page.getByRole('heading', { level: 1, name: 'Imprimir el calendario' })).toBeVisible();
  await expect.element(page.getByRole('group', { name: 'Páginas de Calendario' })).toBeVisible();
  await page
    .getByRole('navigation', { name: 'Dónde estoy' })
    .getByRole('link', { name: 'Calendario' })
    .click();
  await expect.element(page.getByText('10 sesiones', { exact: true })).toBeVisible();
});
