import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { backupFileName } from '../../domain/backup.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { claimAlone } from '../../db/backup/prepare.ts';
import { toWriteRefusal, type WriteRefusal } from '../files/write-file.ts';
import { rememberSent } from '../identity-guard.ts';
import type { Service } from '../service.ts';
import { asideFolder } from './folders.ts';
import { hasOffice } from './has-office.ts';

/** Where the database that was replaced is kept; null where there was no office in it. */
export interface Replaced {
  setAside: string | null;
}

/**
 * Puts a staged database in the place of the present one. Whatever moment the power fails at, the one or the other is
 * there whole: the present one is folded into its one file and gets a second name before its first is taken over.
 */
export function replaceDatabase(
  service: Service,
  staged: string,
): Replaced | Refusal<'DATABASE_BUSY'> | WriteRefusal {
  const { databaseFile } = service;
  if (databaseFile === null) throw new Error('a database in memory is not replaced');
  const isWorthKeeping = service.isDamaged || hasOffice(service);
  if (!service.isDamaged) {
    if (!claimAlone(service.db)) return refuse('DATABASE_BUSY');
    // What is set aside may be restored elsewhere.
    rememberSent(service.db, service.dataFolder);
  }
  return service.exchangeDatabase(() => {
    try {
      const setAside = isWorthKeeping ? keepAside(service, databaseFile) : null;
      putInPlace(staged, databaseFile);
      return { setAside };
    } catch (error) {
      return toWriteRefusal(error, databaseFile);
    }
  });
}

/**
 * Gives a database a second name under set-aside. What a damaged one could not fold in moves with it: SQLite would
 * play it into whatever file takes the name.
 */
export function keepAside(service: Pick<Service, 'dataFolder' | 'now'>, databaseFile: string): string | null {
  if (!existsSync(databaseFile)) return null;
  const folder = asideFolder(service);
  mkdirSync(folder, { recursive: true });
  const aside = findFreeName(
    join(folder, backupFileName(service.now(), { series: null, isEncrypted: false })),
  );
  try {
    linkSync(databaseFile, aside);
  } catch {
    // A file system without second names.
    copyFileSync(databaseFile, aside);
    forceToDisk(aside);
  }
  forceFolderToDisk(folder);
  if (existsSync(`${databaseFile}-wal`)) renameSync(`${databaseFile}-wal`, `${aside}-wal`);
  rmSync(`${databaseFile}-shm`, { force: true });
  return aside;
}

/** The moment of the exchange: one renaming. */
export function putInPlace(staged: string, databaseFile: string): void {
  forceToDisk(staged);
  renameSync(staged, databaseFile);
  forceFolderToDisk(dirname(databaseFile));
}

function findFreeName(path: string): string {
  let candidate = path;
  for (let number = 2; existsSync(candidate); number += 1) candidate = path.replace(/\.db$/, `-${number}.db`);
  return candidate;
}

function forceToDisk(path: string): void {
  const file = openSync(path, 'r+');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** So that names survive a power cut, where the system can do that. */
function forceFolderToDisk(folder: string): void {
  if (process.platform === 'win32') return;
  const file = openSync(folder, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
