import { mkdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  backupFileName,
  type BackupFile,
  type BackupPlace,
  type BackupProblem,
} from '../../domain/backup.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import { recordBackupRun } from '../../db/backup-runs.ts';
import { logMark } from '../../db/backup/describe.ts';
import { findThisDevice } from '../../db/devices.ts';
import { setLocalSetting } from '../../db/local-settings.ts';
import { findFreePath } from '../files/free-path.ts';
import { toWriteRefusal, unfinishedEnding, type WriteRefusal } from '../files/write-file.ts';
import { writeOut } from '../files/write-out.ts';
import { rememberSent } from '../identity-guard.ts';
import type { Service } from '../service.ts';
import { withProgress } from '../with-progress.ts';
import { rotateBackups } from './backup-files.ts';
import type { Delivered, Delivery } from './deliver.ts';
import { backupsFolder } from './folders.ts';
import type { CopyOrder, CopyOutcome } from './make-copy.ts';
import { runInWorker } from './run-backup-task.ts';
import { findSecondPlace, isThere, putKeyFile, type SecondPlaceSetting } from './second-place.ts';

/** What the log was when a place last got a good backup. */
export const markNames = { here: 'backups.markHere', second: 'backups.markSecond' } as const;

export type BackupRefusal = WriteRefusal | Refusal<'DATABASE_DAMAGED'>;

export interface BackupOptions {
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
}

/** Makes a backup in the usual places, or where somebody chooses. */
export function makeBackup(
  service: Service,
  to: { path: string; passphrase: string | null } | null,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, BackupFile | BackupRefusal, void> {
  return withProgress((onProgress) =>
    to === null
      ? makeUsualBackup(service, { signal, onProgress })
      : makeBackupTo(service, to, { signal, onProgress }),
  );
}

/** Makes a backup where the automatic ones go: here, and in the second place if there is one within reach. */
export function makeUsualBackup(
  service: Service,
  options: BackupOptions = {},
): Promise<BackupFile | BackupRefusal> {
  return service.backupQueue
    .run(async () => {
      const folder = backupsFolder(service);
      const name = backupFileName(service.now(), { series: null, isEncrypted: false });
      const here = await findFreePath(join(folder, name));
      const mark = logMark(service.db);
      const second = await planSecond(service);
      const delivery = second?.delivery ?? null;
      const deliveries = delivery === null ? [] : [delivery];
      const made = await copyDatabase(service, { here, deliveries }, options);
      if (isRefusal(made)) return record(service, 'here', made, { path: here, isEncrypted: false });
      if (second !== null) await settleSecond(service, second, made.delivered[0] ?? null, mark);
      const outcome = record(service, 'here', made.here ?? refuse('DAMAGED'), {
        path: here,
        isEncrypted: false,
      });
      if (isRefusal(outcome)) return outcome;
      setLocalSetting(service.db, markNames.here, mark);
      await rotateBackups(folder, 'yachay-', service.now());
      return outcome;
    })
    .finally(() => service.broadcastChanges());
}

/** Makes a backup in a place of somebody's choosing: a folder, or a file. */
function makeBackupTo(
  service: Service,
  to: { path: string; passphrase: string | null },
  options: BackupOptions = {},
): Promise<BackupFile | BackupRefusal> {
  return service.backupQueue
    .run(async () => {
      const isEncrypted = to.passphrase !== null;
      const name = backupFileName(service.now(), { series: seriesOf(service), isEncrypted });
      const target = (await isThere(to.path)) ? await findFreePath(join(to.path, name)) : to.path;
      const lock = to.passphrase === null ? null : { passphrase: to.passphrase };
      const made = await copyDatabase(service, { here: null, deliveries: [{ target, lock }] }, options);
      const delivered = isRefusal(made) ? made : (made.delivered[0] ?? refuse('DAMAGED'));
      return record(service, 'elsewhere', delivered, { path: target, isEncrypted });
    })
    .finally(() => service.broadcastChanges());
}

interface SecondPlan {
  setting: SecondPlaceSetting;
  /** Null: the folder is not there. */
  delivery: Delivery | null;
}

async function planSecond(service: Service): Promise<SecondPlan | null> {
  const setting = findSecondPlace(service);
  if (setting === null) return null;
  if (!(await isThere(setting.folder))) return { setting, delivery: null };
  const name = backupFileName(service.now(), { series: seriesOf(service), isEncrypted: true });
  const target = await findFreePath(join(setting.folder, name));
  return { setting, delivery: { target, lock: { recipients: [setting.recipient] } } };
}

/** Whatever happens there, the backup on this PC stands. */
async function settleSecond(
  service: Service,
  { setting, delivery }: SecondPlan,
  delivered: Delivered | null,
  mark: string,
): Promise<void> {
  const { folder } = setting;
  const gone: Delivered = refuse('DEVICE_GONE', { path: folder });
  const keyRefusal = delivery === null ? null : await putKeyFile(setting);
  const path = delivery?.target ?? folder;
  const outcome = record(service, 'second', keyRefusal ?? delivered ?? gone, { path, isEncrypted: true });
  if (isRefusal(outcome)) return;
  setLocalSetting(service.db, markNames.second, mark);
  try {
    await rotateBackups(folder, `yachay-${seriesOf(service)}-`, service.now());
  } catch (error) {
    service.reportFault(error, 'backups.rotate');
  }
}

/** Copies and checks in a worker; meanwhile the growing copy tells how far it is. */
async function copyDatabase(
  service: Service,
  places: Pick<CopyOrder, 'here' | 'deliveries'>,
  { signal, onProgress }: BackupOptions,
): Promise<CopyOutcome | WriteRefusal | Refusal<'DAMAGED'>> {
  const folder = backupsFolder(service);
  try {
    await mkdir(folder, { recursive: true });
    // Another PC may be set up from the copy: it knows of this one what a packet would tell.
    rememberSent(service.db, service.dataFolder);
  } catch (error) {
    return toWriteRefusal(error, folder);
  }
  const { databaseFile: database } = service;
  if (database === null) throw new Error('a database in memory has no backups');
  const scratch = join(folder, `yachay-copy${unfinishedEnding}`);
  const stop = watchGrowth(scratch, database, (percent) => onProgress?.({ done: percent, total: 100 }));
  const stopWritingOut = writeOut(scratch);
  try {
    const onPercent = (percent: number) => {
      stop();
      onProgress?.({ done: percent, total: 100 });
    };
    return await runInWorker({ kind: 'copy', database, scratch, ...places }, { signal, onPercent });
  } finally {
    stop();
    await stopWritingOut();
  }
}

/** SQLite does not say how far a copy is; its size does. Copying is the first half of the work. */
function watchGrowth(copy: string, database: string, report: (percent: number) => void): () => void {
  const timer = setInterval(() => {
    void Promise.all([stat(copy), stat(database)]).then(
      ([made, whole]) => report(Math.min(50, Math.round((50 * made.size) / Math.max(1, whole.size)))),
      () => undefined,
    );
  }, 200);
  return () => clearInterval(timer);
}

function seriesOf({ db }: Service): string {
  return findThisDevice(db)?.series ?? '';
}

/** Remembers what came of it, also where that cannot be written down: a full disk is full for the database too. */
function record(
  service: Service,
  place: BackupPlace,
  outcome: Delivered,
  { path, isEncrypted }: Pick<BackupFile, 'path' | 'isEncrypted'>,
): BackupFile | BackupRefusal {
  const happenedAt = service.now();
  const problem: BackupProblem | null = isRefusal(outcome) ? outcome.refused : null;
  const byteSize = isRefusal(outcome) ? 0 : outcome.byteSize;
  try {
    recordBackupRun(service.db, { happenedAt, place, path, byteSize, problem });
  } catch (error) {
    service.reportFault(error, 'backups.record');
  }
  if (isRefusal(outcome)) return outcome.refused === 'DAMAGED' ? refuse('DATABASE_DAMAGED') : outcome;
  return { path, name: basename(path), madeAt: happenedAt, byteSize, isEncrypted, place };
}
