import { existsSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import { seedLog } from './change-log/begin-log.ts';
import { withoutLogging } from './change-log/merge.ts';
import { readTravellingTables } from './change-log/travelling-tables.ts';
import { areTriggersCurrent, installTriggers, removeTriggers } from './change-log/triggers.ts';
import { isVersionAwaited, retryWaitingRows } from './change-log/waiting-rows.ts';
import type { WritableDb } from './database.ts';
import { changeLogSchema } from './migrations/0002-change-log.ts';
import { searchByParts } from './migrations/0007-search-by-parts.ts';
import { type Migration, migrations } from './migrations/migrations.ts';
import { indexEveryone } from './person-search.ts';

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
 * beside itself before it is migrated: `<file>.before-<version>`. The bytes of a database are opened in memory.
 *
 * @throws NewerSchemaError where the file's schema is newer than this program's.
 */
export function openDatabase(source: string | Buffer, steps: readonly Migration[] = migrations): WritableDb {
  const path = typeof source === 'string' ? source : ':memory:';
  const isNew = path === ':memory:' || !existsSync(path);
  const handle = new BetterSqlite3(source);
  try {
    handle.pragma('journal_mode = WAL');
    // The build falls back to NORMAL in WAL, where a power cut may lose the last transactions.
    handle.pragma('synchronous = FULL');
    handle.pragma('foreign_keys = ON');
    handle.pragma('busy_timeout = 5000');
    // What was anonymised does not stay behind on pages that are written anyway.
    handle.pragma('secure_delete = FAST');
    handle.pragma('cache_size = -32000');
    const db: WritableDb = { handle, statementBySql: new Map(), changedTables: new Set() };
    migrate(db, path, isNew, steps);
    return db;
  } catch (error) {
    handle.close();
    throw error;
  }
}

function migrate(db: WritableDb, path: string, isNew: boolean, steps: readonly Migration[]): void {
  const { handle } = db;
  const newest = steps.at(-1)?.version ?? 0;
  const found = readSchemaVersion(handle);
  if (found > newest) throw new NewerSchemaError(found, newest);
  if (found === newest && areTriggersCurrent(handle)) {
    if (isVersionAwaited(db)) withoutLogging(db, () => retryWaitingRows(db, readTravellingTables(handle)));
    return;
  }
  if (!isNew && found > 0 && found < newest) copyBefore(handle, path, newest);
  handle.transaction(() => bringUp(db, steps)).immediate();
}

/**
 * All or none. A migration is nobody's work, so it runs unlogged; afterwards the triggers fit the new schema, an
 * office from before the log gets its first entries, the search index is filled where it is new, and what newer devices
 * had sent ahead finds its place.
 */
function bringUp(db: WritableDb, steps: readonly Migration[]): void {
  const { handle } = db;
  const found = readSchemaVersion(handle);
  removeTriggers(handle);
  for (const { version, sql } of steps) {
    if (version <= readSchemaVersion(handle)) continue;
    handle.exec(sql);
    handle.pragma(`user_version = ${version}`);
  }
  if (readSchemaVersion(handle) < changeLogSchema.version) return;
  installTriggers(handle);
  seedLog(db);
  const isSearchNew = found < searchByParts.version && readSchemaVersion(handle) >= searchByParts.version;
  if (isSearchNew) indexEveryone(db);
  withoutLogging(db, () => retryWaitingRows(db, readTravellingTables(handle)));
}

/** The schema version of a database. */
export function readSchemaVersion(handle: BetterSqlite3.Database): number {
  const version = handle.pragma('user_version', { simple: true });
  if (typeof version !== 'number') throw new Error('SQLite gave no user_version');
  return version;
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
