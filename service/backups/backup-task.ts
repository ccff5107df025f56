import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { BackupReview, Salvage } from '../../domain/backup.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import type { CheckDepth } from '../../db/backup/check.ts';
import { checkFile, type FileCheck } from './check-file.ts';
import { type CopyOrder, makeCopy } from './make-copy.ts';
import { prepareRestore, type Present, type RestoreIdentity } from './prepare-restore.ts';
import { reviewStaged } from './review-staged.ts';
import { salvageInto } from './salvage.ts';
import { type BackupChoice, type OpenRefusal, stageBackup } from './stage.ts';

/** What is done in a worker thread, so that the service answers meanwhile. */
export type BackupTask =
  | ({ kind: 'copy' } & CopyOrder)
  | { kind: 'review'; choice: BackupChoice; staged: string; present: string | null }
  | {
      kind: 'prepare';
      choice: BackupChoice;
      staged: string;
      identity: RestoreIdentity;
      present: Present;
    }
  | {
      kind: 'recover';
      choice: BackupChoice | null;
      damaged: string | null;
      staged: string;
      identity: RestoreIdentity;
      present: Present;
    }
  | { kind: 'check'; file: string; depth: CheckDepth };

/** What each task answers. */
export interface BackupResults {
  copy: Awaited<ReturnType<typeof makeCopy>>;
  review: BackupReview | OpenRefusal;
  prepare: null | OpenRefusal;
  recover: Salvage | null | OpenRefusal | Refusal<'NOTHING_READABLE'>;
  check: FileCheck;
}

/** Does a task where it stands. */
export async function runBackupTask(
  task: BackupTask,
  report: (percent: number) => void,
): Promise<BackupResults[keyof BackupResults]> {
  switch (task.kind) {
    case 'copy':
      return makeCopy(task, report);
    case 'review':
      return review(task, report);
    case 'prepare':
      return prepare(task, report);
    case 'recover':
      return recover(task, report);
    case 'check':
      return checkFile(task.file, task.depth);
  }
}

async function review(
  { choice, staged, present }: BackupTask & { kind: 'review' },
  report: (percent: number) => void,
): Promise<BackupReview | OpenRefusal> {
  const stage = await stageBackup(choice, staged);
  report(80);
  return isRefusal(stage) ? stage : reviewStaged(choice.path, stage, staged, present);
}

async function prepare(
  { choice, staged, identity, present }: BackupTask & { kind: 'prepare' },
  report: (percent: number) => void,
): Promise<null | OpenRefusal> {
  const stage = await stageBackup(choice, staged);
  report(80);
  if (isRefusal(stage)) return stage;
  await prepareRestore(staged, identity, present);
  return null;
}

/** A backup first, where there is one; then whatever is newer in the damaged file. */
async function recover(
  { choice, damaged, staged, identity, present }: BackupTask & { kind: 'recover' },
  report: (percent: number) => void,
): Promise<BackupResults['recover']> {
  await mkdir(dirname(staged), { recursive: true });
  if (choice !== null) {
    const stage = await stageBackup(choice, staged);
    if (isRefusal(stage)) return stage;
    await prepareRestore(staged, identity, present);
  }
  report(50);
  if (damaged === null) return null;
  const salvage = await salvageInto(staged, damaged, identity);
  // A backup stands by itself, also where nothing of the damaged file can be read.
  return choice !== null && isRefusal(salvage) ? { tables: [], brought: 0 } : salvage;
}
