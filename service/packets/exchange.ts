import { randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, openAsBlob, readdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Instant, toInstant } from '../../domain/calendar-date.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import {
  type ExchangeState,
  mintReasonSchema,
  type PacketLock,
  type PacketOutcome,
} from '../../domain/packet.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { listAwaitedDevices } from '../../db/awaited-devices.ts';
import { findOldestChangeAt } from '../../db/change-log/compaction.ts';
import { countWaitingRows } from '../../db/change-log/waiting-rows.ts';
import type { Writer } from '../../db/database.ts';
import { findThisDevice } from '../../db/devices.ts';
import { listAside, listExchangeEvents, listKnownDevices } from '../../db/exchange.ts';
import { findLocalSetting, setLocalSetting } from '../../db/local-settings.ts';
import { findFreePath } from '../files/free-path.ts';
import { mintedSetting } from '../identity-guard.ts';
import type { Service } from '../service.ts';
import { withProgress } from '../with-progress.ts';
import { findClockDoubt } from './clock-trust.ts';
import { outgoingFolder } from './packet-folders.ts';
import { fingerprintOf, type ReceiveRefusal } from './receive-one-packet.ts';
import { receiveAside, receivePacket } from './receive-packet.ts';
import { packetFileName, recordSent, sendPacket, type SendRefusal } from './send-packet.ts';

/** The local setting that holds the folder of exchange. */
export const folderSetting = 'exchange.folder';

/** The PCs of the office, what waits, and what happened last. */
export function readExchangeState(service: Service): ExchangeState {
  const { db } = service;
  const oldest = findOldestChangeAt(db);
  return {
    devices: listKnownDevices(db, fingerprintOf),
    awaited: listAwaitedDevices(db),
    waitingRows: countWaitingRows(db),
    aside: listAside(db),
    events: listExchangeEvents(db),
    folder: findLocalSetting(db, folderSetting),
    clockDoubt: findClockDoubt(service),
    minted: mintReasonSchema.safeParse(findLocalSetting(db, mintedSetting)).data ?? null,
    oldestChangeAt: oldest === null ? null : toInstant(oldest),
  };
}

/** Somebody has read why this PC got a new identity. */
export function acknowledgeMinting({ db }: Service): null {
  setLocalSetting(db, mintedSetting, null);
  return null;
}

/** Packets made and never saved are worth nothing after the next start. */
export function removeOldPackets(dataFolder: string): void {
  const folder = outgoingFolder(dataFolder);
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
}

export interface MadePacket {
  id: string;
  fileName: string;
  path: string | null;
  entries: number;
  bytes: number;
}

/** Makes a packet: into a folder, or where it waits to be saved. */
export async function* exportPacket(
  service: Service,
  writer: Writer,
  order: { forDevice: string | null; lock: PacketLock; folder: string | null },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, MadePacket | SendRefusal, void> {
  const { forDevice, lock, folder } = order;
  const id = service.newId();
  const wanted = packetFileName(findThisDevice(service.db)?.name ?? '', localTime(service.now()));
  const path = folder === null ? null : await findFreePath(join(folder, wanted));
  const fileName = path === null ? wanted : basename(path);
  const target = path ?? join(outgoingFolder(service.dataFolder), `${id}.yachay`);
  const sent = yield* withProgress((onProgress) =>
    sendPacket(service, writer, target, { forDevice, lock, onProgress, signal }),
  );
  if (isRefusal(sent)) return sent;
  recordSent(service, writer, { fileName, entries: sent.entries, forDevice, isUnattended: false });
  return { id, fileName, path, ...sent };
}

/** The file of a packet that waits to be saved; refuses NOT_FOUND after the next start, which removes it. */
export async function openMadePacket(
  { dataFolder }: Service,
  id: string,
): Promise<File | Refusal<'NOT_FOUND'>> {
  const name = `${id}.yachay`;
  const path = join(outgoingFolder(dataFolder), name);
  return existsSync(path) ? new File([await openAsBlob(path)], name) : refuse('NOT_FOUND');
}

/** As people read it in a file name: '2026-11-22 1830', by this PC's clock. */
function localTime(now: Instant): string {
  const date = new Date(now);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}${two(date.getMinutes())}`;
}

/** Takes in a packet that a person chose. */
export async function* importPacket(
  service: Service,
  writer: Writer,
  { file, passphrase }: { file: File; passphrase: string | null },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, PacketOutcome | ReceiveRefusal, void> {
  const path = join(outgoingFolder(service.dataFolder), `${randomUUID()}.arrived`);
  try {
    await pipeline(file.stream(), createWriteStream(path), { signal });
    return yield* withProgress((onProgress) =>
      receivePacket(service, writer, path, {
        fileName: file.name,
        passphrase,
        acceptsSender: false,
        onProgress,
        signal,
      }),
    );
  } finally {
    await rm(path, { force: true });
  }
}

/**
 * Takes a packet set aside in by a person's word: its sender belongs to the office, or its clock being ahead is no
 * matter. Refuses NOT_FOUND.
 */
export async function* acceptSender(
  service: Service,
  writer: Writer,
  asideId: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, PacketOutcome | ReceiveRefusal | Refusal<'NOT_FOUND'>, void> {
  const aside = listAside(service.db).find(({ id }) => id === asideId);
  if (aside === undefined) return refuse('NOT_FOUND');
  const { id, fileName, reason } = aside;
  const words = {
    acceptsSender: reason === 'unknownDevice' || reason === 'retired',
    acceptsAhead: reason === 'future',
  };
  return yield* withProgress((onProgress) =>
    receiveAside(service, writer, { id, fileName, ...words, onProgress, signal }),
  );
}
