import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Progress } from '../../domain/contract/procedure.ts';
import type { FolderExchange, PacketOutcome } from '../../domain/packet.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { listHeads } from '../../db/change-log/heads.ts';
import type { Writer } from '../../db/database.ts';
import { findThisDevice } from '../../db/devices.ts';
import { listUsers } from '../../db/users.ts';
import { listOtherDevices, findPacketDevice } from '../../db/exchange.ts';
import { findLocalSetting, setLocalSetting } from '../../db/local-settings.ts';
import { toWriteRefusal, writeFileWhole, type WriteRefusal } from '../files/write-file.ts';
import type { Service } from '../service.ts';
import { withProgress } from '../with-progress.ts';
import { folderSetting } from './exchange.ts';
import { receivePacket } from './receive-packet.ts';
import { recordSent, sendPacket } from './send-packet.ts';

/** What was sent last, as a vector of sequences: nothing new means nothing to write. */
const sentSetting = 'exchange.sent';
/** A file that is still being copied changes; one this old, in milliseconds, is taken to be whole. */
const settledAfterMs = 3000;
const watchEveryMs = 20_000;

/** Chooses the folder of exchange, after trying whether it can be written; null: none any more. */
export async function setExchangeFolder(
  service: Service,
  folder: string | null,
): Promise<null | WriteRefusal> {
  if (folder !== null) {
    const trial = join(folder, '.yachay-prueba');
    const refusal = await writeFileWhole(trial, (unfinished) => writeFile(unfinished, ''));
    if (refusal !== null) return refusal;
    await rm(trial, { force: true });
  }
  setLocalSetting(service.db, folderSetting, folder);
  setLocalSetting(service.db, sentSetting, null);
  service.seenPackets.clear();
  return null;
}

/**
 * Puts this PC's news into the folder and takes in what lies there of others. Each device keeps one file there: its
 * newest holds all that any other is not known to have.
 */
export async function exchangeThroughFolder(
  service: Service,
  writer: Writer,
  {
    isUnattended,
    onProgress,
    signal,
  }: {
    isUnattended: boolean;
    onProgress?: (progress: Progress) => void;
    signal?: AbortSignal | undefined;
  },
): Promise<FolderExchange | WriteRefusal> {
  const folder = findLocalSetting(service.db, folderSetting);
  if (folder === null) return { written: null, taken: [], unread: [] };
  const names = await listPackets(folder);
  if (isRefusal(names)) return names;
  const taken: PacketOutcome[] = [];
  const unread: string[] = [];
  for (const name of names.filter((each) => each !== ownFileName(service))) {
    try {
      // Taking one in may give this PC a new identity, so each gets a writer of its own.
      const own = service.createWriter(writer.userId);
      const outcome = await takeFrom(service, own, folder, name, { isUnattended, onProgress, signal });
      if (outcome !== null) taken.push(outcome);
    } catch (error) {
      if (isOurTrouble(error)) throw error;
      // One bad file keeps nobody from the others.
      service.reportFault(error, `exchange folder: ${name}`);
      unread.push(name);
    }
  }
  const written = await writeNews(service, service.createWriter(writer.userId), folder, {
    isUnattended,
    signal,
  });
  return isRefusal(written) ? written : { written, taken, unread };
}

/** Somebody cancelled, or this PC cannot store anything: that is not the fault of one file. */
function isOurTrouble(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return error.name === 'AbortError' || code === 'ENOSPC' || code.startsWith('SQLITE_');
}

async function listPackets(folder: string): Promise<string[] | WriteRefusal> {
  try {
    return (await readdir(folder)).filter((name) => name.toLowerCase().endsWith('.yachay')).toSorted();
  } catch (error) {
    return toWriteRefusal(error, folder);
  }
}

/** One file a device, so that the folder never fills. */
function ownFileName({ db }: Service): string {
  const own = findThisDevice(db);
  // A series is a word of a row: it is not to lead out of the folder.
  return `Yachay ${own?.series.replaceAll(/[^0-9A-Z]/g, '') ?? ''} ${own?.id ?? ''}.yachay`;
}

async function takeFrom(
  service: Service,
  writer: Writer,
  folder: string,
  name: string,
  how: {
    isUnattended: boolean;
    onProgress?: ((progress: Progress) => void) | undefined;
    signal?: AbortSignal | undefined;
  },
): Promise<PacketOutcome | null> {
  const file = join(folder, name);
  const found = await stat(file).catch(() => null);
  if (found?.isFile() !== true || Date.now() - found.mtimeMs < settledAfterMs) return null;
  const mark = `${file} ${found.size} ${found.mtimeMs}`;
  if (service.seenPackets.has(mark)) return null;
  const { onProgress, ...rest } = how;
  const receiving = { fileName: name, passphrase: null, acceptsSender: false, ...rest };
  try {
    const outcome = await receivePacket(service, writer, file, {
      ...receiving,
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    // What found no place aside is tried again, since nobody else does.
    if (isRefusal(outcome) || outcome.aside === null || outcome.isKept) service.seenPackets.add(mark);
    // Locked for others, or with a passphrase: it is for a person to choose it.
    return isRefusal(outcome) ? null : outcome;
  } catch (error) {
    if (!isOurTrouble(error)) service.seenPackets.add(mark);
    throw error;
  }
}
async function writeNews(
  service: Service,
  writer: Writer,
  folder: string,
  { isUnattended, signal }: { isUnattended: boolean; signal?: AbortSignal | undefined },
): Promise<string | null | WriteRefusal> {
  const { db } = service;
  const vector = JSON.stringify(listHeads(db).map(({ device, sequence }) => [device, sequence]));
  const fileName = ownFileName(service);
  const target = join(folder, fileName);
  const isThere = (await stat(target).catch(() => null)) !== null;
  if (isThere && findLocalSetting(db, sentSetting) === vector) return null;
  const others = listOtherDevices(db);
  const canLock = others.length > 0 && others.every((id) => hasRecipient(service, id));
  const lock = { kind: canLock ? 'devices' : 'open' } as const;
  const sent = await sendPacket(service, writer, target, { forDevice: null, lock, signal });
  // Someone who needs a whole copy gets none from here; the page about the devices says so.
  if (isRefusal(sent)) {
    return sent.refused === 'NEEDS_COPY' || sent.refused === 'NOT_FOUND' ? null : (sent as WriteRefusal);
  }
  setLocalSetting(db, sentSetting, vector);
  recordSent(service, writer, { fileName, entries: sent.entries, forDevice: null, isUnattended });
  return fileName;
}

function hasRecipient({ db }: Service, id: string): boolean {
  return findPacketDevice(db, id)?.ageRecipient !== null;
}

/**
 * Looks into the folder again and again while the service runs: sticks and shares announce nothing. Nobody has to be
 * signed in. Returns what ends it.
 */
export function watchExchangeFolder(service: Service): () => void {
  let isBusy = false;
  const look = async (): Promise<void> => {
    if (isBusy || service.isDamaged || findLocalSetting(service.db, folderSetting) === null) return;
    isBusy = true;
    try {
      const writer = createUnattendedWriter(service);
      if (writer !== null) await exchangeThroughFolder(service, writer, { isUnattended: true });
    } catch (error) {
      service.reportFault(error, 'exchange folder');
    } finally {
      isBusy = false;
      service.broadcastChanges();
    }
  };
  const timer = setInterval(() => void look(), watchEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** In whose name it is done where nobody asked: the office's first active coordinator. */
function createUnattendedWriter(service: Service): Writer | null {
  const users = listUsers(service.db);
  const coordinator = users.find(({ role, isActive }) => role === 'coordinator' && isActive);
  return coordinator === undefined ? null : service.createWriter(coordinator.id);
}

/** Exchanges through the folder because a person asked for it, telling how far it is. */
export function exchangeFolder(
  service: Service,
  writer: Writer,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, FolderExchange | WriteRefusal, void> {
  service.seenPackets.clear();
  return withProgress((onProgress) =>
    exchangeThroughFolder(service, writer, { isUnattended: false, onProgress, signal }),
  );
}
