import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupContents } from '../../domain/backup.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { listBrokenReferences, listProblems } from '../../db/backup/check.ts';
import { isDamage, isDatabaseFile, withDatabaseFile } from '../../db/backup/database-file.ts';
import { describeContents } from '../../db/backup/describe.ts';
import { checkLog } from '../../db/change-log/check.ts';
import { findRow } from '../../db/database.ts';
import { closeDatabase, NewerSchemaError, openDatabase } from '../../db/open.ts';
import { type AgeKey, decryptBytes, decryptFile, readAgeKind } from '../files/age.ts';
import { toWriteRefusal, type WriteRefusal } from '../files/write-file.ts';

/** A backup to open, with its passphrase where it is locked. */
export interface BackupChoice {
  path: string;
  passphrase: string | null;
}

export type OpenRefusal =
  | Refusal<
      | 'PASSPHRASE_NEEDED'
      | 'WRONG_PASSPHRASE'
      | 'KEY_FILE_MISSING'
      | 'NOT_A_BACKUP'
      | 'BACKUP_DAMAGED'
      | 'NEWER_VERSION'
    >
  | WriteRefusal;

export interface Staged {
  isEncrypted: boolean;
  contents: BackupContents;
}

/** The key file of a second place begins so; the rest is the end of its public half. */
export const keyFileStart = 'yachay-clave-';

/**
 * Brings a backup to `target` as a sound database of the present schema, without touching the backup itself:
 * unlocked, checked whole and migrated.
 */
export async function stageBackup(choice: BackupChoice, target: string): Promise<Staged | OpenRefusal> {
  if (!existsSync(choice.path)) return refuse('DEVICE_GONE', { path: choice.path });
  try {
    await mkdir(dirname(target), { recursive: true });
    const kind = await readAgeKind(choice.path);
    const isEncrypted = typeof kind === 'string' || kind.refused !== 'NOT_AGE';
    const refusal = isEncrypted ? await unlock(choice, target) : await copyPlain(choice.path, target);
    if (refusal !== null) return refusal;
    const contents = openStaged(target);
    return isRefusal(contents) ? contents : { isEncrypted, contents };
  } catch (error) {
    return toWriteRefusal(error, target);
  }
}

async function unlock(choice: BackupChoice, target: string): Promise<OpenRefusal | null> {
  const { path, passphrase } = choice;
  if (passphrase === null || passphrase === '') return refuse('PASSPHRASE_NEEDED');
  const kind = await readAgeKind(path);
  const key = kind === 'recipients' ? await findIdentities(dirname(path), passphrase) : { passphrase };
  if (isRefusal(key)) return key;
  const refusal = await decryptFile(path, target, key);
  if (refusal === null) return null;
  return refusal.refused === 'WRONG_PASSPHRASE' ? refuse('WRONG_PASSPHRASE') : refuse('BACKUP_DAMAGED');
}

/** The keys that lie beside a backup of a second place and that the passphrase opens. */
async function findIdentities(folder: string, passphrase: string): Promise<AgeKey | OpenRefusal> {
  const names = await readdir(folder);
  const keyFiles = names.filter((name) => name.startsWith(keyFileStart) && name.endsWith('.age'));
  if (keyFiles.length === 0) return refuse('KEY_FILE_MISSING');
  const identities: string[] = [];
  for (const name of keyFiles) {
    const opened = await decryptBytes(await readFile(join(folder, name)), { passphrase });
    if (isRefusal(opened)) continue;
    identities.push(
      ...(Buffer.from(opened)
        .toString('latin1')
        .match(/^AGE-SECRET-KEY-1\S+$/gm) ?? []),
    );
  }
  return identities.length === 0 ? refuse('WRONG_PASSPHRASE') : { identities };
}

/** A folder copied by hand has the newest writes in a file of their own beside the database. */
async function copyPlain(path: string, target: string): Promise<OpenRefusal | null> {
  if (!isDatabaseFile(path)) return refuse('NOT_A_BACKUP');
  await copyFile(path, target);
  if (existsSync(`${path}-wal`)) await copyFile(`${path}-wal`, `${target}-wal`);
  return null;
}

function openStaged(file: string): BackupContents | OpenRefusal {
  try {
    const refusal = withDatabaseFile(file, {}, (db) => {
      if (listProblems(db, 'whole').length + listBrokenReferences(db).length > 0)
        return refuse('BACKUP_DAMAGED');
      const table = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'this_device'";
      return findRow(db, table) === undefined ? refuse('NOT_A_BACKUP') : null;
    });
    if (refusal !== null) return refusal;
    return describeMigrated(file);
  } catch (error) {
    if (error instanceof NewerSchemaError) return refuse('NEWER_VERSION');
    if (isDamage(error)) return refuse('BACKUP_DAMAGED');
    throw error;
  }
}

/** SQLite does not see a letter that changed inside a value; the log, which holds every value once more, does. */
function describeMigrated(file: string): BackupContents | OpenRefusal {
  const db = openDatabase(file);
  try {
    if (!checkLog(db).ok) return refuse('BACKUP_DAMAGED');
    return describeContents(db) ?? refuse('NOT_A_BACKUP');
  } finally {
    closeDatabase(db);
  }
}
