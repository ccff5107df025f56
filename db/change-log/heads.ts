import { all, findRow, type ReadableDb, runUnstamped, type WritableDb } from '../database.ts';

/** How far a device's entries are here. */
export interface LogHead {
  readonly device: string;
  /** Everything up to here is in the log; 0: nothing. */
  readonly sequence: number;
  /** Entries up to here may lack values, so they cannot be handed on. */
  readonly compacted: number;
  /** Entries up to here may have been thinned out: what rows were before is gone. */
  readonly thinned: number;
}

/** A device's own signature over its chain at a sequence. */
export interface LogSeal {
  readonly sequence: number;
  readonly hash: string;
  readonly signature: string;
}

/** This device's own sequence stands in the clock, where the triggers count. */
const headQuery = `SELECT d.id AS device, coalesce(c.sequence, d.sequence) AS sequence,
    max(d.compacted, d.redacted) AS compacted, d.compacted AS thinned
  FROM log_device d LEFT JOIN log_clock c ON c.device = d.number`;

/** The heads of all devices whose entries are here. */
export function listHeads(db: ReadableDb): LogHead[] {
  return all<LogHead>(db, `${headQuery} ORDER BY d.id`);
}

/** The head of one device; one nobody heard of has said nothing. */
export function getHead(db: ReadableDb, device: string): LogHead {
  return (
    findRow<LogHead>(db, `${headQuery} WHERE d.id = ?`, device) ?? {
      device,
      sequence: 0,
      compacted: 0,
      thinned: 0,
    }
  );
}

/** The clock of a device's last entry here at or before a sequence; 0 where it has none. */
export function getClockAt(db: ReadableDb, device: string, upTo: number): number {
  const row = findRow<{ clock: number }>(
    db,
    `SELECT clock FROM change_log
     WHERE device = (SELECT number FROM log_device WHERE id = ?) AND sequence <= ?
     ORDER BY sequence DESC LIMIT 1`,
    device,
    upTo,
  );
  return row?.clock ?? 0;
}

/** The last seal of a device at or before a sequence; null where it signed nothing so early. */
export function findSeal(db: ReadableDb, device: string, upTo: number): LogSeal | null {
  const row = findRow<LogSeal>(
    db,
    `SELECT sequence, hash, signature FROM log_seal
     WHERE device = (SELECT number FROM log_device WHERE id = ?) AND sequence <= ?
     ORDER BY sequence DESC LIMIT 1`,
    device,
    upTo,
  );
  return row ?? null;
}

/** The first seal of a device at or after a sequence; null where it has signed nothing since. */
export function findSealFrom(db: ReadableDb, device: string, from: number): LogSeal | null {
  const row = findRow<LogSeal>(
    db,
    `SELECT sequence, hash, signature FROM log_seal
     WHERE device = (SELECT number FROM log_device WHERE id = ?) AND sequence >= ?
     ORDER BY sequence LIMIT 1`,
    device,
    from,
  );
  return row ?? null;
}

/** Keeps a seal of a device, so that its entries can be handed on and joined at that place. */
export function addSeal(db: WritableDb, device: string, { sequence, hash, signature }: LogSeal): void {
  runUnstamped(
    db,
    `INSERT INTO log_seal SELECT number, ?, ?, ? FROM log_device WHERE id = ? ON CONFLICT DO NOTHING`,
    sequence,
    hash,
    signature,
    device,
  );
}

/** Remembers how far another device's entries are here. */
export function setSequence(db: WritableDb, deviceNumber: number, sequence: number): void {
  runUnstamped(db, 'UPDATE log_device SET sequence = ? WHERE number = ?', sequence, deviceNumber);
}

/** Puts the clock ahead of what was seen of another device. */
export function advanceClock(db: WritableDb, seen: number): void {
  runUnstamped(db, 'UPDATE log_clock SET clock = max(clock, ?)', seen);
}

/** Where this device's clock stands, in its units; 0 before the office is set up. */
export function getClock(db: ReadableDb): number {
  return findRow<{ clock: number }>(db, 'SELECT clock FROM log_clock')?.clock ?? 0;
}
