import { findRow, type ReadableDb, runUnstamped, type WritableDb } from './database.ts';

/** A setting of this PC, which never travels; null where it was never made. */
export function findLocalSetting(db: ReadableDb, name: string): string | null {
  return (
    findRow<{ value: string }>(db, 'SELECT value FROM local_setting WHERE name = ?', name)?.value ?? null
  );
}

/** Keeps a setting of this PC that a screen shows; null takes it away. */
export function setLocalSetting(db: WritableDb, name: string, value: string | null): void {
  noteLocally(db, name, value);
  db.changedTables.add('local_setting');
}

/** Keeps what only the program itself asks for, so no screen is told; null takes it away. */
export function noteLocally(db: WritableDb, name: string, value: string | null): void {
  if (value === null) runUnstamped(db, 'DELETE FROM local_setting WHERE name = ?', name);
  else {
    const sql = 'INSERT INTO local_setting VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
    runUnstamped(db, sql, name, value);
  }
}
