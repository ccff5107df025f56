import { describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { bookTwice } from '../support/book-twice.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

describe('the page of what is to resolve', () => {
  test('says so where there is nothing', async () => {
    const screen = await renderApp(await createDemoClient(), '/por-resolver');
    await expect.element(screen.getByText('No hay nada por resolver')).toBeVisible();
  });

  test('is reached from what waits, shows both sides, and what is decided with the keys is taken back with them', async () => {
    const client = await createDemoClient();
    await bookTwice(client);
    const screen = await renderApp(client, '/');
    await screen.getByRole('link', { name: 'Resolver', exact: true }).click();
    await expect.element(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Por resolver');
    await expect.element(screen.getByRole('link', { name: /CRUCE-1/ })).toBeVisible();
    await expect.element(screen.getByRole('link', { name: /CRUCE-2/ })).toBeVisible();
    const keep = screen.getByRole('button', { name: 'Mantener ambas' });
    await expect.element(keep).toBeVisible();
    (keep.element() as HTMLElement).focus();
    await userEvent.keyboard('{Enter}');
    await expect.element(screen.getByText('No hay nada por resolver')).toBeVisible();
    expect(await client.conflicts.count()).toBe(0);
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.element(screen.getByRole('button', { name: 'Mantener ambas' })).toBeVisible();
  });

  test('takes the trainer off the one that is chosen', async () => {
    const client = await createDemoClient();
    await bookTwice(client);
    const screen = await renderApp(client, '/por-resolver');
    await screen.getByRole('button', { name: 'Quitar de CRUCE-2' }).click();
    await expect.element(screen.getByText('No hay nada por resolver')).toBeVisible();
    const trainers = await Promise.all(
      (await client.editions.list({ courseId: null }))
        .filter(({ code }) => code.startsWith('CRUCE'))
        .toSorted((a, b) => (a.code < b.code ? -1 : 1))
        .map(async ({ id }) => (await client.editions.get({ editionId: id })).trainers.length),
    );
    expect(trainers).toEqual([1, 0]);
  });
});
