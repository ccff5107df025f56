import type { BackupContents, BackupFile, BackupReview, Salvage } from '../../domain/backup.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { isRefusal, refuse, type Refusal } from '../../domain/refusal.ts';
import type { WriteRefusal } from '../files/write-file.ts';
import type { Service } from '../service.ts';
import { listBackupFiles } from './backup-files.ts';
import { backupsFolder } from './folders.ts';
import { hasOffice } from './has-office.ts';
import type { Present } from './prepare-restore.ts';
import { type Replaced, replaceDatabase } from './replace-database.ts';
import { inspectBackup, toPercent, withStaging } from './restore-backup.ts';
import { runInWorker } from './run-backup-task.ts';
import type { BackupChoice, OpenRefusal } from './stage.ts';

type OfficePresent = Refusal<'OFFICE_PRESENT'>;

interface FoundBackup extends BackupFile {
  isSound: boolean | null;
  contents: BackupContents | null;
}

interface RecoveryState {
  damagedFile: string | null;
  backups: FoundBackup[];
}

/** Opening a backup takes seconds: so many of the newest are. */
const opened = 3;

/** The backups there are for a PC whose database cannot be read, or that has none yet; null where it has an office. */
export async function readRecoveryState(service: Service): Promise<RecoveryState | null> {
  if (hasOffice(service)) return null;
  const files = await listBackupFiles(backupsFolder(service), 'here');
  const backups: FoundBackup[] = [];
  for (const [index, file] of files.entries()) {
    const isOpened = index < opened && !file.isEncrypted;
    backups.push(isOpened ? await lookInto(service, file) : { ...file, isSound: null, contents: null });
  }
  return { damagedFile: service.isDamaged ? service.databaseFile : null, backups };
}

async function lookInto(service: Service, file: BackupFile): Promise<FoundBackup> {
  const steps = inspectBackup(service, { path: file.path, passphrase: null }, undefined);
  for (;;) {
    const step = await steps.next();
    if (step.done !== true) continue;
    const isSound = !isRefusal(step.value);
    return { ...file, isSound, contents: isRefusal(step.value) ? null : step.value.contents };
  }
}

/** What a backup holds, where nobody can be signed in. */
export async function* inspectForRecovery(
  service: Service,
  choice: BackupChoice,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, BackupReview | OpenRefusal | OfficePresent, void> {
  if (hasOffice(service)) return refuse('OFFICE_PRESENT');
  return yield* inspectBackup(service, choice, signal);
}

type Recovered = Replaced & { salvage: Salvage | null };
type RecoverRefusal =
  OfficePresent | OpenRefusal | WriteRefusal | Refusal<'DATABASE_BUSY'> | Refusal<'NOTHING_READABLE'>;

/** Starts again from a backup, from what can be read of the damaged database, or from both. */
export async function* recoverOffice(
  service: Service,
  { backup, salvage: wantsSalvage }: { backup: BackupChoice | null; salvage: boolean },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Recovered | RecoverRefusal, void> {
  if (hasOffice(service)) return refuse('OFFICE_PRESENT');
  const damaged = wantsSalvage && service.isDamaged ? service.databaseFile : null;
  if (backup === null && damaged === null) return refuse('NOTHING_READABLE');
  return yield* withStaging<Recovered | RecoverRefusal>(service, async (staged, report) => {
    const identity = { userId: null, now: service.now() };
    const { isDamaged, dataFolder } = service;
    const present: Present = isDamaged ? { kind: 'damaged', dataFolder } : { kind: 'none' };
    const order = { kind: 'recover', choice: backup, damaged, staged, identity, present } as const;
    const salvage = await runInWorker(order, { signal, onPercent: toPercent(report) });
    if (isRefusal(salvage)) return salvage;
    const replaced = await service.packetQueue.run(async () => replaceDatabase(service, staged));
    return isRefusal(replaced) ? replaced : { ...replaced, salvage };
  });
}
