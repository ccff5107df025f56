import { existsSync } from 'node:fs';
import type { UserId } from '../../domain/ids.ts';
import type { PacketOutcome } from '../../domain/packet.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import type { Writer } from '../../db/database.ts';
import { listAside } from '../../db/exchange.ts';
import type { Service } from '../service.ts';
import { asideFile } from './packet-folders.ts';
import { receiveOnePacket, type ReceiveRefusal, type Receiving } from './receive-one-packet.ts';
import { discardAside } from './set-aside.ts';

/** Takes a packet in, or sets it aside; packets that waited for this one are tried again. */
export async function receivePacket(
  service: Service,
  writer: Writer,
  file: string,
  receiving: Receiving,
): Promise<PacketOutcome | ReceiveRefusal> {
  const outcome = await receiveOnePacket(service, writer, file, receiving);
  if (isTakenIn(outcome)) await receiveWaiting(service, writer.userId);
  return outcome;
}

/** Takes a packet in that was set aside; it is forgotten once it was taken in. Refuses NOT_FOUND where its file is gone. */
export async function receiveAside(
  service: Service,
  writer: Writer,
  aside: ReceivingAside,
): Promise<PacketOutcome | ReceiveRefusal | Refusal<'NOT_FOUND'>> {
  const outcome = await receiveOneAside(service, writer, aside);
  if (isTakenIn(outcome)) await receiveWaiting(service, writer.userId);
  return outcome;
}

type ReceivingAside = Pick<
  Receiving,
  'fileName' | 'acceptsSender' | 'acceptsAhead' | 'onProgress' | 'signal'
> & {
  id: string;
};

function isTakenIn(outcome: PacketOutcome | Refusal<string>): boolean {
  return !isRefusal(outcome) && outcome.aside === null;
}

/** Tries again what came before what it needs; each that is taken in may be what another waits for. */
async function receiveWaiting(service: Service, userId: UserId): Promise<void> {
  const tried = new Set<string>();
  for (;;) {
    const next = listAside(service.db).find(
      ({ id, reason }) => (reason === 'gap' || reason === 'future') && !tried.has(id),
    );
    if (next === undefined) return;
    tried.add(next.id);
    // Taking one in may give this PC a new identity, so each gets a writer of its own.
    const aside = { id: next.id, fileName: next.fileName, acceptsSender: false };
    if (isTakenIn(await receiveOneAside(service, service.createWriter(userId), aside))) tried.clear();
  }
}

async function receiveOneAside(
  service: Service,
  writer: Writer,
  { id, ...how }: ReceivingAside,
): Promise<PacketOutcome | ReceiveRefusal | Refusal<'NOT_FOUND'>> {
  const file = asideFile(service.dataFolder, id);
  if (!existsSync(file)) {
    await discardAside(service, id);
    return refuse('NOT_FOUND');
  }
  const outcome = await receiveOnePacket(service, writer, file, { passphrase: null, ...how });
  if (isTakenIn(outcome)) await discardAside(service, id);
  return outcome;
}
