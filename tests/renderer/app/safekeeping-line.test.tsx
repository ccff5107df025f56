import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { bookTwice } from '../support/book-twice.ts';
import { createDemoClient, renderApp } from '../support/render-app.tsx';

afterEach(async () => {
  await page.viewport(1366, 768);
  sessionStorage.clear();
});

const line = () => page.getByRole('list', { name: 'Resguardo de los datos' });
const link = (name: string | RegExp) => line().getByRole('link', { name });

async function makeBackup(client: ServiceClient): Promise<void> {
  const making = await client.backups.make({ to: null });
  while ((await making.next()).done !== true);
}

/** A file that is no packet is set aside, as one that was cut off on the way. */
async function bringDamaged(client: ServiceClient, name: string): Promise<void> {
  const start = 'YACHAY-PACKET 1 4000\n';
  const taking = await client.exchange.importPacket({
    file: new File([start.padEnd(4096, name)], name),
    passphrase: null,
  });
  while ((await taking.next()).done !== true);
}

describe('the line at the top of every page', () => {
  test('warns in words where there is no backup, and says at once when one was made', async () => {
    const client = await createDemoClient({ isOnDisk: true });
    await renderApp(client, '/personas');
    await expect.element(link('Sin copia de seguridad')).toHaveAttribute('href', '/datos/respaldos');
    await makeBackup(client);
    await expect.element(link(/^Última copia: hoy \d\d:\d\d$/)).toBeVisible();
    await link(/^Última copia/).click();
    await expect.element(page.getByText(/^La última copia buena es del /)).toBeVisible();
  });

  test('says how many packets wait, and leads to them', async () => {
    const client = await createDemoClient();
    await renderApp(client, '/personas');
    await expect.element(link('Sin copia de seguridad')).toBeVisible();
    expect(link(/espera/).query()).toBeNull();
    await bringDamaged(client, 'a.yachay');
    await expect.element(link('1 paquete espera')).toHaveAttribute('href', '/datos');
    await bringDamaged(client, 'b.yachay');
    await link('2 paquetes esperan').click();
    await expect.element(page.getByRole('heading', { name: 'Apartados, sin recibir' })).toBeVisible();
  });

  test('leads to what is to be resolved, and no longer says so on leaving what was resolved', async () => {
    const client = await createDemoClient();
    await bookTwice(client);
    await renderApp(client, '/personas');
    await link('1 por resolver').click();
    await expect.element(page.getByRole('button', { name: 'Mantener ambas' })).toBeVisible();
    expect(link('1 por resolver').query()).toBeNull();
    // By ordinary writes, of which there are too many to ask after each.
    await page.getByRole('button', { name: 'Quitar de CRUCE-2' }).click();
    await expect.element(page.getByText('No hay nada por resolver')).toBeVisible();
    await page.getByRole('link', { name: 'Personas', exact: true }).click();
    await expect.element(page.getByRole('heading', { name: 'Personas' })).toBeVisible();
    await vi.waitFor(() => expect(link('1 por resolver').query()).toBeNull());
  });

  test('spares whoever only reads what they cannot do', async () => {
    const client = await createDemoClient();
    await bringDamaged(client, 'a.yachay');
    await bookTwice(client);
    const reader = await client.users.create({ name: 'Ana Rojas', role: 'reader', password: null });
    await client.setup.signIn({ userId: reader.id, password: null });
    await renderApp(client, '/personas');
    await expect.element(link('Sin copia de seguridad')).toBeVisible();
    expect(link(/espera|resolver/).query()).toBeNull();
  });
});

describe('the bar at the top', () => {
  test.each([600, 900, 1024, 1093, 1180, 1366, 1920])(
    'at %i pixels is one line, with nothing outside the window or over another thing',
    async (width) => {
      const client = await createDemoClient();
      await bringDamaged(client, 'a.yachay');
      await page.viewport(width, 768);
      await renderApp(client, '/personas');
      await expect.element(link(/paquete espera|Sin copia/).first()).toBeInTheDocument();
      const bar = document.querySelector('header');
      const boxes = [...(bar?.children ?? [])].map((part) => part.getBoundingClientRect());
      expect(bar?.scrollWidth).toBeLessThanOrEqual(bar?.clientWidth ?? 0);
      expect(boxes.every(({ height }) => height <= 44)).toBe(true);
      expect(boxes.at(-1)?.right).toBeLessThanOrEqual(width);
      boxes
        .slice(1)
        .forEach((box, index) => expect(box.left).toBeGreaterThanOrEqual(boxes[index]?.right ?? 0));
    },
  );
});
