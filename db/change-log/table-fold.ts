import {
  addToFold,
  beginFold,
  type ChangeEntry,
  type Delta,
  type FoldedRow,
  type LoggedValue,
  type RowFold,
} from '../../domain/change-log.ts';
import { withoutErased } from '../../domain/anonymising.ts';
import { findRow, type ReadableDb, type SqlRow } from '../database.ts';
import { type MissingParent, toKey } from './row-writing.ts';
import type { TravellingParent, TravellingTable } from './travelling-tables.ts';

/** Whether a row that another one points to stands in its table. */
export type IsThere = (parent: TravellingParent, key: SqlRow[string][]) => boolean;

/**
 * A row as far as it can stand in its table now. Of each column the last value counts that this version admits, and of
 * one that points to a row the last whose row stands: both the same on every PC of a version that holds the same, in
 * whatever order it came. What does not count yet stays in the log.
 */
export interface TableFold extends FoldedRow {
  /** What was said last of each column counts, but for pointers to rows that are missing. */
  readonly isWhole: boolean;
  /** By column, what was said last of it and this version does not admit. */
  readonly refused: ReadonlyMap<string, LoggedValue>;
  /** The rows that the row points to, or would if they were there. */
  readonly missing: readonly MissingParent[];
}

/** A fold for a table under way; it keeps what counts, not the entries: of one row there may be any number. */
export interface TableFolding {
  readonly table: TravellingTable;
  readonly keyRow: SqlRow;
  readonly isThere: IsThere;
  readonly row: RowFold;
  readonly refused: Map<string, LoggedValue>;
  /** What was said last of columns that point to rows, whether those stand or not. */
  readonly pointed: Record<string, LoggedValue>;
  /** By pointer, the rows that would count if they stood: all that were said after the one that does. */
  readonly missing: Map<TravellingParent, Map<string, MissingParent>>;
  /** Something was said of a column that this version does not know. */
  hasUnknown: boolean;
}

/** Begins to fold a row for its table. `keyRow`: the columns of its key. */
export function beginTableFold(table: TravellingTable, keyRow: SqlRow, isThere: IsThere): TableFolding {
  return {
    table,
    keyRow,
    isThere,
    row: beginFold(),
    refused: new Map(),
    pointed: {},
    missing: new Map(),
    hasUnknown: false,
  };
}

/** Adds the entry that comes next in order. */
export function addToTableFold(folding: TableFolding, entry: ChangeEntry): void {
  const counting = takeAdmitted(folding, entry.delta);
  for (const parent of folding.table.parents) {
    if (parent.ownColumns.some((column) => column in counting)) takePointer(folding, parent, counting);
  }
  addToFold(folding.row, entry, counting);
}

/** A pointer counts with all its columns, once the row it points to stands. */
function takePointer(
  folding: TableFolding,
  parent: TravellingParent,
  counting: Record<string, LoggedValue>,
): void {
  const { pointed } = folding;
  for (const column of parent.ownColumns) {
    if (column in counting) pointed[column] = counting[column] ?? null;
  }
  const stands = isStanding(folding, parent);
  for (const column of parent.ownColumns) {
    if (!stands) delete counting[column];
    else if (column in pointed) counting[column] = pointed[column] ?? null;
  }
}

/** The values of an entry that this version admits. */
function takeAdmitted(folding: TableFolding, delta: Delta): Record<string, LoggedValue> {
  const { table, refused } = folding;
  const admitted: Record<string, LoggedValue> = {};
  for (const [name, value] of Object.entries(delta)) {
    const column = table.columns.get(name);
    if (column === undefined) folding.hasUnknown = true;
    // What was anonymised stays so, whoever takes it back.
    else if (name === 'erased_at' && value === null) continue;
    else if (column.admits(value)) {
      admitted[name] = value;
      refused.delete(name);
    } else refused.set(name, value);
  }
  return admitted;
}

/** Whether the row that is pointed to now stands; remembers it where it does not. */
function isStanding({ keyRow, pointed, isThere, missing }: TableFolding, parent: TravellingParent): boolean {
  const key = parent.columns.map((column) => keyRow[column] ?? pointed[column] ?? null);
  if (key.includes(null) || isThere(parent, key)) {
    missing.delete(parent);
    return true;
  }
  const parentKey = toKey(key);
  const said = missing.get(parent) ?? new Map<string, MissingParent>();
  missing.set(parent, said.set(parentKey, { parentTable: parent.table, parentKey }));
  return false;
}

/** The row as its entries leave it; of one that was anonymised, nothing of what was erased, whenever it was said. */
export function endTableFold(folding: TableFolding): TableFold {
  const { table, row, refused, missing, hasUnknown } = folding;
  // What belongs to the row's own key is in no entry.
  for (const parent of table.parents) if (parent.ownColumns.length === 0) isStanding(folding, parent);
  const isWhole = refused.size === 0 && !hasUnknown;
  const rows = [...missing.values()].flatMap((said) => [...said.values()]);
  return { ...row, values: withoutErased(table.name, row.values), isWhole, refused, missing: rows };
}

/** A row folded for its table from entries in their order. */
export function foldForTable(
  table: TravellingTable,
  keyRow: SqlRow,
  entries: Iterable<ChangeEntry>,
  isThere: IsThere,
): TableFold {
  const folding = beginTableFold(table, keyRow, isThere);
  for (const entry of entries) addToTableFold(folding, entry);
  return endTableFold(folding);
}

/** Where every row is taken to stand: the database says soon enough which does not. */
export const everyRowIsThere: IsThere = () => true;

/** What stands in the tables of a database. */
export function standingIn(db: ReadableDb): IsThere {
  return ({ table, keyColumns }, key) => {
    const where = keyColumns.map((column) => `${column} = ?`).join(' AND ');
    return findRow(db, `SELECT 1 FROM ${table} WHERE ${where}`, ...key) !== undefined;
  };
}
