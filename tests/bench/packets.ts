import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import type { Writer } from '../../db/database.ts';
import { listUsers } from '../../db/users.ts';
import type { PacketOutcome } from '../../domain/packet.ts';
import { receivePacket } from '../../service/packets/receive-packet.ts';
import { sendPacket } from '../../service/packets/send-packet.ts';
import { createService, type Service } from '../../service/service.ts';
import type { Client } from '../service/hosts/transports.ts';
import { accepted } from '../support/edition.ts';
import { resourcesFolder } from './host.ts';
import { expectEqual, timeOnce } from './measure.ts';
import { addYear, databaseFile } from './ten-year-office.ts';

export function writerOf(service: Service): Writer {
  const [user] = listUsers(service.db);
  if (user === undefined) throw new Error('nobody works here');
  return service.createWriter(user.id);
}

export interface Laptop {
  /** Of its data. */
  readonly folder: string;
  readonly deviceId: string;
}

/** Another PC with the same ten years; it notices that its database is a copy and becomes a device of its own. */
export async function copyToLaptop(office: Service, folder: string): Promise<Laptop> {
  // The office's own database may be a copy, too: the laptop has to know it as what it becomes by that.
  writerOf(office);
  office.db.handle.prepare('VACUUM INTO ?').run(databaseFile(folder));
  const laptop = createService({ dataFolder: folder, resourcesFolder });
  const packet = join(folder, 'hello.yachay');
  accepted(await sendPacket(laptop, writerOf(laptop), packet, { forDevice: null, lock: { kind: 'open' } }));
  const receiving = { fileName: 'hello', passphrase: null, acceptsSender: true };
  const outcome = accepted(await receivePacket(office, writerOf(office), packet, receiving));
  expectEqual(outcome.aside, null, 'the laptop’s first packet');
  laptop.close();
  if (outcome.sender === null) throw new Error('the laptop’s packet has no sender');
  return { folder, deviceId: outcome.sender.id };
}

/** So many years more at the office, in a packet for the laptop. */
export async function writeYears(office: Service, { folder, deviceId }: Laptop, years: readonly string[]) {
  for (const year of years) addYear(writerOf(office), year);
  const packet = join(folder, `${years.join('-')}.yachay`);
  const order = { forDevice: deviceId, lock: { kind: 'open' } } as const;
  const { ms, answer } = await timeOnce(() => sendPacket(office, writerOf(office), packet, order));
  return { packet, ms, entries: accepted(answer).entries };
}

/** Takes a packet in as a window does, to the end. */
export async function takeIn(client: Client, packet: string): Promise<PacketOutcome> {
  const file = new File([await openAsBlob(packet)], 'year.yachay');
  return finish(await client.exchange.importPacket({ file, passphrase: null }));
}

/** Follows long work to its end, as a window does that shows how far it is. */
export async function finish<Result>(steps: AsyncIterator<unknown, Result>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}
