import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { BackupFile, BackupRun, SecondPlace } from '../../domain/backup.ts';
import type { Instant } from '../../domain/calendar-date.ts';
import { findLastGoodBackup, listBackupRuns } from '../../db/backup-runs.ts';
import type { Service } from '../service.ts';
import { listBackupFiles } from './backup-files.ts';
import { backupsFolder } from './folders.ts';
import { describeSecondPlace, findSecondPlace } from './second-place.ts';

interface BackupList {
  backups: BackupFile[];
  lastGood: Instant | null;
  secondPlace: SecondPlace | null;
  runs: BackupRun[];
  folder: string;
}

const shownRuns = 20;

/** The backups of this PC and of the second place, newest first, and what came of the last attempts. */
export async function listBackups(service: Service): Promise<BackupList> {
  const { db, now } = service;
  const setting = findSecondPlace(service);
  const secondPlace = setting === null ? null : await describeSecondPlace(service, setting);
  const folder = backupsFolder(service);
  const here = await listBackupFiles(folder, 'here');
  const second = secondPlace?.isThere === true ? await listBackupFiles(secondPlace.folder, 'second') : [];
  return {
    backups: [...here, ...second].toSorted((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt)),
    lastGood: findLastGoodBackup(db, now(), null),
    secondPlace,
    runs: listBackupRuns(db, shownRuns),
    folder,
  };
}

interface FolderView {
  folder: string | null;
  parent: string | null;
  folders: { path: string; name: string }[];
  backups: BackupFile[];
}

/** Where sticks and shares are found, system by system. */
const roots: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['/Volumes'],
  linux: ['/media', '/run/media', '/mnt'],
};

/** The folders of a folder and the backups in it; without one, the places to begin at. */
export async function browse(folder: string | null): Promise<FolderView> {
  if (folder === null) return { folder, parent: null, folders: await listRoots(), backups: [] };
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => ({ path: join(folder, name), name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const parent = dirname(folder);
  const backups = await listBackupFiles(folder, 'elsewhere');
  return { folder, parent: parent === folder ? null : parent, folders, backups };
}

async function listRoots(): Promise<FolderView['folders']> {
  const drives =
    process.platform === 'win32' ? [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => `${letter}:\\`) : [];
  const candidates = [homedir(), ...(roots[process.platform] ?? []), ...drives];
  const found = await Promise.all(
    candidates.map((path) =>
      readdir(path).then(
        () => path,
        () => null,
      ),
    ),
  );
  return found.filter((path) => path !== null).map((path) => ({ path, name: path }));
}
