import BetterSqlite3 from 'better-sqlite3';
import type { Delta, FoldedRow } from '../../domain/change-log.ts';
import {
  findRow,
  type ReadableDb,
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

/** Why a row cannot stand in its table yet. */
export type RowObstacle = ({ readonly reason: 'parent' } & MissingParent) | { readonly reason: 'incomplete' };

/**
 * Puts a row as folded into its table, new or changed, with what is computed of it. Answers what stands in the way,
 * or null. Columns this version does not know are left out. `isNew`: it is certainly not there yet. Joins the caller's
 * transaction; the log is off.
 */
export function writeFoldedRow(
  db: WritableDb,
  table: TravellingTable,
  key: string,
  folded: FoldedRow,
  isNew = false,
): RowObstacle | null {
  const keyRow = findKeyRow(table, key);
  if (!folded.isCreated || keyRow === null) return { reason: 'incomplete' };
  const row = { ...toSqlRow(table, folded.values), ...folded.stamps };
  return attempt(db, table, { ...keyRow, ...row }, () => {
    const computed = findComputedColumns(table.name)?.compute({ ...folded.values }) ?? {};
    const whole = { ...row, ...computed };
    if (isNew || !updateByKey(db, table, keyRow, whole)) insert(db, table, { ...keyRow, ...whole });
    findComputedColumns(table.name)?.settle?.(db, key);
  });
}

/**
 * Adds to a row that stands what later entries said of it: the fast way where nothing has to be folded again.
 * Answers 'absent' where there is no such row.
 */
export function writeLaterValues(
  db: WritableDb,
  table: TravellingTable,
  key: string,
  later: FoldedRow,
): RowObstacle | 'absent' | null {
  const keyRow = findKeyRow(table, key);
  if (keyRow === null) return 'absent';
  const computedColumns = findComputedColumns(table.name);
  const row = { ...toSqlRow(table, later.values), ...later.stamps };
  let isThere = true;
  const obstacle = attempt(db, table, { ...keyRow, ...row }, () => {
    const before = computedColumns === undefined ? {} : findByKey(db, table, keyRow);
    const computed = computedColumns?.compute({ ...before, ...later.values }) ?? {};
    isThere = updateByKey(db, table, keyRow, { ...row, ...computed });
    if (isThere) computedColumns?.settle?.(db, key);
  });
  return isThere ? obstacle : 'absent';
}

/** Runs what writes a row; a constraint it breaks is why the row has to wait. */
function attempt(db: WritableDb, table: TravellingTable, row: SqlRow, write: () => void): RowObstacle | null {
  try {
    write();
    db.changedTables.add(table.name as TableName);
    return null;
  } catch (error) {
    if (!(error instanceof BetterSqlite3.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT'))
      throw error;
    const [parent] = listMissingParents(db, table, row);
    return parent === undefined ? { reason: 'incomplete' } : { reason: 'parent', ...parent };
  }
}

function listMissingParents(db: ReadableDb, table: TravellingTable, row: SqlRow): MissingParent[] {
  const missing: MissingParent[] = [];
  for (const { table: parentTable, columns, keyColumns } of table.parents) {
    const parts = columns.map((column) => row[column] ?? null);
    if (parts.includes(null)) continue;
    const where = keyColumns.map((column) => `${column} = ?`).join(' AND ');
    if (findRow(db, `SELECT 1 FROM ${parentTable} WHERE ${where}`, ...parts) === undefined) {
      missing.push({ parentTable, parentKey: toKey(parts) });
    }
  }
  return missing;
}

/** The rows that a folded row points to and that are not in their tables. */
export function listParentsMissed(
  db: ReadableDb,
  table: TravellingTable,
  key: string,
  { values }: FoldedRow,
): MissingParent[] {
  return listMissingParents(db, table, { ...findKeyRow(table, key), ...toSqlRow(table, values) });
}

/** How entries write a key: an id as it is, several parts as a JSON array. */
function toKey(parts: readonly SqlValue[]): string {
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
