import { existsSync } from 'node:fs';
import { checkLog } from '../../db/change-log/check.ts';
import { type CheckDepth, listBrokenReferences, listProblems, isWholeFile } from '../../db/backup/check.ts';
import { isDamage, withDatabaseFile } from '../../db/backup/database-file.ts';
import { readSchemaVersion } from '../../db/open.ts';

/** What is wrong in a database file; empty lists where nothing is. */
export interface FileCheck {
  ok: boolean;
  /** In SQLite's words. */
  integrity: readonly string[];
  /** Rows that point to a row that is not there. */
  foreignKeys: readonly string[];
  /** Where the tables are not what the change log says, or the log has gaps. */
  log: readonly string[];
  /** Of the schema. */
  version: number;
}

/** Checks a database file without changing it. A file that is not there is no fault: there is no office yet. */
export function checkFile(file: string, depth: CheckDepth): FileCheck {
  const sound: FileCheck = { ok: true, integrity: [], foreignKeys: [], log: [], version: 0 };
  if (!existsSync(file)) return sound;
  try {
    return withDatabaseFile(file, {}, (db) => {
      const isWhole = isWholeFile(db, file);
      const integrity = isWhole ? listProblems(db, depth) : ['the file ends before its last page'];
      if (integrity.length > 0) return { ...sound, ok: false, integrity };
      const version = readSchemaVersion(db.handle);
      if (depth === 'quick' || version < 2) return { ...sound, version };
      const foreignKeys = listBrokenReferences(db);
      const log = checkLog(db).problems;
      return { ok: foreignKeys.length + log.length === 0, integrity, foreignKeys, log, version };
    });
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { ...sound, ok: false, integrity: [error instanceof Error ? error.message : String(error)] };
  }
}
