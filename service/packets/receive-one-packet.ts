import { createHash, randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../domain/contract/procedure.ts';
import {
  type AsideReason,
  formatFingerprint,
  type PacketManifest,
  type PacketOutcome,
} from '../../domain/packet.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { listHeads } from '../../db/change-log/heads.ts';
import { MergedElsewhereError, type MergeCounts } from '../../db/change-log/merge.ts';
import { readTravellingTables } from '../../db/change-log/travelling-tables.ts';
import { settleOwnSeries } from '../../db/conflicts/own-series.ts';
import { redactErased } from '../../db/change-log/erasing.ts';
import type { Writer } from '../../db/database.ts';
import { acceptDevice } from '../../db/devices.ts';
import { addExchangeEvent } from '../../db/exchange.ts';
import { renewIdentity } from '../identity-guard.ts';
import type { Service } from '../service.ts';
import { createTimeSlices } from '../time-slices.ts';
import { findLatestAcceptable, findLatestTrusted, trustLead } from './clock-trust.ts';
import { openPacket } from './open-packet.ts';
import { withOwnCopy } from './own-copy.ts';
import { type PacketHead, readHead } from './packet-file.ts';
import { outgoingFolder } from './packet-folders.ts';
import { keepAside } from './set-aside.ts';
import { takeIn } from './take-in.ts';
import { checkBody, checkSender, showsSecondHistory } from './verify-packet.ts';

export interface Receiving {
  fileName: string;
  passphrase: string | null;
  /** A person's word that an unknown sender belongs to the office. */
  acceptsSender: boolean;
  /** A person's word that what it says is right although a clock is ahead. */
  acceptsAhead?: boolean;
  /** By itself, from the watched folder: nobody asked for it. */
  isUnattended?: boolean;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal | undefined;
}

/** What cannot be opened is for whoever chose the file to mend; what was opened always has an outcome. */
export type ReceiveRefusal = Refusal<
  'PASSPHRASE_NEEDED' | 'WRONG_PASSPHRASE' | 'NOT_FOR_THIS_DEVICE' | 'NOT_A_PACKET'
>;

/** Of a public key: what two people compare before one of them accepts the other's device. */
export function fingerprintOf(publicKey: string): string {
  return formatFingerprint(createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex'));
}

/**
 * Takes one packet in, after those before it: opened, checked whole, then merged in slices. One that may not be taken
 * in is set aside with its reason, and nothing of it is applied.
 */
export function receiveOnePacket(
  service: Service,
  writer: Writer,
  file: string,
  receiving: Receiving,
): Promise<PacketOutcome | ReceiveRefusal> {
  return service.packetQueue.run(() => receiveOne(service, writer, file, receiving));
}

async function receiveOne(
  service: Service,
  writer: Writer,
  file: string,
  receiving: Receiving,
): Promise<PacketOutcome | ReceiveRefusal> {
  const { signal } = receiving;
  const outcome = await withOwnCopy(service.dataFolder, file, signal, (copy) =>
    receiveCopy(service, writer, copy, receiving),
  );
  return outcome ?? recordRefused(service, writer, receiving, { reason: 'hostile', manifest: null });
}

async function receiveCopy(
  service: Service,
  writer: Writer,
  file: string,
  receiving: Receiving,
): Promise<PacketOutcome | ReceiveRefusal> {
  const target = join(outgoingFolder(service.dataFolder), `${randomUUID()}.open`);
  const { passphrase, signal } = receiving;
  try {
    const opened = await openPacket(service.db, file, { target, passphrase, signal });
    if (!isRefusal(opened)) return await receiveOpened(service, writer, opened, receiving);
    if (opened.refused !== 'DAMAGED_PACKET') return refuse(opened.refused);
    return await setAside(service, writer, file, receiving, { reason: 'damaged', manifest: null });
  } finally {
    await rm(target, { force: true });
  }
}

async function receiveOpened(
  service: Service,
  given: Writer,
  file: string,
  receiving: Receiving,
): Promise<PacketOutcome | ReceiveRefusal> {
  const head = await readHead(file);
  if (isRefusal(head)) {
    if (head.refused === 'NOT_A_PACKET') return refuse(head.refused);
    const reason = head.refused === 'NEWER_PACKET' ? 'newer' : 'damaged';
    return setAside(service, given, file, receiving, { reason, manifest: null });
  }
  const { manifest } = head;
  // It proves itself: who made the packet does not matter.
  const writer = showsSecondHistory(service.db, manifest) ? renewIdentity(service, given.userId) : given;
  const counts = await checkAndTakeIn(service, writer, file, head, receiving);
  if (typeof counts === 'string') {
    return setAside(service, writer, file, receiving, { reason: counts, manifest });
  }
  if (receiving.acceptsAhead === true) trustLead(service);
  settleOwnSeries(writer);
  const outcome = toOutcome(receiving.fileName, manifest, { ...counts, quarantined: 0, aside: null });
  record(service, writer, receiving, outcome);
  return outcome;
}

/** Where the command line takes something in while a window does, what was checked is checked once more. */
async function checkAndTakeIn(
  service: Service,
  writer: Writer,
  file: string,
  head: PacketHead,
  receiving: Receiving,
): Promise<MergeCounts | AsideReason> {
  for (;;) {
    const heads = listHeads(service.db);
    const reason = await findReason(service, writer, file, head, receiving);
    if (reason !== null) return reason;
    const slices = createTimeSlices(receiving.signal);
    try {
      const counts = await takeIn(service.db, file, head, {
        heads,
        slices,
        onProgress: receiving.onProgress,
      });
      redactErased(service.db, service.now());
      return counts;
    } catch (error) {
      if (!(error instanceof MergedElsewhereError)) throw error;
    }
  }
}

async function findReason(
  service: Service,
  writer: Writer,
  file: string,
  head: PacketHead,
  receiving: Receiving,
): Promise<AsideReason | null> {
  let reason = checkSender(service.db, head);
  if ((reason === 'unknownDevice' || reason === 'retired') && receiving.acceptsSender) {
    // Its body first: nobody's word makes a broken packet good.
    const problem = await checkWhole(service, file, head, receiving);
    if (problem !== null) return problem;
    acceptDevice(writer, head.manifest.from);
    reason = checkSender(service.db, head);
    if (reason === null) return null;
  }
  return reason ?? checkWhole(service, file, head, receiving);
}

function checkWhole(
  service: Service,
  file: string,
  head: PacketHead,
  { acceptsAhead, signal }: Receiving,
): Promise<AsideReason | null> {
  return checkBody(service.db, file, head, {
    tables: readTravellingTables(service.db.handle),
    latest: acceptsAhead === true ? findLatestAcceptable(service) : findLatestTrusted(service),
    slices: createTimeSlices(signal),
  });
}

async function setAside(
  service: Service,
  writer: Writer,
  file: string,
  receiving: Receiving,
  refused: RefusedPacket,
): Promise<PacketOutcome> {
  const outcome = recordRefused(service, writer, receiving, refused);
  return { ...outcome, isKept: await keepAside(service, file, outcome) };
}

interface RefusedPacket {
  reason: AsideReason;
  manifest: PacketManifest | null;
}

function recordRefused(
  service: Service,
  writer: Writer,
  receiving: Receiving,
  { reason, manifest }: RefusedPacket,
): PacketOutcome {
  const counts = { applied: 0, known: 0, waiting: 0, quarantined: manifest?.entries ?? 0, aside: reason };
  const outcome = toOutcome(receiving.fileName, manifest, counts);
  record(service, writer, receiving, outcome);
  return outcome;
}

function toOutcome(
  fileName: string,
  manifest: PacketManifest | null,
  counts: Pick<PacketOutcome, 'applied' | 'known' | 'waiting' | 'quarantined' | 'aside'>,
): PacketOutcome {
  return {
    fileName,
    sender: manifest === null ? null : { id: manifest.from.id, name: manifest.from.name },
    entries: manifest?.entries ?? 0,
    ...counts,
    isKept: false,
    fingerprint: manifest === null ? null : fingerprintOf(manifest.from.publicKey),
  };
}

function record(
  service: Service,
  { userId }: Writer,
  { isUnattended }: Receiving,
  outcome: PacketOutcome,
): void {
  addExchangeEvent(service.db, {
    ...outcome,
    direction: 'in',
    happenedAt: Date.parse(service.now()),
    madeBy: isUnattended === true ? null : userId,
    peerId: outcome.sender?.id ?? null,
  });
}
