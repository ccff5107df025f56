import { renderHook } from 'vitest-browser-react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { useIdleStage } from '../../../renderer/app/use-idle-stage.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

const password = 'quinua real';

afterEach(() => sessionStorage.clear());

/** An office whose coordinator has a password. */
async function createGuardedClient(): Promise<ServiceClient> {
  const client = await createDemoClient();
  const [user] = await client.users.list();
  if (user === undefined) throw new Error('the demo has a coordinator');
  await client.users.setPassword({ id: user.id, password });
  return client;
}

const lockByKeys = () => userEvent.keyboard('{Control>}l{/Control}');
const lockTitle = () => page.getByRole('heading', { name: 'Yachay está bloqueado' });

describe('a locked window', () => {
  test('keeps what was being typed, out of sight, and goes on there', async () => {
    const client = await createGuardedClient();
    await renderApp(client, '/personas/nueva');
    const names = page.getByRole('textbox', { name: /^Nombres/ });
    await names.fill('Juana de la Cruz');
    await lockByKeys();
    await expect.element(lockTitle()).toBeVisible();
    // Still there, but neither seen nor read nor reached.
    const field = [...document.querySelectorAll('input')].find(({ value }) => value === 'Juana de la Cruz');
    expect(field === undefined ? null : getComputedStyle(field).visibility).toBe('hidden');
    expect(names.query()).toBeNull();
    await expect(client.people.search({ text: 'a', limit: 5 })).rejects.toMatchObject({ code: 'SIGNED_OUT' });

    await expect.element(page.getByLabelText('Contraseña', { exact: true })).toHaveFocus();
    await userEvent.keyboard(`${password}{Enter}`);
    await expect.element(names).toHaveValue('Juana de la Cruz');
    await expect.element(names).toHaveFocus();
    expect(lockTitle().query()).toBeNull();
    expect((await client.people.search({ text: 'a', limit: 5 })).length).toBeGreaterThan(0);
  });

  test('is not opened by a wrong password, by Esc, nor by the shortcuts of the page', async () => {
    const client = await createGuardedClient();
    await renderApp(client, '/ajustes/usuarios');
    await page.getByRole('button', { name: 'Añadir usuario' }).click();
    await page.getByLabelText(/^Nombre y apellido/).fill('Pedro');
    await lockByKeys();
    await expect.element(lockTitle()).toBeVisible();
    await userEvent.keyboard('otra cosa{Enter}');
    await expect.element(page.getByRole('alert')).toHaveTextContent('La contraseña no es correcta.');
    await userEvent.keyboard('{Control>}k{/Control}');
    expect(page.getByLabelText('Buscar en Yachay').query()).toBeNull();
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByText('¿Dejar el equipo a otra persona?')).toBeVisible();
    await page.getByRole('button', { name: 'Volver' }).click();
    await userEvent.keyboard(`${password}{Enter}`);
    await expect.element(page.getByLabelText(/^Nombre y apellido/)).toHaveValue('Pedro');
  });

  test('shows a window opened meanwhile nothing but the lock', async () => {
    const client = await createGuardedClient();
    await client.setup.lock();
    await renderApp(client, '/personas');
    await expect.element(lockTitle()).toBeVisible();
    expect(page.getByRole('navigation', { name: 'Secciones' }).query()).toBeNull();
  });

  test('can be left to someone else, who finds nothing of what was typed', async () => {
    const client = await createGuardedClient();
    await client.users.create({ name: 'Ana Rojas', role: 'reader', password: null });
    await renderApp(client, '/personas/nueva');
    await page.getByLabelText(/^Nombres/).fill('Juana de la Cruz');
    await lockByKeys();
    await page.getByRole('button', { name: 'Entrar con otro usuario' }).click();
    await page.getByRole('button', { name: 'Dejarlo y elegir usuario' }).click();
    await page.getByRole('button', { name: /Ana Rojas/ }).click();
    await expect.element(page.getByRole('heading', { name: /^Hoy, / })).toBeVisible();
    expect([...document.querySelectorAll('input')].filter(({ value }) => value !== '')).toEqual([]);
    expect(JSON.stringify({ ...sessionStorage })).not.toContain('Juana de la Cruz');
  });

  test('is none without a password: the screen says why', async () => {
    const client = await createDemoClient();
    await renderApp(client, '/personas');
    await expect.element(page.getByRole('heading', { name: 'Personas' })).toBeVisible();
    await lockByKeys();
    await expect.element(page.getByText(/bloquear no protegería nada/)).toBeVisible();
    expect((await client.setup.state()).state).toBe('ready');
  });
});

describe('a window that nobody is at', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('warns half a minute before it locks, and goes on at the first sign of life', async () => {
    const { result, act } = await renderHook(() => useIdleStage(2));
    const pass = (seconds: number) => act(() => vi.advanceTimersByTime(seconds * 1000));
    await pass(89);
    expect(result.current).toEqual({ stage: 'active' });
    await pass(1);
    expect(result.current).toEqual({ stage: 'warn', seconds: 30 });
    await act(() => window.dispatchEvent(new PointerEvent('pointermove')));
    expect(result.current).toEqual({ stage: 'active' });
    await pass(119);
    expect(result.current).toEqual({ stage: 'warn', seconds: 1 });
    await pass(1);
    expect(result.current).toEqual({ stage: 'lock' });
  });

  test('locks at once where the PC slept past the time, whatever wakes it', async () => {
    const { result, act } = await renderHook(() => useIdleStage(2));
    vi.setSystemTime(Date.now() + 3_600_000);
    await act(() => window.dispatchEvent(new PointerEvent('pointermove')));
    expect(result.current).toEqual({ stage: 'lock' });
  });

  test('never locks where the office wants it so', async () => {
    const { result, act } = await renderHook(() => useIdleStage(null));
    await act(() => vi.advanceTimersByTime(86_400_000));
    expect(result.current).toEqual({ stage: 'active' });
  });
});
