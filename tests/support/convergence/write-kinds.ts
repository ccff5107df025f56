import {
  all,
  deleteRow,
  insertRow,
  restoreRow,
  updateRow,
  upsertRow,
  type ReadableDb,
  type SqlRow,
  type TableName,
} from '../../../db/database.ts';
import type { RunDevice } from './devices.ts';
import { type Pick, pickOf } from './dice.ts';

/** Something a user does on one PC; answers whether there was anything to do it with. */
export type Write = (device: RunDevice, pick: Pick) => boolean;

/** The key of some row of a table, of the eight that were made last; null where there is none. */
export function someKey(db: ReadableDb, pick: Pick, table: string, ...columns: string[]): SqlRow | null {
  const rows = all(db, `SELECT ${columns.join(', ')} FROM ${table} ORDER BY created_at DESC, 1, 2 LIMIT 8`);
  return pickOf(pick, rows);
}

export function someId(db: ReadableDb, pick: Pick, table: string): string | null {
  const key = someKey(db, pick, table, 'id', 'created_at');
  return typeof key?.['id'] === 'string' ? key['id'] : null;
}

/** Changes, takes out or brings back some row of a table. */
export function touch(
  table: TableName,
  columns: readonly string[],
  change: (pick: Pick, device: RunDevice) => SqlRow,
): Write {
  return (device, pick) => {
    const { db, writer } = device;
    const found = someKey(db, pick, table, ...columns, 'created_at');
    if (found === null) return false;
    const key = Object.fromEntries(columns.map((column) => [column, found[column] ?? null]));
    const kind = pick(6);
    if (kind === 0) return deleteRow(writer, table, key);
    if (kind === 1) return restoreRow(writer, table, key);
    return updateRow(writer, table, key, change(pick, device));
  };
}

/** Makes a row of a table that points to rows of others; does nothing where one of those is missing. */
export function make(
  table: TableName,
  parents: Readonly<Record<string, string>>,
  row: (pick: Pick) => SqlRow,
): Write {
  return ({ db, writer }, pick) => {
    const pointers = Object.entries(parents).map(([column, parent]) => [column, someId(db, pick, parent)]);
    if (pointers.some(([, id]) => id === null)) return false;
    insertRow(writer, table, { id: writer.newId(), ...Object.fromEntries(pointers), ...row(pick) });
    return true;
  };
}

/** Records a fact: a row whose key says of what it is one. */
export function record(
  table: TableName,
  parents: Readonly<Record<string, string>>,
  row: (pick: Pick) => SqlRow,
): Write {
  return ({ db, writer }, pick) => {
    const key = Object.entries(parents).map(([column, parent]) => [column, someId(db, pick, parent)]);
    if (key.some(([, id]) => id === null)) return false;
    upsertRow(writer, table, Object.fromEntries(key), row(pick));
    return true;
  };
}

/** Makes a row, or changes one if chance says so and there is one. */
export function makeOrTouch(makeRow: Write, touchRow: Write): Write {
  return (device, pick) => (pick(2) === 0 && touchRow(device, pick)) || makeRow(device, pick);
}
