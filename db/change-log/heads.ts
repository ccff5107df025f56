import { all, findRow, getNumber, type ReadableDb, runUnstamped, type WritableDb } from '../database.ts';

/** How far a device's entries are here, and what its own signature covers. */
export interface LogHead {
  readonly device: string;
  /** Everything up to here is in the log; 0: nothing. */
  readonly sequence: number;
  /** The chain's hash at `chained`, signed by the device itself where it has sent anything yet. */
  readonly chained: number;
  readonly hash: string;
  readonly signature: string | null;
  /** Entries up to here may have been thinned out, so they cannot be handed on. */
  readonly compacted: number;
}

/** This device's own sequence stands in the clock, where the triggers count. */
const headQuery = `SELECT d.id AS device, coalesce(c.sequence, d.sequence) AS sequence, d.chained, d.hash,
    d.signature, d.compacted
  FROM log_device d LEFT JOIN log_clock c ON c.device = d.number`;

/** The heads of all devices whose entries are here. */
export function listHeads(db: ReadableDb): LogHead[] {
  return all<LogHead>(db, `${headQuery} ORDER BY d.id`);
}

/** The head of one device; one nobody heard of has said nothing. */
export function getHead(db: ReadableDb, device: string): LogHead {
  const nothing = { device, sequence: 0, chained: 0, hash: '', signature: null, compacted: 0 };
  return findRow<LogHead>(db, `${headQuery} WHERE d.id = ?`, device) ?? nothing;
}

/** Remembers how far another device's entries are here. */
export function setSequence(db: WritableDb, deviceNumber: number, sequence: number): void {
  runUnstamped(db, 'UPDATE log_device SET sequence = ? WHERE number = ?', sequence, deviceNumber);
}

/** Remembers the chain up to a sequence and the signature of the device over it. */
export function setChain(
  db: WritableDb,
  device: string,
  { chained, hash, signature }: Pick<LogHead, 'chained' | 'hash' | 'signature'>,
): void {
  runUnstamped(
    db,
    'UPDATE log_device SET chained = ?, hash = ?, signature = ? WHERE id = ?',
    chained,
    hash,
    signature,
    device,
  );
}

/** The clock of this device: the highest it gave or saw. 0 before the office is set up. */
export function getClock(db: ReadableDb): number {
  return getNumber(db, 'SELECT coalesce(max(clock), 0) FROM log_clock');
}

/** Puts the clock ahead of what was seen of another device. */
export function advanceClock(db: WritableDb, seen: number): void {
  runUnstamped(db, 'UPDATE log_clock SET clock = max(clock, ?)', seen);
}
