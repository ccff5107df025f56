import { resolve } from 'node:path';
import type { RouterClient } from '@orpc/server';
import type { BackupReview } from '../../domain/backup.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { checkFile } from '../backups/check-file.ts';
import { lockDataFolder } from '../data-lock.ts';
import type { Router } from '../router/router.ts';
import type { Service } from '../service.ts';

type Client = RouterClient<Router>;

/** Makes a backup in a file; without a passphrase it is not locked. */
export async function makeBackupFile(
  client: Client,
  { out, passphrase }: { out: string; passphrase: string | null },
) {
  const { path, byteSize, isEncrypted } = await lastOf(
    await client.backups.make({ to: { path: resolve(out), passphrase } }),
  );
  return { file: path, bytes: byteSize, encrypted: isEncrypted };
}

/**
 * Says what a backup holds and what restoring it would change; with `commit` does it, for which nobody else may have
 * the data open. Works without anybody signed in where there is no office, or none that can be read.
 */
export async function restoreBackupFile(
  service: Service,
  client: Client,
  { file, passphrase, commit }: { file: string; passphrase: string | null; commit: boolean },
) {
  const choice = { path: resolve(file), passphrase };
  const { state } = await client.setup.state();
  const isOpen = state === 'needsSetup' || state === 'damaged';
  const review = await lastOf(await (isOpen ? client.recovery : client.backups).inspect(choice));
  if (!commit) return describeReview(review);
  const release = lockDataFolder(service.dataFolder);
  try {
    const { setAside } = isOpen
      ? await lastOf(await client.recovery.recover({ backup: choice, salvage: state === 'damaged' }))
      : await lastOf(await client.backups.restore(choice));
    return { ...describeReview(review), restored: true, setAside };
  } finally {
    release();
  }
}

/** Checks the database of a data folder without opening it as a service would. */
export function checkDatabase(databaseFile: string) {
  const { ok, integrity, foreignKeys, log, version } = checkFile(databaseFile, 'whole');
  return { ok, integrity, foreignKeys, log, version };
}

function describeReview({ path, madeAt, isEncrypted, contents, present, lost }: BackupReview) {
  return {
    file: path,
    madeAt,
    encrypted: isEncrypted,
    office: contents.officeName,
    device: contents.deviceName,
    lastChange: contents.lastChange?.at ?? null,
    ...contents.counts,
    present: present?.counts ?? null,
    lost: lost.map(({ deviceName, changes, from, to }) => ({ device: deviceName, changes, from, to })),
    restored: false,
  };
}

async function lastOf<Result>(steps: AsyncGenerator<Progress, Result, unknown>): Promise<Result> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}
