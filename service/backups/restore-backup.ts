import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { BackupReview } from '../../domain/backup.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import type { UserId } from '../../domain/ids.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { WriteRefusal } from '../files/write-file.ts';
import type { Service } from '../service.ts';
import { withProgress } from '../with-progress.ts';
import { stagingFolder } from './folders.ts';
import { hasOffice } from './has-office.ts';
import type { Present } from './prepare-restore.ts';
import { type Replaced, replaceDatabase } from './replace-database.ts';
import { runInWorker } from './run-backup-task.ts';
import type { BackupChoice, OpenRefusal } from './stage.ts';

type Report = (progress: Progress) => void;

/** Opens and checks a backup, and says what it holds and what restoring it would change. */
export function inspectBackup(
  service: Service,
  choice: BackupChoice,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, BackupReview | OpenRefusal, void> {
  return withStaging(service, (staged, report) => {
    const present = hasOffice(service) ? service.databaseFile : null;
    return runInWorker({ kind: 'review', choice, staged, present }, { signal, onPercent: toPercent(report) });
  });
}

/** Restores a backup over a database that can be read: its PC's own settings and journals stay. */
export function restoreBackup(
  service: Service,
  choice: BackupChoice,
  userId: UserId,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Replaced | OpenRefusal | WriteRefusal | Refusal<'DATABASE_BUSY'>, void> {
  return withStaging(service, async (staged, report) => {
    const identity = { userId, now: service.now() };
    const file = service.databaseFile;
    const present: Present = file === null ? { kind: 'none' } : { kind: 'database', file };
    const task = { kind: 'prepare', choice, staged, identity, present } as const;
    const refusal = await runInWorker(task, { signal, onPercent: toPercent(report) });
    if (isRefusal(refusal)) return refusal;
    // A packet under way has the database open in its worker.
    return service.packetQueue.run(async () => replaceDatabase(service, staged));
  });
}

/** Works with a name for a staged database, one at a time, and leaves nothing of it. */
export function withStaging<Result>(
  service: Service,
  work: (staged: string, report: Report) => Promise<Result>,
): AsyncGenerator<Progress, Result, void> {
  return withProgress((report) =>
    service.backupQueue.run(async () => {
      const folder = join(stagingFolder(service), service.newId());
      try {
        return await work(join(folder, 'yachay.db'), report);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
  );
}

/** Percents as progress. */
export function toPercent(report: Report): (percent: number) => void {
  return (done) => report({ done, total: 100 });
}
