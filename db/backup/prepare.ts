import { inTransaction, type WritableDb } from '../database.ts';

/** What this PC remembers of itself, whichever database it works with. */
const journals = ['local_setting', 'backup_run', 'exchange_event', 'packet_aside', 'compaction_run'];

/**
 * Takes over what the present database remembers of this PC (its settings and what came of its backups) into a
 * restored one; `present` null: there is none that could be asked, and those of the PC that made the backup go.
 */
export function carryJournals(db: WritableDb, present: string | null): void {
  if (present === null) {
    inTransaction(db, () => {
      for (const table of journals) db.handle.exec(`DELETE FROM ${table}`);
    });
    return;
  }
  db.handle.prepare('ATTACH ? AS present').run(present);
  try {
    inTransaction(db, () => {
      for (const table of journals) {
        db.handle.exec(`DELETE FROM main.${table}; INSERT INTO main.${table} SELECT * FROM present.${table}`);
      }
    });
  } finally {
    db.handle.exec('DETACH present');
  }
}

/** Folds everything into the one file, so that it can be moved by itself. */
export function foldIntoOneFile(db: WritableDb): void {
  db.handle.pragma('journal_mode = DELETE');
}

const patienceMs = 2000;

/** Folds the write-ahead log in, which SQLite does only where nobody else has the database open. */
export function claimAlone(db: WritableDb): boolean {
  db.handle.pragma(`busy_timeout = ${patienceMs}`);
  try {
    return db.handle.pragma('journal_mode = DELETE', { simple: true }) === 'delete';
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY'))
      return false;
    throw error;
  }
}
