import { existsSync, statSync } from 'node:fs';
import { all, getNumber, type ReadableDb } from '../database.ts';
import { isDamage } from './database-file.ts';

/** `quick` reads every page; `whole` also compares every index with its table. */
export type CheckDepth = 'quick' | 'whole';

const namedProblems = 20;

/** What is wrong inside a database, in SQLite's words; nothing where it is sound. */
export function listProblems(db: ReadableDb, depth: CheckDepth): string[] {
  try {
    const pragma = depth === 'quick' ? 'quick_check' : 'integrity_check';
    const rows = db.handle.pragma(`${pragma}(${namedProblems})`) as Record<string, string>[];
    return rows.flatMap((row) => Object.values(row)).filter((text) => text !== 'ok');
  } catch (error) {
    if (!isDamage(error)) throw error;
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Rows that point to a row that is not there. */
export function listBrokenReferences(db: ReadableDb): string[] {
  const rows = db.handle.pragma('foreign_key_check') as { table: string; parent: string }[];
  return rows.slice(0, namedProblems).map(({ table, parent }) => `${table}: points to a missing ${parent}`);
}

/**
 * Whether a file is as long as it says, which takes a few ms. What was written last may stand in the log beside it
 * only. Throws SQLite's error where it cannot be read at all.
 */
export function isWholeFile(db: ReadableDb, path: string): boolean {
  getNumber(db, 'SELECT count(*) FROM sqlite_schema');
  const size = getPragma(db, 'page_count') * getPragma(db, 'page_size');
  return statSync(path).size >= size || existsSync(`${path}-wal`);
}

function getPragma(db: ReadableDb, name: 'page_count' | 'page_size'): number {
  return Number(db.handle.pragma(name, { simple: true }));
}

/** How many rows each table that carries the stamps has, deleted ones too. */
export function countStampedRows(db: ReadableDb): Map<string, number> {
  const names = all<{ name: string }>(
    db,
    `SELECT m.name FROM sqlite_schema m WHERE m.type = 'table'
     AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'changed_on') ORDER BY m.name`,
  );
  return new Map(names.map(({ name }) => [name, getNumber(db, `SELECT count(*) FROM "${name}"`)]));
}
