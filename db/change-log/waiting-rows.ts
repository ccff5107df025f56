import { type ChangeEntry, compareEntries } from '../../domain/change-log.ts';
import { all, findRow, getNumber, type ReadableDb, runUnstamped, type WritableDb } from '../database.ts';
import { eachRowEntry } from './log-entries.ts';
import { tableNumberOf } from './log-names.ts';
import { findKeyRow, type MissingParent, writeRow } from './row-writing.ts';
import { everyRowIsThere, foldForTable, standingIn, type TableFold } from './table-fold.ts';
import type { TravellingTable } from './travelling-tables.ts';

/** How many rows wait for something that has not arrived, or for a newer version. */
export function countWaitingRows(db: ReadableDb): number {
  return getNumber(db, 'SELECT count(*) FROM waiting_row');
}

/** The tables that travel, by name. */
type Tables = ReadonlyMap<string, TravellingTable>;

interface RowName {
  readonly table: string;
  readonly key: string;
}

/**
 * Folds a row anew and puts it into its table, as far as it can stand there, and then whatever waited for it. Answers
 * whether it stands now. `entries` is everything the log holds of the row, where nothing was known of it before. Joins
 * the caller's transaction; the log is off.
 */
export function refoldRow(
  db: WritableDb,
  tables: Tables,
  row: RowName,
  entries?: readonly ChangeEntry[],
): boolean {
  const stands = putDown(db, tables, row, entries);
  const called = stands ? listChildren(db, row) : [];
  // A list that grows, not a recursion: a chain may be as long as the log.
  for (const child of called) if (putDown(db, tables, child)) called.push(...listChildren(db, child));
  return stands;
}

function putDown(
  db: WritableDb,
  tables: Tables,
  { table: name, key }: RowName,
  entries?: readonly ChangeEntry[],
): boolean {
  const table = tables.get(name);
  const keyRow = table === undefined ? null : findKeyRow(table, key);
  if (table === undefined || keyRow === null) {
    setWaiting(db, name, key, { reason: table === undefined ? 'unknown' : 'incomplete', missing: [] });
    return false;
  }
  if (entries !== undefined) {
    // Most new rows find everything there: nothing is looked up before the database says otherwise.
    const ordered = entries.length === 1 ? entries : entries.toSorted(compareEntries);
    const fold = foldForTable(table, keyRow, ordered, everyRowIsThere);
    if (writeRow(db, table, keyRow, fold, true)) return fold.isWhole || noteFold(db, name, key, fold, true);
  }
  const fold = foldForTable(table, keyRow, eachRowEntry(db, name, key), standingIn(db));
  return noteFold(db, name, key, fold, writeRow(db, table, keyRow, fold));
}

/** Remembers whether a row still waits and for what, whether it stands or not; answers whether it does. */
function noteFold(
  db: WritableDb,
  table: string,
  key: string,
  { isCreated, isWhole, missing }: TableFold,
  stands: boolean,
): boolean {
  if (!isCreated) setWaiting(db, table, key, { reason: 'incomplete', missing: [] });
  else if (missing.length > 0) setWaiting(db, table, key, { reason: 'parent', missing });
  else if (!isWhole) setWaiting(db, table, key, { reason: 'unknown', missing });
  else if (!stands) setWaiting(db, table, key, { reason: 'incomplete', missing });
  else if (isAnythingWaiting(db)) endWaiting(db, table, key);
  return stands;
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
  const rows = all<RowName>(
    db,
    `SELECT t.name AS "table", w.row_key AS key FROM waiting_row w JOIN log_table t ON t.number = w.table_number
     WHERE ${where}`,
  );
  for (const row of rows) if (isWaiting(db, row.table, row.key)) refoldRow(db, tables, row);
}

/** Whether any row waits. */
export function isAnythingWaiting(db: ReadableDb): boolean {
  return findRow(db, 'SELECT 1 FROM waiting_row LIMIT 1') !== undefined;
}

/** Whether a row waits for a version that knows or admits all of it: this program may be it. */
export function isVersionAwaited(db: ReadableDb): boolean {
  return findRow(db, "SELECT 1 FROM waiting_row WHERE reason = 'unknown' LIMIT 1") !== undefined;
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
function setWaiting(
  db: WritableDb,
  table: string,
  key: string,
  { reason, missing }: { reason: 'unknown' | 'incomplete' | 'parent'; missing: readonly MissingParent[] },
): void {
  endWaiting(db, table, key);
  const number = tableNumberOf(db, table);
  runUnstamped(db, 'INSERT INTO waiting_row VALUES (?, ?, ?)', number, key, reason);
  for (const { parentTable, parentKey } of missing) {
    runUnstamped(
      db,
      'INSERT INTO waiting_parent VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
      tableNumberOf(db, parentTable),
      parentKey,
      number,
      key,
    );
  }
}

function endWaiting(db: WritableDb, table: string, key: string): void {
  const number = tableNumberOf(db, table);
  runUnstamped(db, 'DELETE FROM waiting_row WHERE table_number = ? AND row_key = ?', number, key);
  runUnstamped(db, 'DELETE FROM waiting_parent WHERE table_number = ? AND row_key = ?', number, key);
}

/** What waited for a row that stands now. */
function listChildren(db: WritableDb, { table, key }: RowName): RowName[] {
  if (!isAnythingWaiting(db)) return [];
  return all<RowName>(
    db,
    `SELECT t.name AS "table", w.row_key AS key FROM waiting_parent w JOIN log_table t ON t.number = w.table_number
     WHERE w.parent_table = ? AND w.parent_key = ?`,
    tableNumberOf(db, table),
    key,
  );
}
