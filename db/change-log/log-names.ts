import { findRow, getNumber, runUnstamped, type WritableDb } from '../database.ts';

type NameTable = 'log_device' | 'log_author';

/** The short number that stands for a device or an author in the log; given when first asked for. */
export function numberOf(db: WritableDb, table: NameTable, id: string): number {
  const found = findRow<{ number: number }>(db, `SELECT number FROM ${table} WHERE id = ?`, id);
  if (found !== undefined) return found.number;
  runUnstamped(db, `INSERT INTO ${table} (id) VALUES (?)`, id);
  return getNumber(db, `SELECT number FROM ${table} WHERE id = ?`, id);
}

/** The number of a table in the log, also of one that only a newer version knows. */
export function tableNumberOf(db: WritableDb, name: string): number {
  const found = findRow<{ number: number }>(db, 'SELECT number FROM log_table WHERE name = ?', name);
  if (found !== undefined) return found.number;
  runUnstamped(db, 'INSERT INTO log_table (name) VALUES (?)', name);
  return getNumber(db, 'SELECT number FROM log_table WHERE name = ?', name);
}
