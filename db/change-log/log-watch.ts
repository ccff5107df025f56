import { all, type ReadableDb } from '../database.ts';
import { listHeads } from './heads.ts';
import { isAnythingWaiting } from './waiting-rows.ts';

/**
 * How far somebody who keeps what was computed of the tables has seen the log. Every write is in the log, whoever
 * wrote it, so nothing has to be told to whoever watches it.
 */
export interface LogWatch {
  /** How far each device's entries had been seen. */
  readonly heads: Map<string, number>;
  /** Whether rows waited for others: one that arrives may let others stand that were seen before. */
  wasAnythingWaiting: boolean;
}

/** A row that was written. */
export interface NewEntry {
  table_name: string;
  row_key: string;
}

/** So many new entries are not gone through: everything is computed anew. */
const mostEntries = 20_000;

export function createLogWatch(): LogWatch {
  return { heads: new Map(), wasAnythingWaiting: false };
}

/**
 * The rows written since this was last asked; null where that cannot be told (at first, after very many, after the
 * database was put back, while rows wait for others) and everything has to be computed anew.
 */
export function takeNewEntries(db: ReadableDb, watch: LogWatch): NewEntry[] | null {
  const heads = listHeads(db);
  const moved = heads.filter(({ device, sequence }) => watch.heads.get(device) !== sequence);
  if (moved.length === 0) return [];
  const isFirst = watch.heads.size === 0;
  const isWaiting = isAnythingWaiting(db);
  const wentBack = moved.some(({ device, sequence }) => sequence < (watch.heads.get(device) ?? 0));
  const isUnclear = isFirst || wentBack || isWaiting || watch.wasAnythingWaiting;
  const entries = isUnclear ? null : listNewEntries(db, watch, moved);
  for (const { device, sequence } of heads) watch.heads.set(device, sequence);
  watch.wasAnythingWaiting = isWaiting;
  return entries;
}

/** Rows written since; null where they are too many to go through. */
function listNewEntries(
  db: ReadableDb,
  { heads }: LogWatch,
  moved: readonly { device: string; sequence: number }[],
): NewEntry[] | null {
  const entries: NewEntry[] = [];
  for (const { device, sequence } of moved) {
    const after = heads.get(device) ?? 0;
    if (sequence - after > mostEntries) return null;
    const rows = all<NewEntry>(
      db,
      `SELECT DISTINCT t.name AS table_name, l.row_key FROM change_log l JOIN log_table t ON t.number = l.table_number
       WHERE l.device = (SELECT number FROM log_device WHERE id = ?) AND l.sequence > ?`,
      device,
      after,
    );
    entries.push(...rows);
  }
  return entries;
}
