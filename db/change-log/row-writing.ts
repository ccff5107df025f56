import BetterSqlite3 from 'better-sqlite3';
import type { Delta, FoldedRow } from '../../domain/change-log.ts';
import {
  findRow,
  runUnstamped,
  type SqlRow,
  type SqlValue,
  type TableName,
  type WritableDb,
} from '../database.ts';
import { findComputedColumns } from './computed-columns.ts';
import type { TravellingTable } from './travelling-tables.ts';

/** A row that another one points to and that is not there. */
export interface MissingParent {
  readonly parentTable: string;
  readonly parentKey: string;
}

/**
 * Puts a row as folded into its table, new or changed, with what is computed of it. Answers whether it can stand: not
 * without its beginning, without a column it has to have, or where a row it points to is missing. Columns this version
 * does not know are left out. Joins the caller's transaction; the log is as it is there.
 */
export function writeFoldedRow(
  db: WritableDb,
  table: TravellingTable,
  key: string,
  folded: FoldedRow,
): boolean {
  const keyRow = findKeyRow(table, key);
  return keyRow !== null && writeRow(db, table, keyRow, folded);
}

/** The same, of a row whose key was read already. `isNew`: it is certainly not there yet. */
export function writeRow(
  db: WritableDb,
  table: TravellingTable,
  keyRow: SqlRow,
  folded: FoldedRow,
  isNew = false,
): boolean {
  if (!folded.isCreated) return false;
  const row = { ...toSqlRow(table, folded.values), ...folded.stamps };
  return attempt(db, table, () => {
    const computedColumns = findComputedColumns(table.name);
    const computed = computedColumns?.compute({ ...folded.values }) ?? {};
    const whole = { ...row, ...computed };
    if (isNew || !updateByKey(db, table, keyRow, whole)) insert(db, table, { ...keyRow, ...whole });
    settleComputed(db, table, keyRow);
  });
}

/**
 * Adds to a row that stands what later entries said of it: the fast way where nothing has to be folded again. Answers
 * whether it could: there has to be such a row, and those it points to.
 */
export function writeLaterValues(
  db: WritableDb,
  table: TravellingTable,
  keyRow: SqlRow,
  later: FoldedRow,
): boolean {
  const computedColumns = findComputedColumns(table.name);
  const row = { ...toSqlRow(table, later.values), ...later.stamps };
  let isThere = false;
  const isWritten = attempt(db, table, () => {
    const before = computedColumns === undefined ? {} : findByKey(db, table, keyRow);
    const computed = computedColumns?.compute({ ...before, ...later.values }) ?? {};
    isThere = updateByKey(db, table, keyRow, { ...row, ...computed });
    if (isThere) settleComputed(db, table, keyRow);
  });
  return isWritten && isThere;
}

/** Tables where more hangs on a row are keyed by their id. */
function settleComputed(db: WritableDb, table: TravellingTable, { id }: SqlRow): void {
  if (typeof id === 'string') findComputedColumns(table.name)?.settle?.(db, id);
}

/** Runs what writes a row; where that breaks a constraint, the row cannot stand so. */
function attempt(db: WritableDb, table: TravellingTable, write: () => void): boolean {
  try {
    write();
    db.changedTables.add(table.name as TableName);
    return true;
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT'))
      throw error;
    return false;
  }
}

/** How entries write a key: an id as it is, several parts as a JSON array. */
export function toKey(parts: readonly SqlValue[]): string {
  return parts.length === 1 ? String(parts[0]) : JSON.stringify(parts);
}

/**
 * The columns of a key with the values that an entry's key stands for. Null on a key of another shape, or one spelled
 * in another way: a row must not have two names in the log.
 */
export function findKeyRow({ key: columns }: TravellingTable, key: string): SqlRow | null {
  const parts = columns.length === 1 ? [key] : parseParts(key);
  const fits =
    parts.length === columns.length &&
    columns.every(({ type }, index) => typeof parts[index] === (type === 'TEXT' ? 'string' : 'number'));
  if (!fits || toKey(parts) !== key) return null;
  return Object.fromEntries(columns.map((column, index) => [column.name, parts[index] ?? null]));
}

function parseParts(key: string): SqlValue[] {
  try {
    const parts: unknown = JSON.parse(key);
    return Array.isArray(parts) ? (parts as SqlValue[]) : [];
  } catch {
    return [];
  }
}

function toSqlRow({ columns }: TravellingTable, values: Delta): SqlRow {
  const row: SqlRow = {};
  for (const [name, value] of Object.entries(values)) {
    const column = columns.get(name);
    if (column === undefined) continue;
    row[name] = column.type === 'BLOB' && typeof value === 'string' ? Buffer.from(value, 'hex') : value;
  }
  return row;
}

function updateByKey(db: WritableDb, table: TravellingTable, key: SqlRow, row: SqlRow): boolean {
  const changes = Object.keys(row).map((column) => `${column} = ?`);
  const sql = `UPDATE ${table.name} SET ${changes.join(', ')} WHERE ${whereKey(key)}`;
  return runUnstamped(db, sql, ...Object.values(row), ...Object.values(key)) > 0;
}

function insert(db: WritableDb, table: TravellingTable, row: SqlRow): void {
  const columns = Object.keys(row);
  const sql = `INSERT INTO ${table.name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  runUnstamped(db, sql, ...Object.values(row));
}

function findByKey(db: WritableDb, table: TravellingTable, key: SqlRow): Delta {
  const row = findRow<Delta>(db, `SELECT * FROM ${table.name} WHERE ${whereKey(key)}`, ...Object.values(key));
  return row ?? {};
}

function whereKey(key: SqlRow): string {
  return Object.keys(key)
    .map((column) => `${column} = ?`)
    .join(' AND ');
}
