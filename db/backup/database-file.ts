import { closeSync, openSync, readSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { WritableDb } from '../database.ts';

/**
 * Opens a database file as it is (no migration, no change of its journal), works with it and closes it.
 * The file must exist.
 */
export function withDatabaseFile<Result>(
  path: string,
  { readonly = false }: { readonly?: boolean },
  work: (db: WritableDb) => Result,
): Result {
  const handle = new BetterSqlite3(path, { readonly, fileMustExist: true });
  try {
    handle.pragma('busy_timeout = 5000');
    if (!readonly) handle.pragma('synchronous = FULL');
    return work({ handle, statementBySql: new Map(), changedTables: new Set() });
  } finally {
    handle.close();
  }
}

/** Whether a file begins as SQLite's do. */
export function isDatabaseFile(path: string): boolean {
  const start = Buffer.alloc(16);
  const file = openSync(path, 'r');
  try {
    readSync(file, start, 0, 16, 0);
  } finally {
    closeSync(file);
  }
  return start.toString('latin1') === 'SQLite format 3\0';
}

/** Whether an error of SQLite says that a file is damaged or no database. */
export function isDamage(error: unknown): boolean {
  const code = error instanceof BetterSqlite3.SqliteError ? error.code : '';
  return code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB' || code === 'SQLITE_IOERR_SHORT_READ';
}
