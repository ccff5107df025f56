import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { type Instant, toInstant } from '../../../domain/calendar-date.ts';
import type { PacketOutcome } from '../../../domain/packet.ts';
import type { UserId } from '../../../domain/ids.ts';
import { isRefusal } from '../../../domain/refusal.ts';
import type { Writer } from '../../../db/database.ts';
import { mintDevice } from '../../../db/devices.ts';
import { createDeviceKeys } from '../../../service/device-keys.ts';
import { receivePacket } from '../../../service/packets/receive-packet.ts';
import { sendPacket } from '../../../service/packets/send-packet.ts';
import { createService, type Service } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import { accepted } from '../../support/edition.ts';
import { testOfficeSetup } from '../../support/office.ts';

const resourcesFolder = fileURLToPath(new URL('../../../resources', import.meta.url));

/** A PC of an office with its own folder and a clock that the test moves. */
export interface Pc {
  readonly service: Service;
  readonly folder: string;
  readonly writer: () => Writer;
  readonly userId: UserId;
  readonly clock: { ms: number };
}

function openPc(userId: UserId | null, name: string, prepare: (folder: string) => void = () => undefined) {
  const folder = mkdtempSync(join(tmpdir(), `yachay-${name}-`));
  prepare(folder);
  const clock = { ms: Date.parse('2026-03-02T12:00:00.000Z') };
  const now = (): Instant => toInstant((clock.ms += 1));
  const service = createService({ dataFolder: folder, resourcesFolder, now });
  onTestFinished(() => {
    service.close();
    rmSync(folder, { recursive: true });
  });
  return { service, folder, clock, userId };
}

/** The first PC of a new office. */
export async function createPc(): Promise<Pc> {
  const { service, folder, clock } = openPc(null, 'pc');
  const user = accepted(await startOffice(service, { userId: null }, testOfficeSetup));
  return { service, folder, clock, userId: user.id, writer: () => service.createWriter(user.id) };
}

/** Another PC, set up from a copy of one, with an identity of its own. */
export async function copyPc(from: Pc, name: string): Promise<Pc> {
  const keys = await createDeviceKeys();
  const { service, folder, clock } = openPc(from.userId, 'copy', (target) => {
    from.service.db.handle.prepare('VACUUM INTO ?').run(join(target, 'yachay.db'));
  });
  const { userId } = from;
  const { now, newId } = service;
  mintDevice(service.db, { name, keys, userId, now, newId }, { retiresFormer: false });
  return { service, folder, clock, userId, writer: () => service.createWriter(userId) };
}

/** Makes a packet for all and answers its file. */
export async function send(from: Pc, fileName = `${from.service.newId()}.yachay`): Promise<string> {
  const target = join(from.folder, fileName);
  accepted(
    await sendPacket(from.service, from.writer(), target, { forDevice: null, lock: { kind: 'open' } }),
  );
  return target;
}

/** Takes a packet in, accepting whoever made it unless told otherwise. */
export async function receive(to: Pc, file: string, acceptsSender = true): Promise<PacketOutcome> {
  const outcome = await receivePacket(to.service, to.writer(), file, {
    fileName: 'paquete.yachay',
    passphrase: null,
    acceptsSender,
  });
  if (isRefusal(outcome)) throw new Error(outcome.refused);
  return outcome;
}

/** An office and a laptop that have each taken in the other's first packet. */
export async function createAcquainted(): Promise<[Pc, Pc]> {
  const office = await createPc();
  const laptop = await copyPc(office, 'Laptop 2');
  await receive(office, await send(laptop));
  await receive(laptop, await send(office));
  return [office, laptop];
}
