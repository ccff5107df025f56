import type { ChangeEntry, Delta } from '../../domain/change-log.ts';
import { all, each, type ReadableDb, runUnstamped, type WritableDb } from '../database.ts';

interface EntryRow {
  device: string;
  sequence: number;
  action: number;
  clock: number;
  made_at: number;
  made_by: string;
  table_name: string;
  row_key: string;
  is_created: number;
  delta: string;
}

/** Entries with the names behind their numbers; whoever uses it adds WHERE and ORDER BY. */
export const entryQuery = `SELECT d.id AS device, l.sequence, l.action, l.clock, l.made_at, a.id AS made_by,
    t.name AS table_name, l.row_key, l.is_created, l.delta
  FROM change_log l JOIN log_device d ON d.number = l.device JOIN log_author a ON a.number = l.made_by
    JOIN log_table t ON t.number = l.table_number`;

/** An entry as the log keeps it. */
export function rowToEntry(row: EntryRow): ChangeEntry {
  return {
    device: row.device,
    sequence: row.sequence,
    action: row.action,
    clock: row.clock,
    madeAt: row.made_at,
    madeBy: row.made_by,
    table: row.table_name,
    key: row.row_key,
    isCreated: row.is_created === 1,
    delta: JSON.parse(row.delta) as Delta,
  };
}

/** Every entry of a row, in no particular order. */
export function listRowEntries(db: ReadableDb, table: string, key: string): ChangeEntry[] {
  return all<EntryRow>(
    db,
    `${entryQuery} WHERE l.table_number = (SELECT number FROM log_table WHERE name = ?) AND l.row_key = ?`,
    table,
    key,
  ).map(rowToEntry);
}

/** Every entry of a table's rows, in no particular order: for tables that stay small. */
export function listTableEntries(db: ReadableDb, table: string): ChangeEntry[] {
  return all<EntryRow>(
    db,
    `${entryQuery} WHERE l.table_number = (SELECT number FROM log_table WHERE name = ?)`,
    table,
  ).map(rowToEntry);
}

/** The order in which entries count, as `compareEntries` says it. */
const countingOrder = 'l.clock, d.id, l.sequence';

/**
 * Every entry of a row, one after the other in the order in which they count: there may be more than memory can hold.
 * Nothing can be written meanwhile.
 */
export function* eachRowEntry(db: ReadableDb, table: string, key: string): Generator<ChangeEntry> {
  const rows = each<EntryRow>(
    db,
    `${entryQuery} WHERE l.table_number = (SELECT number FROM log_table WHERE name = ?) AND l.row_key = ?
     ORDER BY ${countingOrder}`,
    table,
    key,
  );
  for (const row of rows) yield rowToEntry(row);
}

/**
 * Every entry of the log, row by row in the order of tables and keys, each row's in the order in which they count.
 * One table after the other, so that the index gives the order: nothing has to be gathered to be sorted.
 */
export function* eachEntryByRow(db: ReadableDb): Generator<ChangeEntry> {
  for (const { number } of all<{ number: number }>(db, 'SELECT number FROM log_table ORDER BY name')) {
    const rows = each<EntryRow>(
      db,
      `${entryQuery} WHERE l.table_number = ? ORDER BY l.row_key, ${countingOrder}`,
      number,
    );
    for (const row of rows) yield rowToEntry(row);
  }
}

/** Entries of one device after a sequence, at most `limit`, in order. */
export function listDeviceEntries(
  db: ReadableDb,
  device: string,
  { after, limit }: { after: number; limit: number },
): ChangeEntry[] {
  return all<EntryRow>(
    db,
    `${entryQuery} WHERE l.device = (SELECT number FROM log_device WHERE id = ?) AND l.sequence > ?
     ORDER BY l.sequence LIMIT ?`,
    device,
    after,
    limit,
  ).map(rowToEntry);
}

/** The short numbers that stand for an entry's names. */
export interface EntryNumbers {
  device: number;
  author: number;
  table: number;
}

/** Puts an entry of another device into the log as it is. */
export function insertEntry(db: WritableDb, entry: ChangeEntry, numbers: EntryNumbers): void {
  runUnstamped(
    db,
    'INSERT INTO change_log VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    numbers.device,
    entry.sequence,
    entry.action,
    entry.clock,
    entry.madeAt,
    numbers.author,
    numbers.table,
    entry.key,
    entry.isCreated ? 1 : 0,
    JSON.stringify(entry.delta),
  );
}
