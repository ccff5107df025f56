import { sealOwnHead } from '../change-log/chain.ts';
import type { WritableDb } from '../database.ts';
import { countStampedRows, listBrokenReferences, listProblems } from './check.ts';
import { withDatabaseFile } from './database-file.ts';

/** Why a copy cannot be relied upon. */
export class UnsoundCopyError extends Error {}

/**
 * Copies a database that others may be writing to, as it stands at one moment, and takes this PC's secrets out of the
 * copy: whoever finds a backup must not be able to sign as this device. The own entries are signed before, since
 * nobody can vouch for them afterwards. The copy is opened and checked whole.
 *
 * @throws UnsoundCopyError where the copy does not pass; SQLite's own errors where it cannot be written.
 */
export function copyForBackup(source: string, copy: string): void {
  const before = withDatabaseFile(source, { readonly: true }, (db) => {
    const counts = countStampedRows(db);
    db.handle.prepare('VACUUM INTO ?').run(copy);
    return { counts, countsAfter: countStampedRows(db) };
  });
  withDatabaseFile(copy, {}, removeSecrets);
  withDatabaseFile(copy, { readonly: true }, (db) => {
    const [problem] = [...listProblems(db, 'whole'), ...listBrokenReferences(db)];
    if (problem !== undefined) throw new UnsoundCopyError(problem);
    checkCounts(countStampedRows(db), before.counts, before.countsAfter);
  });
}

/** In memory and overwritten, so that nothing of the secrets is left in the file or beside it. */
function removeSecrets(db: WritableDb): void {
  const { handle } = db;
  handle.pragma('journal_mode = MEMORY');
  handle.pragma('secure_delete = ON');
  handle.transaction(() => {
    sealOwnHead(db);
    for (const table of ['device_secret', 'private_key', 'failed_sign_in'])
      handle.exec(`DELETE FROM ${table}`);
  })();
}

/** Rows are never deleted, only marked so: a copy has at least what there was before it, at most what after it. */
function checkCounts(
  copied: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void {
  for (const [table, count] of copied) {
    if (count < (before.get(table) ?? 0) || count > (after.get(table) ?? 0)) {
      throw new UnsoundCopyError(`${table}: ${count} rows copied`);
    }
  }
}
