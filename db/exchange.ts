import { toInstant } from '../domain/calendar-date.ts';
import type { DeviceId } from '../domain/ids.ts';
import type { AsideReason, ExchangeEvent, KnownDevice, PacketAside, PacketDevice } from '../domain/packet.ts';
import { all, findRow, getNumber, type ReadableDb, runUnstamped, type WritableDb } from './database.ts';
import { type LogHead, listHeads } from './change-log/heads.ts';

/** How far the entries of each device are known to be at another one. */
export function listKnowledge(db: ReadableDb, holder: string): Map<string, number> {
  const rows = all<{ origin: string; sequence: number }>(
    db,
    'SELECT origin, sequence FROM device_knowledge WHERE holder = ?',
    holder,
  );
  return new Map(rows.map(({ origin, sequence }) => [origin, sequence]));
}

/** Remembers that a device has another's entries up to a sequence; what it had it keeps. */
export function addKnowledge(db: WritableDb, holder: string, origin: string, sequence: number): void {
  runUnstamped(
    db,
    `INSERT INTO device_knowledge VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET sequence = max(sequence, excluded.sequence)`,
    holder,
    origin,
    sequence,
  );
}

/** How far the entries of a device are known to be at any other one; 0 where nobody is known to have any. */
export function findKnownElsewhere(db: ReadableDb, origin: string): number {
  return getNumber(
    db,
    'SELECT coalesce(max(sequence), 0) FROM device_knowledge WHERE origin = ? AND holder <> origin',
    origin,
  );
}

/** The other devices of the office that are in use. */
export function listOtherDevices(db: ReadableDb): DeviceId[] {
  return all<{ id: DeviceId }>(
    db,
    `SELECT id FROM device WHERE deleted_at IS NULL AND retired_at IS NULL
     AND id NOT IN (SELECT device_id FROM this_device) ORDER BY id`,
  ).map(({ id }) => id);
}

/** A device as packets present it; null for one nobody here has accepted, or that has no keys. */
export function findPacketDevice(db: ReadableDb, id: string): PacketDevice | null {
  const row = findRow<PacketDevice>(
    db,
    `SELECT d.id, d.name, d.series, k.public_key AS publicKey,
       coalesce(k.age_recipient, d.age_recipient) AS ageRecipient
     FROM device d JOIN device_key k ON k.device_id = d.id
     WHERE d.id = ? AND (d.deleted_at IS NULL OR d.id IN (SELECT device_id FROM this_device))`,
    id,
  );
  return row ?? null;
}

/** Remembers with which key to lock for a device, by its own word: what others write into its row does not count then. */
export function noteRecipient(db: WritableDb, id: string, recipient: string | null): void {
  if (recipient === null) return;
  runUnstamped(db, 'UPDATE device_key SET age_recipient = ? WHERE device_id = ?', recipient, id);
}

/** Whether a device was put out of use. */
export function isRetired(db: ReadableDb, id: string): boolean {
  return findRow(db, 'SELECT 1 FROM device WHERE id = ? AND retired_at IS NOT NULL', id) !== undefined;
}

/** The key by which a device was first known here; null for one never heard of. It stays, whatever is said later. */
export function findPinnedKey(db: ReadableDb, id: string): string | null {
  const sql = 'SELECT public_key FROM device_key WHERE device_id = ?';
  return findRow<{ public_key: string }>(db, sql, id)?.public_key ?? null;
}

interface DeviceRow {
  id: DeviceId;
  name: string;
  series: string;
  is_this: number;
  retired_at: number | null;
  public_key: string | null;
  last_packet_at: number | null;
  last_change_at: number | null;
}

/** All devices of the office, this one first, with how many changes here each is not known to have. */
export function listKnownDevices(
  db: ReadableDb,
  fingerprintOf: (publicKey: string) => string,
): KnownDevice[] {
  const rows = all<DeviceRow>(
    db,
    `SELECT d.id, d.name, d.series, d.retired_at, k.public_key, d.id IN (SELECT device_id FROM this_device) AS is_this,
       (SELECT max(happened_at) FROM exchange_event e WHERE e.peer_id = d.id AND direction = 'in') AS last_packet_at,
       (SELECT l.made_at FROM change_log l JOIN log_device o ON o.number = l.device
         WHERE o.id = d.id ORDER BY l.sequence DESC LIMIT 1) AS last_change_at
     FROM device d LEFT JOIN device_key k ON k.device_id = d.id
     WHERE d.deleted_at IS NULL ORDER BY is_this DESC, d.name, d.id`,
  );
  const heads = listHeads(db);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    series: row.series,
    isThis: row.is_this === 1,
    opensLocked: (findPacketDevice(db, row.id)?.ageRecipient ?? null) !== null,
    lacks: row.is_this === 1 ? 0 : countLacking(heads, listKnowledge(db, row.id)),
    needsCopy: row.is_this !== 1 && row.retired_at === null && lacksThinned(heads, listKnowledge(db, row.id)),
    lastPacketAt: row.last_packet_at === null ? null : toInstant(row.last_packet_at),
    lastChangeAt: row.last_change_at === null ? null : toInstant(row.last_change_at),
    retiredAt: row.retired_at === null ? null : toInstant(row.retired_at),
    fingerprint: row.public_key === null ? null : fingerprintOf(row.public_key),
  }));
}

/** Whether somebody who has so much lacks entries that were thinned out here and cannot be handed on. */
export function lacksThinned(heads: readonly LogHead[], knowledge: ReadonlyMap<string, number>): boolean {
  return heads.some(({ device, compacted }) => (knowledge.get(device) ?? 0) < compacted);
}

function countLacking(
  heads: readonly { device: string; sequence: number }[],
  knowledge: ReadonlyMap<string, number>,
): number {
  return heads.reduce(
    (sum, { device, sequence }) => sum + Math.max(0, sequence - (knowledge.get(device) ?? 0)),
    0,
  );
}

/** What happened when a packet came or went. */
export interface NewExchangeEvent extends Pick<
  ExchangeEvent,
  'direction' | 'fileName' | 'entries' | 'applied' | 'known' | 'waiting' | 'quarantined'
> {
  happenedAt: number;
  madeBy: string | null;
  peerId: string | null;
}

/** Writes into the journal of this PC. */
export function addExchangeEvent(db: WritableDb, event: NewExchangeEvent): void {
  runUnstamped(
    db,
    `INSERT INTO exchange_event (direction, happened_at, made_by, peer_id, file_name, entries, applied, known, waiting,
       quarantined) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event.direction,
    event.happenedAt,
    event.madeBy,
    event.peerId,
    event.fileName,
    event.entries,
    event.applied,
    event.known,
    event.waiting,
    event.quarantined,
  );
  db.changedTables.add('exchange_event');
}

interface EventRow extends Omit<ExchangeEvent, 'happenedAt'> {
  happened_at: number;
}

/** The last packets that came and went, newest first. */
export function listExchangeEvents(db: ReadableDb): ExchangeEvent[] {
  return all<EventRow>(
    db,
    `SELECT e.direction, e.happened_at, u.name AS madeBy, d.name AS peerName, e.file_name AS fileName, e.entries,
       e.applied, e.known, e.waiting, e.quarantined
     FROM exchange_event e LEFT JOIN user_account u ON u.id = e.made_by LEFT JOIN device d ON d.id = e.peer_id
     ORDER BY e.id DESC LIMIT 50`,
  ).map(({ happened_at, ...event }) => ({ ...event, happenedAt: toInstant(happened_at) }));
}

/** A packet to be kept aside. */
export interface NewAside {
  /** SHA-256 of the file: the same packet is kept once. */
  id: string;
  fileName: string;
  receivedAt: number;
  sender: { id: string; name: string } | null;
  reason: AsideReason;
  fingerprint: string | null;
  entries: number;
}

/** Remembers a packet that was set aside; the file itself is the caller's. */
export function addAside(db: WritableDb, aside: NewAside): void {
  runUnstamped(
    db,
    `INSERT INTO packet_aside (id, file_name, received_at, sender_id, sender_name, reason, fingerprint, entries)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET reason = excluded.reason`,
    aside.id,
    aside.fileName,
    aside.receivedAt,
    aside.sender?.id ?? null,
    aside.sender?.name ?? null,
    aside.reason,
    aside.fingerprint,
    aside.entries,
  );
  db.changedTables.add('packet_aside');
}

/** Forgets a packet that was set aside. */
export function removeAside(db: WritableDb, id: string): void {
  runUnstamped(db, 'DELETE FROM packet_aside WHERE id = ?', id);
  db.changedTables.add('packet_aside');
}

interface AsideRow {
  id: string;
  file_name: string;
  received_at: number;
  sender_id: string | null;
  sender_name: string | null;
  reason: AsideReason;
  fingerprint: string | null;
  entries: number;
}

/** The packets set aside, newest first. */
export function listAside(db: ReadableDb): PacketAside[] {
  return all<AsideRow>(db, 'SELECT * FROM packet_aside ORDER BY received_at DESC, id').map((row) => ({
    id: row.id,
    fileName: row.file_name,
    receivedAt: toInstant(row.received_at),
    sender: row.sender_id === null ? null : { id: row.sender_id, name: row.sender_name ?? row.sender_id },
    reason: row.reason,
    entries: row.entries,
    fingerprint: row.fingerprint,
  }));
}

/** When the newest change in the log was made, in milliseconds since 1970; 0 where there is none. */
export function getLastChangeAt(db: ReadableDb): number {
  return getNumber(
    db,
    `SELECT coalesce(max((SELECT made_at FROM change_log l WHERE l.device = d.number ORDER BY sequence DESC LIMIT 1)), 0)
     FROM log_device d`,
  );
}
