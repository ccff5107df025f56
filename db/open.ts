import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { WritableDb } from './database.ts';
import { type Migration, migrations } from './migrations/migrations.ts';

/** The file was written by a newer Yachay; opening it here could lose what this one does not know. */
export class NewerSchemaError extends Error {
  readonly found: number;
  readonly known: number;
  constructor(found: number, known: number) {
    super(`the database has schema version ${found}; this program knows ${known}`);
    this.found = found;
    this.known = known;
  }
}

/**
 * Opens (or makes) a database and brings it to the newest schema. A file that already holds data is copied
 * beside itself before it is migrated: `<file>.before-<version>`.
 *
 * @throws NewerSchemaError where the file's schema is newer than this program's.
 */
export function openDatabase(path: string, steps: readonly Migration[] = migrations): WritableDb {
  const isNew = path === ':memory:' || !existsSync(path);
  const handle = new BetterSqlite3(path);
  try {
    handle.pragma('journal_mode = WAL');
    // The build falls back to NORMAL in WAL, where a power cut may lose the last transactions.
    handle.pragma('synchronous = FULL');
    handle.pragma('foreign_keys = ON');
    handle.pragma('busy_timeout = 5000');
    handle.pragma('cache_size = -32000');
    migrate(handle, path, isNew, steps);
  } catch (error) {
    handle.close();
    throw error;
  }
  return { handle, statementBySql: new Map(), changedTables: new Set() };
}

function migrate(
  handle: BetterSqlite3.Database,
  path: string,
  isNew: boolean,
  steps: readonly Migration[],
): void {
  const found = handle.pragma('user_version', { simple: true });
  const newest = steps.at(-1)?.version ?? 0;
  if (typeof found !== 'number') throw new Error('SQLite gave no user_version');
  if (found > newest) throw new NewerSchemaError(found, newest);
  const pending = steps.filter(({ version }) => version > found);
  if (pending.length === 0) return;
  if (!isNew && found > 0) copyBefore(handle, path, newest);
  handle
    .transaction(() => {
      for (const step of pending) handle.exec(step.sql);
      handle.pragma(`user_version = ${newest}`);
    })
    .immediate();
}

function copyBefore(handle: BetterSqlite3.Database, path: string, version: number): void {
  const copy = `${path}.before-${version}`;
  if (!existsSync(copy)) handle.prepare('VACUUM INTO ?').run(copy);
}

/** Folds the write-ahead log into the file and closes it. */
export function closeDatabase(db: WritableDb): void {
  db.statementBySql.clear();
  db.handle.close();
}
