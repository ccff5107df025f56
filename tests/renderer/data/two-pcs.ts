import { userEvent } from 'vitest/browser';
import type { PacketLock } from '../../../domain/packet.ts';
import type { ServiceClient } from '../../../renderer/lib/api.tsx';
import { createDemoClient, createTestClient } from '../support/render-app.tsx';

/** The office with its invented data, and another PC that joined it; the office has not accepted it yet. */
export async function createTwoPcs(): Promise<{ office: ServiceClient; laptop: ServiceClient }> {
  const office = await createDemoClient({ isOnDisk: true });
  const laptop = createTestClient({ isOnDisk: true });
  const { path } = await endOf(await office.backups.make({ to: null }));
  const backup = { path, passphrase: null };
  await endOf(await laptop.recovery.recover({ backup, salvage: false }));
  await laptop.setup.state();
  return { office, laptop };
}

/** Two PCs that know each other. */
export async function createAcquaintedPcs() {
  const pcs = await createTwoPcs();
  await importInto(pcs.office, await makePacket(pcs.laptop));
  const [packet] = (await pcs.office.exchange.state()).aside;
  await endOf(await pcs.office.exchange.acceptDevice({ asideId: packet?.id ?? '' }));
  await importInto(pcs.laptop, await makePacket(pcs.office));
  return pcs;
}

/** A packet for everyone, as it would lie on a stick. */
export async function makePacket(from: ServiceClient, lock: PacketLock = { kind: 'open' }): Promise<File> {
  const order = { forDevice: null, lock, folder: null };
  const { id, fileName } = await endOf(await from.exchange.exportPacket(order));
  return new File([await from.exchange.packetFile({ id })], fileName);
}

export async function importInto(client: ServiceClient, file: File) {
  return endOf(await client.exchange.importPacket({ file, passphrase: null }));
}

/** Chooses a file where the page takes it. */
export async function choose(file: File): Promise<void> {
  const input = document.querySelector('input[type=file]');
  if (input === null) throw new Error('the page takes no file');
  await userEvent.upload(input, file);
}

/** The result of a long task. */
export async function endOf<Result>(steps: AsyncIterator<unknown, Result, unknown>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** The device by which a client presents itself. */
export async function thisDeviceOf(client: ServiceClient) {
  const own = (await client.exchange.state()).devices.find(({ isThis }) => isThis);
  if (own === undefined) throw new Error('a PC of an office has an identity');
  return own;
}
