import { type ChangeEntry, foldEntries, type FoldedRow } from '../../domain/change-log.ts';
import {
  all,
  findRow,
  getNumber,
  inTransaction,
  type ReadableDb,
  runUnstamped,
  type WritableDb,
} from '../database.ts';
import { listRowEntries } from './log-entries.ts';
import { tableNumberOf } from './log-names.ts';
import { listParentsMissed, type MissingParent, type RowObstacle, writeFoldedRow } from './row-writing.ts';
import type { TravellingTable } from './travelling-tables.ts';

/** How many rows wait for something that has not arrived, or for a newer version. */
export function countWaitingRows(db: ReadableDb): number {
  return getNumber(db, 'SELECT count(*) FROM waiting_row');
}

/** The tables that travel, by name. */
type Tables = ReadonlyMap<string, TravellingTable>;

/** A row of the log whose table this version knows, with what it folds to. */
interface Foldable {
  readonly table: TravellingTable;
  readonly key: string;
  readonly folded: FoldedRow;
}

/**
 * Folds a row anew and puts it into its table, and then whatever waited for it. Answers whether it stands now.
 * `entries` is everything the log holds of the row, where nothing was known of it before. Joins the caller's transaction;
 * the log is off.
 */
export function refoldRow(
  db: WritableDb,
  tables: Tables,
  tableName: string,
  key: string,
  entries?: readonly ChangeEntry[],
): boolean {
  const table = tables.get(tableName);
  if (table === undefined) {
    setWaiting(db, tableName, key, 'unknown');
    return false;
  }
  const folded = foldEntries(entries ?? listRowEntries(db, tableName, key));
  const obstacle = writeFoldedRow(db, table, key, folded, entries !== undefined);
  if (obstacle !== null) {
    setWaiting(db, tableName, key, obstacle);
    return obstacle.reason === 'parent' && settleCircle(db, tables, { table, key, folded });
  }
  noteStanding(db, tables, { table, key, folded });
  return true;
}

/** A row stands: it no longer waits, or only for a version that knows all its columns; others waited for it. */
function noteStanding(db: WritableDb, tables: Tables, { table, key, folded }: Foldable): void {
  const isWhole = Object.keys(folded.values).every((column) => table.columns.has(column));
  if (!isWhole) setWaiting(db, table.name, key, 'unknown');
  if (!isAnythingWaiting(db)) return;
  if (isWhole) endWaiting(db, table.name, key);
  refoldChildren(db, tables, table.name, key);
}

/**
 * Rows that point to each other in a circle: here this person was merged into that one, there that one into this.
 * None can stand before the others, so they are put down together. Answers whether they were.
 */
function settleCircle(db: WritableDb, tables: Tables, start: Foldable): boolean {
  const circle = gatherCircle(db, tables, start);
  if (circle === null) return false;
  const standsAlone = new Error('a row of the circle cannot stand');
  try {
    inTransaction(db, () => {
      db.handle.pragma('defer_foreign_keys = ON');
      for (const { table, key, folded } of circle) {
        if (writeFoldedRow(db, table, key, folded) !== null) throw standsAlone;
      }
    });
  } catch (error) {
    if (error !== standsAlone) throw error;
    return false;
  } finally {
    db.handle.pragma('defer_foreign_keys = OFF');
  }
  for (const row of circle) noteStanding(db, tables, row);
  return true;
}

/**
 * A waiting row with all it waits for, if every one of them is here and waits for nothing but the others. Otherwise
 * the one that waits for something from outside remembers that, so that it calls all of them when it comes.
 */
function gatherCircle(db: WritableDb, tables: Tables, start: Foldable): Foldable[] | null {
  const circle = new Map([[`${start.table.name} ${start.key}`, start]]);
  for (const { table, key, folded } of circle.values()) {
    for (const missed of listParentsMissed(db, table, key, folded)) {
      const id = `${missed.parentTable} ${missed.parentKey}`;
      if (circle.has(id)) continue;
      const parent = findWaiting(db, tables, missed);
      if (parent === null) {
        setWaiting(db, table.name, key, { reason: 'parent', ...missed });
        return null;
      }
      circle.set(id, parent);
    }
  }
  return [...circle.values()];
}

/** A missing parent, if it is here and waits itself. */
function findWaiting(
  db: ReadableDb,
  tables: Tables,
  { parentTable, parentKey }: MissingParent,
): Foldable | null {
  const table = tables.get(parentTable);
  if (table === undefined || !isWaiting(db, parentTable, parentKey)) return null;
  const folded = foldEntries(listRowEntries(db, parentTable, parentKey));
  return folded.isCreated ? { table, key: parentKey, folded } : null;
}

/** Tries every waiting row again: after an update of the program. */
export function retryWaitingRows(db: WritableDb, tables: Tables): void {
  retryRows(db, tables, 'true');
}

/** Tries again what a row that was made here may have helped to stand: before a merge. */
export function retryHelpedRows(db: WritableDb, tables: Tables): void {
  retryRows(db, tables, "w.reason = 'again'");
}

function retryRows(db: WritableDb, tables: Tables, where: string): void {
  const rows = all<{ table_name: string; row_key: string }>(
    db,
    `SELECT t.name AS table_name, w.row_key FROM waiting_row w JOIN log_table t ON t.number = w.table_number
     WHERE ${where}`,
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
function refoldChildren(db: WritableDb, tables: Tables, table: string, key: string): void {
  const children = all<{ table_name: string; row_key: string }>(
    db,
    `SELECT t.name AS table_name, w.row_key FROM waiting_row w JOIN log_table t ON t.number = w.table_number
     WHERE w.parent_table = ? AND w.parent_key = ?`,
    tableNumberOf(db, table),
    key,
  );
  for (const child of children) refoldRow(db, tables, child.table_name, child.row_key);
}
