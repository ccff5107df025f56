import { existsSync, statSync } from 'node:fs';
import { isWholeFile } from '../db/backup/check.ts';
import { isDamage } from '../db/backup/database-file.ts';
import type { WritableDb } from '../db/database.ts';
import { closeDatabase, openDatabase } from '../db/open.ts';

/** The database cannot be read; only recovery helps. */
export class DatabaseDamagedError extends Error {}

/** Holds the one database of a service, which restoring exchanges while the service runs. */
export interface DatabaseStore {
  /** Throws DatabaseDamagedError while there is none to work with. */
  readonly db: WritableDb;
  readonly isDamaged: boolean;
  /** Gives up a database that turned out to be damaged. */
  declareDamaged(): void;
  /** Closes the database, lets `exchange` put another file in its place, and opens what is there then. */
  exchange<Result>(exchange: () => Result): Result;
  close(): void;
}

/** Opens the database. One that cannot be read is a state of the store, not an error. */
export function openDatabaseStore(path: string): DatabaseStore {
  let db = openIfReadable(path);
  const close = () => {
    if (db !== null) closeDatabase(db);
    db = null;
  };
  return {
    get db() {
      if (db === null) throw new DatabaseDamagedError('the database cannot be read');
      return db;
    },
    get isDamaged() {
      return db === null;
    },
    declareDamaged: close,
    exchange: (exchange) => {
      close();
      try {
        return exchange();
      } finally {
        db = openIfReadable(path);
      }
    },
    close,
  };
}

function openIfReadable(path: string): WritableDb | null {
  // SQLite would make a new database of it.
  if (path !== ':memory:' && existsSync(path) && statSync(path).size === 0) return null;
  try {
    const db = openDatabase(path);
    if (path === ':memory:' || isWholeFile(db, path)) return db;
    closeDatabase(db);
    return null;
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}
