import { type ChangeEntry, foldEntries } from '../../domain/change-log.ts';
import { all, findRow, getNumber, type ReadableDb, runUnstamped, type WritableDb } from '../database.ts';
import { listRowEntries } from './log-entries.ts';
import { tableNumberOf } from './log-names.ts';
import { type RowObstacle, writeFoldedRow } from './row-writing.ts';
import type { TravellingTable } from './travelling-tables.ts';

/** How many rows wait for something that has not arrived, or for a newer version. */
export function countWaitingRows(db: ReadableDb): number {
  return getNumber(db, 'SELECT count(*) FROM waiting_row');
}

/**
 * Folds a row anew and puts it into its table, and then whatever waited for it. Answers whether it stands now.
 * `entries` is everything the log holds of the row, where the caller has it at hand. Joins the caller's transaction;
 * the log is off.
 */
export function refoldRow(
  db: WritableDb,
  tables: ReadonlyMap<string, TravellingTable>,
  tableName: string,
  key: string,
  entries: readonly ChangeEntry[] = listRowEntries(db, tableName, key),
): boolean {
  const table = tables.get(tableName);
  if (table === undefined) {
    setWaiting(db, tableName, key, 'unknown');
    return false;
  }
  const folded = foldEntries(entries);
  const obstacle = writeFoldedRow(db, table, key, folded);
  if (obstacle !== null) {
    setWaiting(db, tableName, key, obstacle);
    return false;
  }
  const isWhole = Object.keys(folded.values).every((column) => table.columns.has(column));
  if (!isWhole) setWaiting(db, tableName, key, 'unknown');
  if (!isAnythingWaiting(db)) return true;
  if (isWhole) endWaiting(db, tableName, key);
  refoldChildren(db, tables, tableName, key);
  return true;
}

/** Tries every waiting row again: after an update of the program, and before a merge. */
export function retryWaitingRows(db: WritableDb, tables: ReadonlyMap<string, TravellingTable>): void {
  const rows = all<{ table_name: string; row_key: string }>(
    db,
    `SELECT t.name AS table_name, w.row_key FROM waiting_row w JOIN log_table t ON t.number = w.table_number`,
  );
  for (const { table_name, row_key } of rows) {
    if (isWaiting(db, table_name, row_key)) refoldRow(db, tables, table_name, row_key);
  }
}

/** Whether any row waits. */
export function isAnythingWaiting(db: ReadableDb): boolean {
  return findRow(db, 'SELECT 1 FROM waiting_row LIMIT 1') !== undefined;
}

/** Whether a row waits. */
export function isWaiting(db: ReadableDb, table: string, key: string): boolean {
  const row = findRow(
    db,
    'SELECT 1 FROM waiting_row WHERE table_number = (SELECT number FROM log_table WHERE name = ?) AND row_key = ?',
    table,
    key,
  );
  return row !== undefined;
}

/** Remembers that a row waits, and for what. */
function setWaiting(db: WritableDb, table: string, key: string, obstacle: RowObstacle | 'unknown'): void {
  const reason = obstacle === 'unknown' ? obstacle : obstacle.reason;
  const parent = obstacle !== 'unknown' && obstacle.reason === 'parent' ? obstacle : null;
  runUnstamped(
    db,
    `INSERT INTO waiting_row VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
       reason = excluded.reason, parent_table = excluded.parent_table, parent_key = excluded.parent_key`,
    tableNumberOf(db, table),
    key,
    reason,
    parent === null ? null : tableNumberOf(db, parent.parentTable),
    parent?.parentKey ?? null,
  );
}

function endWaiting(db: WritableDb, table: string, key: string): void {
  runUnstamped(
    db,
    'DELETE FROM waiting_row WHERE table_number = ? AND row_key = ?',
    tableNumberOf(db, table),
    key,
  );
}

/** What waited for a row that stands now. */
function refoldChildren(
  db: WritableDb,
  tables: ReadonlyMap<string, TravellingTable>,
  table: string,
  key: string,
): void {
  const children = all<{ table_name: string; row_key: string }>(
    db,
    `SELECT t.name AS table_name, w.row_key FROM waiting_row w JOIN log_table t ON t.number = w.table_number
     WHERE w.parent_table = ? AND w.parent_key = ?`,
    tableNumberOf(db, table),
    key,
  );
  for (const child of children) refoldRow(db, tables, child.table_name, child.row_key);
}
