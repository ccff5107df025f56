import type { BackupPlace, BackupProblem, BackupRun } from '../domain/backup.ts';
import { type Instant, toInstant } from '../domain/calendar-date.ts';
import { all, findRow, type ReadableDb, runUnstamped, type WritableDb } from './database.ts';

interface BackupRunRow {
  happened_at: number;
  place: BackupPlace;
  file_path: string;
  byte_size: number;
  problem: BackupProblem | null;
}

/** Nobody asks what happened more attempts ago than this. */
const remembered = 500;
/** A run from further ahead was written by a clock that was wrong. */
const toleratedAheadMs = 60 * 60 * 1000;

/** Remembers an attempt to make a backup. */
export function recordBackupRun(db: WritableDb, run: BackupRun): void {
  runUnstamped(
    db,
    'INSERT INTO backup_run (happened_at, place, file_path, byte_size, problem) VALUES (?, ?, ?, ?, ?)',
    Date.parse(run.happenedAt),
    run.place,
    run.path,
    run.byteSize,
    run.problem,
  );
  runUnstamped(db, `DELETE FROM backup_run WHERE id <= (SELECT max(id) FROM backup_run) - ${remembered}`);
  db.changedTables.add('backup_run');
}

/** The last attempts, newest first. */
export function listBackupRuns(db: ReadableDb, limit: number): BackupRun[] {
  return all<BackupRunRow>(db, 'SELECT * FROM backup_run ORDER BY id DESC LIMIT ?', limit).map(
    rowToBackupRun,
  );
}

/** The last attempt for a place, whatever came of it. */
export function findLastBackupRun(db: ReadableDb, place: BackupPlace): BackupRun | null {
  const row = findRow<BackupRunRow>(
    db,
    'SELECT * FROM backup_run WHERE place = ? ORDER BY id DESC LIMIT 1',
    place,
  );
  return row === undefined ? null : rowToBackupRun(row);
}

/** When a backup last went well, in a place or in any; what a wrong clock wrote ahead of `now` does not count. */
export function findLastGoodBackup(db: ReadableDb, now: Instant, place: BackupPlace | null): Instant | null {
  const row = findRow<{ last: number | null }>(
    db,
    `SELECT max(happened_at) AS last FROM backup_run
     WHERE problem IS NULL AND happened_at <= ? AND (? IS NULL OR place = ?)`,
    Date.parse(now) + toleratedAheadMs,
    place,
    place,
  );
  return row === undefined || row.last === null ? null : toInstant(row.last);
}

function rowToBackupRun(row: BackupRunRow): BackupRun {
  return {
    happenedAt: toInstant(row.happened_at),
    place: row.place,
    path: row.file_path,
    byteSize: row.byte_size,
    problem: row.problem,
  };
}
