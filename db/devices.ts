import type { DeviceId, UserId } from '../domain/ids.ts';
import { suggestSeries } from '../domain/folio.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import {
  all,
  findRow,
  insertRow,
  inTransaction,
  type ReadableDb,
  runUnstamped,
  updateRow,
  upsertRow,
  type WritableDb,
  type Writer,
} from './database.ts';
import { notePutBack } from './awaited-devices.ts';
import { sealOwnHead } from './change-log/chain.ts';
import { redactErased } from './change-log/erasing.ts';
import { beginLog } from './change-log/begin-log.ts';
import { giveEntriesTo } from './change-log/give-entries.ts';
import { getHead, setSequence } from './change-log/heads.ts';
import { noteRecipient } from './exchange.ts';
import { numberOf } from './change-log/log-names.ts';
import type { IssuingKey } from './issuing-keys.ts';

export interface ThisDevice {
  id: DeviceId;
  name: string;
  /** What the folios of this device begin with. */
  series: string;
}

/** What a device proves itself with; the secret halves never leave it. */
export interface DeviceKeys {
  /** Ed25519, raw, base64url. */
  publicKey: string;
  /** PKCS #8, base64url. */
  signingKey: string;
  /** With which others encrypt for this device: 'age1…'. */
  ageRecipient: string | null;
  ageIdentity: string | null;
  /** With which it will seal certificates. */
  issuing: IssuingKey;
}

/** What a new identity is made of. `userId` is whoever stands before the machine, or who made the office. */
export interface NewDevice {
  name: string;
  keys: DeviceKeys;
  userId: UserId;
  now: Writer['now'];
  newId: () => string;
}

/** This installation, or null before the office is set up. */
export function findThisDevice(db: ReadableDb): ThisDevice | null {
  const row = findRow<ThisDevice>(
    db,
    'SELECT d.id, d.name, d.series FROM this_device t JOIN device d ON d.id = t.device_id',
  );
  return row ?? null;
}

/**
 * Gives this installation an identity of its own: id, keys, series of folios and an empty log of its own. Where the
 * database had one already (it was copied or restored), that one's entries are signed if its key is at hand and its
 * secrets are destroyed: two devices that write as one would overwrite each other unseen. `retiresFormer`: nobody
 * works as the former one any more, so nobody waits for it; and what it wrote last may be with others alone.
 * `keepsUpTo`: elsewhere the former one wrote something else after this place of its log; what it wrote here since then
 * becomes the new one's work.
 */
export function mintDevice(
  db: WritableDb,
  device: NewDevice,
  { retiresFormer, keepsUpTo = null }: { retiresFormer: boolean; keepsUpTo?: number | null },
): Writer {
  return inTransaction(db, () => {
    const former = findThisDevice(db);
    const series = suggestSeries(listSeriesTaken(db), device.newId());
    if (former !== null) giveUpIdentity(db, former.id);
    const deviceId = device.newId() as DeviceId;
    beginLog(db, deviceId);
    if (former !== null && keepsUpTo !== null) {
      giveEntriesTo(db, { from: former.id, after: keepsUpTo, to: deviceId });
    }
    const { now, newId, userId, keys } = device;
    const writer: Writer = { db, userId, deviceId, now, newId };
    insertRow(writer, 'device', {
      id: deviceId,
      name: device.name,
      series,
      public_key: keys.publicKey,
      age_recipient: keys.ageRecipient,
    });
    runUnstamped(db, 'INSERT INTO this_device (one, device_id) VALUES (1, ?)', deviceId);
    storeSecrets(writer, keys);
    noteRecipient(db, deviceId, keys.ageRecipient);
    if (former !== null && retiresFormer) retire(writer, former.id);
    if (retiresFormer) notePutBack(db);
    return writer;
  });
}

function listSeriesTaken(db: ReadableDb): string[] {
  return all<{ series: string }>(db, 'SELECT series FROM device').map(({ series }) => series);
}

/** The own sequence is counted in the clock; from here on the former device is one among the others. */
function giveUpIdentity(db: WritableDb, id: DeviceId): void {
  sealOwnHead(db);
  setSequence(db, numberOf(db, 'log_device', id), getHead(db, id).sequence);
  runUnstamped(db, 'DELETE FROM device_secret');
  runUnstamped(db, 'DELETE FROM private_key');
  runUnstamped(db, 'DELETE FROM this_device');
}

function storeSecrets(writer: Writer, { signingKey, ageIdentity, issuing }: DeviceKeys): void {
  const { db, deviceId } = writer;
  runUnstamped(db, 'INSERT INTO device_secret VALUES (?, ?, ?)', deviceId, signingKey, ageIdentity);
  insertRow(writer, 'issuing_key', { id: issuing.id, device_id: deviceId, public_key: issuing.publicKey });
  runUnstamped(
    db,
    'INSERT INTO private_key (issuing_key_id, private_key) VALUES (?, ?)',
    issuing.id,
    issuing.privateKey,
  );
}

function retire(writer: Writer, id: DeviceId): void {
  updateRow(writer, 'device', { id }, { retired_at: Date.parse(writer.now()) });
}

/** The secret halves of this device's keys; null where it has none yet (an office from before packets). */
export function findDeviceSecret(db: ReadableDb): { signingKey: string; ageIdentity: string | null } | null {
  const row = findRow<{ signingKey: string; ageIdentity: string | null }>(
    db,
    `SELECT signing_key AS signingKey, age_identity AS ageIdentity FROM device_secret
     WHERE device_id IN (SELECT device_id FROM this_device)`,
  );
  return row ?? null;
}

/** Gives this device the keys it has not got yet; those it has stay. */
export function giveDeviceKeys(writer: Writer, keys: Omit<DeviceKeys, 'issuing'>): void {
  inTransaction(writer.db, () => {
    const { db, deviceId } = writer;
    const secret = findDeviceSecret(db);
    if (secret === null) {
      runUnstamped(db, 'INSERT INTO device_secret VALUES (?, ?, NULL)', deviceId, keys.signingKey);
      updateRow(writer, 'device', { id: deviceId }, { public_key: keys.publicKey });
    }
    if ((secret?.ageIdentity ?? null) === null && keys.ageIdentity !== null) {
      runUnstamped(
        db,
        'UPDATE device_secret SET age_identity = ? WHERE device_id = ?',
        keys.ageIdentity,
        deviceId,
      );
      updateRow(writer, 'device', { id: deviceId }, { age_recipient: keys.ageRecipient });
      noteRecipient(db, deviceId, keys.ageRecipient);
    }
  });
}

/** What is known of another device when a person accepts it. */
export type AcceptedDevice = Pick<DeviceKeys, 'publicKey'> & {
  id: string;
  name: string;
  series: string;
  ageRecipient: string | null;
};

/** A person's word that a device belongs to the office (again): from here on its packets are taken in, here and elsewhere. */
export function acceptDevice(
  writer: Writer,
  { id, name, series, publicKey, ageRecipient }: AcceptedDevice,
): void {
  const row = { name, series, public_key: publicKey, age_recipient: ageRecipient, retired_at: null };
  inTransaction(writer.db, () => upsertRow(writer, 'device', { id }, row));
}

/** Says for good that nobody works as a device any more, also where it is not known here yet. */
export function giveUpDevice(writer: Writer, device: AcceptedDevice): void {
  inTransaction(writer.db, () => {
    const { db } = writer;
    const sql = 'SELECT retired_at AS retiredAt FROM device WHERE id = ?';
    const known = findRow<{ retiredAt: number | null }>(db, sql, device.id);
    if (known === undefined) acceptDevice(writer, device);
    if ((known?.retiredAt ?? null) === null) retire(writer, device.id as DeviceId);
  });
}

/** Says that a device is out of use, or in use again; refuses NOT_FOUND, and THIS_DEVICE for one's own. */
export function retireDevice(
  writer: Writer,
  { deviceId, retired }: { deviceId: DeviceId; retired: boolean },
): null | Refusal<'NOT_FOUND'> | Refusal<'THIS_DEVICE'> {
  if (deviceId === writer.deviceId) return refuse('THIS_DEVICE');
  const at = retired ? Date.parse(writer.now()) : null;
  if (!updateRow(writer, 'device', { id: deviceId }, { retired_at: at })) return refuse('NOT_FOUND');
  // Nobody waits for it any more.
  redactErased(writer.db, writer.now());
  return null;
}

/** Changes the name by which people know a device; refuses NOT_FOUND. */
export function renameDevice(
  writer: Writer,
  { deviceId, name }: { deviceId: DeviceId; name: string },
): null | Refusal<'NOT_FOUND'> {
  return updateRow(writer, 'device', { id: deviceId }, { name }) ? null : refuse('NOT_FOUND');
}
