import BetterSqlite3 from 'better-sqlite3';

/**
 * Holds a lock that vanishes with the process, even with kill -9, on every system: that of SQLite on an empty database.
 * Answers how to let go of it, or null where another process holds it.
 */
export function holdLockFile(path: string): (() => void) | null {
  const handle = new BetterSqlite3(path, { timeout: 0 });
  try {
    // Nothing is ever written, so nothing has to be kept for a rollback.
    handle.pragma('journal_mode = MEMORY');
    handle.exec('BEGIN EXCLUSIVE');
    return () => handle.close();
  } catch (error) {
    handle.close();
    if (error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
