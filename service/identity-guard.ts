import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { UserId } from '../domain/ids.ts';
import type { MintReason } from '../domain/packet.ts';
import { getHead, listHeads } from '../db/change-log/heads.ts';
import type { ReadableDb, WritableDb, Writer } from '../db/database.ts';
import { findDeviceSecret, findThisDevice, mintDevice } from '../db/devices.ts';
import { notePutBack } from '../db/awaited-devices.ts';
import { findKnownElsewhere, findPinnedKey } from '../db/exchange.ts';
import { findLocalSetting, noteLocally, setLocalSetting } from '../db/local-settings.ts';
import { createDeviceKeysNow } from './device-keys.ts';

/** Where the database says it lies; another place means that the file was copied. */
const placeSetting = 'identity.place';
/** Why this device got a new identity by itself, until somebody has read it. */
export const mintedSetting = 'identity.minted';

/** How far a log goes, by device. */
type Heads = Readonly<Record<string, number>>;

/**
 * By identity of this PC: how far its log went when a packet or a copy was last handed out, in a file beside the
 * database. That is what the other PCs know of it and do not send again.
 */
type SentThrough = Readonly<Record<string, Heads>>;
const sentSchema = z.record(z.string(), z.record(z.string(), z.number()));

interface Guarded {
  db: WritableDb;
  dataFolder: string;
  /** In whose name a new identity is made. */
  userId: UserId;
  now: Writer['now'];
  newId: () => string;
}

/**
 * Gives this PC an identity of its own where its database was copied by hand, or an older copy of it was put back:
 * two that write as one device would overwrite each other unseen. To be called before anything is written. Answers
 * why it was necessary, or null.
 */
export function guardIdentity({ db, dataFolder, userId, now, newId }: Guarded): MintReason | null {
  const own = findThisDevice(db);
  if (own === null) return null;
  const place = describePlace(dataFolder);
  const reason = findReason(db, own.id, { place, sent: readSent(dataFolder) });
  if (reason !== null) {
    const keys = createDeviceKeysNow();
    mintDevice(db, { name: own.name, keys, userId, now, newId }, { retiresFormer: reason === 'older' });
    setLocalSetting(db, mintedSetting, reason);
  }
  if (findLocalSetting(db, placeSetting) !== place) noteLocally(db, placeSetting, place);
  return reason;
}

/**
 * Gives this PC an identity of its own while it works: somebody has a signed word of the present one about entries
 * that are not here, or are others. Another PC works with a copy, or the whole data folder was put back. What was
 * written here since others last took something over becomes the new identity's work, so nothing of it is lost.
 */
export function renewIdentity(
  { db, now, newId }: Pick<Guarded, 'db' | 'now' | 'newId'>,
  userId: UserId,
): Writer {
  const own = findThisDevice(db);
  if (own === null) throw new Error('there is no identity to renew before the office is set up');
  const minting = { name: own.name, keys: createDeviceKeysNow(), userId, now, newId };
  const keepsUpTo = Math.min(getHead(db, own.id).sequence, findKnownElsewhere(db, own.id));
  // Whoever works with the copy may go on as the former one.
  const writer = mintDevice(db, minting, { retiresFormer: false, keepsUpTo });
  notePutBack(db);
  setLocalSetting(db, mintedSetting, 'twoHistories' satisfies MintReason);
  return writer;
}

/** Remembers, before a packet or a copy is handed out, what it claims: a database that has less is an older one. */
export function rememberSent(db: WritableDb, dataFolder: string): void {
  const own = findThisDevice(db);
  if (own === null) return;
  const file = sentFile(dataFolder);
  const sentBefore = readSent(dataFolder);
  const known = sentBefore[own.id] ?? {};
  // Never less than before: an older database may be copied before anybody writes and it is found out.
  const heads = listHeads(db).map(({ device, sequence }): [string, number] => [
    device,
    Math.max(sequence, known[device] ?? 0),
  ]);
  const sent = { ...sentBefore, [own.id]: { ...known, ...Object.fromEntries(heads) } };
  writeFileSync(`${file}.part`, JSON.stringify(sent), { flush: true });
  renameSync(`${file}.part`, file);
}

/** Whether a database was last written to in this data folder on this machine, also one that was copied from there. */
export function isOfPlace(db: ReadableDb, dataFolder: string): boolean {
  return findLocalSetting(db, placeSetting) === describePlace(dataFolder);
}

function findReason(
  db: WritableDb,
  ownId: string,
  { place, sent }: { place: string; sent: SentThrough },
): MintReason | null {
  const knownPlace = findLocalSetting(db, placeSetting);
  if (knownPlace !== null && knownPlace !== place) return 'copied';
  const claimed = Object.entries(sent[ownId] ?? {});
  const isBehind = claimed.some(([device, sequence]) => getHead(db, device).sequence < sequence);
  return isBehind || hasLostKeys(db, ownId) ? 'older' : null;
}

/** A backup has no keys: with others than those it is known by, nobody would believe this device. */
function hasLostKeys(db: WritableDb, ownId: string): boolean {
  return findPinnedKey(db, ownId) !== null && findDeviceSecret(db) === null;
}

/**
 * Of the machine and the folder. A Mac is called as each network likes, so there the folder is known by its number on
 * the disk, which no copy of it has. On Windows a PC that somebody renames counts as another one: disks are cloned
 * there and the copies renamed, and two that write as one are worse than one identity too many.
 */
export function describePlace(
  dataFolder: string,
  { platform = process.platform, host = hostname() }: { platform?: NodeJS.Platform; host?: string } = {},
): string {
  const folder = realpathSync(dataFolder);
  const machine =
    platform === 'darwin' ? String(statSync(folder, { bigint: true }).ino) : (readMachineId() ?? host);
  return createHash('sha256').update(`${machine}\n${folder}`).digest('hex');
}

function readMachineId(): string | null {
  try {
    return readFileSync('/etc/machine-id', 'utf8').trim() || null;
  } catch {
    return null;
  }
}

function sentFile(dataFolder: string): string {
  return join(dataFolder, 'identity.json');
}

function readSent(dataFolder: string): SentThrough {
  try {
    return sentSchema.parse(JSON.parse(readFileSync(sentFile(dataFolder), 'utf8')));
  } catch {
    // Nothing was sent yet, or the file is gone: then only the place tells.
    return {};
  }
}
