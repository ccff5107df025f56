import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { HandedPacket } from '../../../domain/shell-bridge.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, renderApp } from '../support/render-app.tsx';
import { createHandover, installShell, removeShell } from '../support/shell.ts';

afterEach(() => {
  removeShell();
  sessionStorage.clear();
});

/** A packet of this office itself: taken in it brings nothing new. */
async function makePacket(client: ServiceClient): Promise<Uint8Array<ArrayBuffer>> {
  const making = await client.exchange.exportPacket({
    forDevice: null,
    lock: { kind: 'open' },
    folder: null,
  });
  let step = await making.next();
  while (step.done !== true) step = await making.next();
  const file = await client.exchange.packetFile({ id: step.value.id });
  return new Uint8Array(await file.arrayBuffer());
}

async function handedPacket(client: ServiceClient, name: string): Promise<HandedPacket> {
  return { outcome: 'read', name, bytes: await makePacket(client) };
}

const question = (name: string) => page.getByText(`¿Recibir «${name}»?`);
const countTakenIn = async (client: ServiceClient) =>
  (await client.exchange.state()).events.filter(({ direction }) => direction === 'in').length;

function drop(...files: File[]): DragEvent {
  const dataTransfer = new DataTransfer();
  for (const file of files) dataTransfer.items.add(file);
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(event);
  return event;
}

describe('a packet that was opened by a double click', () => {
  test('leads to Datos, and is taken in only by the word of the user', async () => {
    const client = await createDemoClient();
    installShell(createHandover(await handedPacket(client, 'PC de Rosa.yachay')));
    await renderApp(client, '/personas');
    await expect.element(question('PC de Rosa.yachay')).toBeVisible();
    expect(await countTakenIn(client)).toBe(0);
    await page.getByRole('button', { name: 'Recibir', exact: true }).click();
    await expect.element(page.getByText(/^Se recibió lo de /)).toBeVisible();
    expect(await countTakenIn(client)).toBe(1);
    expect(question('PC de Rosa.yachay').query()).toBeNull();
  });

  test('is forgotten where it is not wanted now', async () => {
    const client = await createDemoClient();
    installShell(
      createHandover(await handedPacket(client, 'a.yachay'), await handedPacket(client, 'b.yachay')),
    );
    await renderApp(client);
    await expect.element(question('a.yachay')).toBeVisible();
    await expect.element(page.getByText('Después espera 1 archivo más.')).toBeVisible();
    await page.getByRole('button', { name: 'Ahora no' }).click();
    await expect.element(question('b.yachay')).toBeVisible();
    await page.getByRole('button', { name: 'Ahora no' }).click();
    await expect.element(page.getByRole('button', { name: 'Ahora no' })).not.toBeInTheDocument();
    expect(await countTakenIn(client)).toBe(0);
  });

  test('while Yachay is open leads there too, but not past what is unsaved', async () => {
    const client = await createDemoClient();
    const { hand, ...shell } = createHandover();
    installShell(shell);
    await renderApp(client, '/ajustes');
    await page.getByRole('textbox', { name: /^Nombre de la oficina/ }).fill('Pojo');
    hand(await handedPacket(client, 'a.yachay'));
    await expect.element(page.getByText('Hay cambios sin guardar')).toBeVisible();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancelar' }).click();
    await expect.element(page.getByRole('textbox', { name: /^Nombre de la oficina/ })).toHaveValue('Pojo');
    await page.getByRole('link', { name: 'Datos', exact: true }).click();
    await page.getByRole('button', { name: 'Salir sin guardar' }).click();
    await expect.element(question('a.yachay')).toBeVisible();
  });

  test('waits until somebody is signed in, and until the window is unlocked', async () => {
    const client = await createDemoClient();
    const [user] = await client.users.list();
    if (user === undefined) throw new Error('the demo has a coordinator');
    const packet = await handedPacket(client, 'a.yachay');
    await client.users.setPassword({ id: user.id, password: 'quinua real' });
    await client.setup.lock();
    installShell(createHandover(packet));
    await renderApp(client, '/personas');
    await expect.element(page.getByLabelText('Contraseña', { exact: true })).toHaveFocus();
    expect(question('a.yachay').query()).toBeNull();
    await userEvent.keyboard('quinua real{Enter}');
    await expect.element(question('a.yachay')).toBeVisible();
  });

  test('is not for whoever only reads: the page says who takes it in', async () => {
    const client = await createDemoClient();
    const packet = await handedPacket(client, 'a.yachay');
    const reader = await client.users.create({ name: 'Ana Rojas', role: 'reader', password: null });
    await client.setup.signIn({ userId: reader.id, password: null });
    installShell(createHandover(packet));
    await renderApp(client);
    await expect.element(page.getByText(/Espera un archivo de otro equipo/)).toBeVisible();
    expect(page.getByRole('button', { name: 'Recibir', exact: true }).query()).toBeNull();
  });

  test('that cannot be read is said to be so, with what to do', async () => {
    installShell(createHandover({ outcome: 'failed', name: 'a.yachay', code: 'ENOENT' }));
    await renderApp(await createDemoClient());
    await expect.element(page.getByText(/^No se pudo leer «a.yachay»/)).toBeVisible();
  });
});

describe('a file that is dropped on the window', () => {
  test('is offered like one that was opened, wherever one is, if it is a packet', async () => {
    const client = await createDemoClient();
    const bytes = await makePacket(client);
    await renderApp(client, '/personas');
    await expect.element(page.getByRole('heading', { name: 'Personas' })).toBeVisible();
    drop(new File(['x'], 'lista.txt'), new File([bytes], 'a.yachay'));
    await expect.element(question('a.yachay')).toBeVisible();
    expect(await countTakenIn(client)).toBe(0);
  });

  test('never takes the place of Yachay', async () => {
    await renderApp(await createDemoClient(), '/personas');
    await expect.element(page.getByRole('heading', { name: 'Personas' })).toBeVisible();
    expect(drop(new File(['x'], 'lista.txt')).defaultPrevented).toBe(true);
    await expect.element(page.getByRole('heading', { name: 'Personas' })).toBeVisible();
  });

  test('on the place for packets is taken in at once: that was the word', async () => {
    const client = await createDemoClient();
    const bytes = await makePacket(client);
    await renderApp(client, '/datos');
    const place = page.getByText('Archivo .yachay de otro equipo');
    await expect.element(place).toBeVisible();
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([bytes], 'a.yachay'));
    place.element().dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await expect.element(page.getByText(/^Se recibió lo de /)).toBeVisible();
    expect(question('a.yachay').query()).toBeNull();
  });
});
