import type BetterSqlite3 from 'better-sqlite3';
import type { ReadableDb } from '../database.ts';
import { readTravellingTables, type TravellingTable } from '../change-log/travelling-tables.ts';

const tablesByHandle = new WeakMap<BetterSqlite3.Database, ReadonlyMap<string, TravellingTable>>();

/** The travelling tables of an open database, read once: its schema stays as it is while it is open. */
export function travellingTablesOf({ handle }: ReadableDb): ReadonlyMap<string, TravellingTable> {
  const known = tablesByHandle.get(handle);
  if (known !== undefined) return known;
  const tables = readTravellingTables(handle);
  tablesByHandle.set(handle, tables);
  return tables;
}
