import { readdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type BackupFile, type BackupPlace, readBackupFileName } from '../../domain/backup.ts';
import { chooseBackupsToKeep } from '../../domain/backup-rotation.ts';
import { type Instant } from '../../domain/calendar-date.ts';
import { unfinishedEnding } from '../files/write-file.ts';

/** The backups in a folder, newest first, by their names; none where the folder cannot be read. */
export async function listBackupFiles(folder: string, place: BackupPlace): Promise<BackupFile[]> {
  const names = await readdir(folder).catch(() => []);
  const files = await Promise.all(names.map((name) => describeBackupFile(join(folder, name), place)));
  return files
    .filter((file) => file !== null)
    .toSorted((a, b) => (a.name < b.name ? 1 : -1))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : a.madeAt > b.madeAt ? -1 : 0));
}

/** A file as a backup, or null where its name is none or it cannot be read. */
export async function describeBackupFile(path: string, place: BackupPlace): Promise<BackupFile | null> {
  const name = basename(path);
  const read = readBackupFileName(name);
  const stats = read === null ? null : await stat(path).catch(() => null);
  if (read === null || stats === null || !stats.isFile()) return null;
  return { path, name, byteSize: stats.size, place, ...read };
}

/**
 * Removes what the rotation lets go of in a folder, and what an interrupted backup left there. Where several PCs use
 * the folder each looks after its own: those whose names begin with `start`.
 */
export async function rotateBackups(folder: string, start: string, now: Instant): Promise<void> {
  const names = await readdir(folder);
  const files = await listBackupFiles(folder, 'here');
  const own = files.filter(({ name }) => name.startsWith(start));
  const kept = new Set(chooseBackupsToKeep(own, now));
  const gone = own.filter((file) => !kept.has(file)).map(({ name }) => name);
  const unfinished = names.filter((name) => name.startsWith(start) && name.endsWith(unfinishedEnding));
  for (const name of [...gone, ...unfinished]) await rm(join(folder, name), { force: true });
}
