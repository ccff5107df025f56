import type { SqlRow } from '../database.ts';
import type { ReadableDb } from '../database.ts';
import { isDamage } from './database-file.ts';

/** The rows of a table that can be read, and how often reading met what it could not. */
export interface ReadRows {
  rows: SqlRow[];
  /** 0: the table was read whole. */
  gaps: number;
}

const pageSize = 256;

/**
 * Reads a table of a damaged database in the order of its key: from the beginning to where it cannot be read, then
 * from the end backwards to the same place. What lies between is lost. A table that is not there has no rows.
 */
export function readDamagedTable(db: ReadableDb, table: string, key: readonly string[]): ReadRows {
  const forward = readOneWay(db, table, key, 'ASC');
  if (forward.isWhole) return { rows: forward.rows, gaps: 0 };
  const backward = readOneWay(db, table, key, 'DESC');
  const keyOf = (row: SqlRow) => JSON.stringify(key.map((column) => row[column] ?? null));
  const seen = new Set(forward.rows.map(keyOf));
  const rest = backward.rows.filter((row) => !seen.has(keyOf(row)));
  return { rows: [...forward.rows, ...rest.toReversed()], gaps: 1 };
}

/** Ever smaller pages towards a place that cannot be read. */
function readOneWay(
  db: ReadableDb,
  table: string,
  key: readonly string[],
  direction: 'ASC' | 'DESC',
): { rows: SqlRow[]; isWhole: boolean } {
  const rows: SqlRow[] = [];
  for (let limit = pageSize; limit >= 1;) {
    const page = readPage(db, { table, key, direction, after: rows.at(-1), limit });
    if (page === null) limit = Math.floor(limit / 2);
    else {
      for (const row of page) rows.push(row);
      if (page.length < limit) return { rows, isWhole: true };
    }
  }
  return { rows, isWhole: false };
}

interface PageOrder {
  table: string;
  key: readonly string[];
  direction: 'ASC' | 'DESC';
  after: SqlRow | undefined;
  limit: number;
}

/** The next rows, or null where they cannot be read. Names of tables and columns come from our own schema. */
function readPage(db: ReadableDb, { table, key, direction, after, limit }: PageOrder): SqlRow[] | null {
  const order = key.map((column) => `${column} ${direction}`).join(', ');
  const places = key.map(() => '?').join(', ');
  const where =
    after === undefined ? '' : `WHERE (${key.join(', ')}) ${direction === 'ASC' ? '>' : '<'} (${places})`;
  const values = after === undefined ? [] : key.map((column) => after[column] ?? null);
  try {
    return db.handle
      .prepare<unknown[], SqlRow>(`SELECT * FROM ${table} ${where} ORDER BY ${order} LIMIT ${limit}`)
      .all(...values);
  } catch (error) {
    if (isDamage(error) || isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && /^no such (table|column)/.test(error.message);
}
