import { existsSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SecondPlace } from '../../domain/backup.ts';
import { findLastBackupRun, findLastGoodBackup } from '../../db/backup-runs.ts';
import { secondPlaceSinceName } from '../../db/backup-tasks.ts';
import { findLocalSetting, setLocalSetting } from '../../db/local-settings.ts';
import { createAgePair, encryptBytes } from '../files/age.ts';
import { toWriteRefusal, writeFileWhole, type WriteRefusal } from '../files/write-file.ts';
import type { Service } from '../service.ts';
import { keyFileStart } from './stage.ts';

const settingName = 'backups.secondPlace';

/** How this PC knows the second place: it can lock what goes there, and not open it. */
const settingSchema = z.object({
  folder: z.string(),
  recipient: z.string(),
  keyFile: z.string(),
  /** The identity, locked with the passphrase: base64 of what the key file holds. */
  lockedIdentity: z.string(),
});
export type SecondPlaceSetting = z.infer<typeof settingSchema>;

/** The second place as it was set up, or null. */
export function findSecondPlace({ db }: Pick<Service, 'db'>): SecondPlaceSetting | null {
  const text = findLocalSetting(db, settingName);
  return text === null ? null : settingSchema.parse(JSON.parse(text));
}

/**
 * From now on every automatic backup goes to a folder outside this PC too. Its key is made here; the half that opens
 * lies in the folder only, locked with the passphrase, as a file that the age program takes as it is.
 */
export async function setSecondPlace(
  service: Service,
  { folder, passphrase }: { folder: string; passphrase: string },
): Promise<SecondPlace | WriteRefusal> {
  const { identity, recipient } = await createAgePair();
  const locked = await encryptBytes(Buffer.from(`${identity}\n`), { passphrase });
  const setting: SecondPlaceSetting = {
    folder,
    recipient,
    keyFile: `${keyFileStart}${recipient.slice(-8)}.age`,
    lockedIdentity: Buffer.from(locked).toString('base64'),
  };
  const refusal = (await makeFolder(folder)) ?? (await putKeyFile(setting));
  if (refusal !== null) return refusal;
  setLocalSetting(service.db, settingName, JSON.stringify(setting));
  setLocalSetting(service.db, secondPlaceSinceName, service.now());
  return describeSecondPlace(service, setting);
}

/** Puts the key file where the backups are, if it is not there (any more): without it they cannot be opened. */
export async function putKeyFile({
  folder,
  keyFile,
  lockedIdentity,
}: SecondPlaceSetting): Promise<null | WriteRefusal> {
  const target = join(folder, keyFile);
  if (existsSync(target)) return null;
  return writeFileWhole(target, (unfinished) => writeFile(unfinished, Buffer.from(lockedIdentity, 'base64')));
}

/** Stops using the second place; what lies there stays. */
export function forgetSecondPlace({ db }: Pick<Service, 'db'>): null {
  setLocalSetting(db, settingName, null);
  setLocalSetting(db, secondPlaceSinceName, null);
  return null;
}

/** The second place for people. */
export async function describeSecondPlace(
  { db, now }: Pick<Service, 'db' | 'now'>,
  { folder }: SecondPlaceSetting,
): Promise<SecondPlace> {
  return {
    folder,
    isThere: await isThere(folder),
    lastGood: findLastGoodBackup(db, now(), 'second'),
    problem: findLastBackupRun(db, 'second')?.problem ?? null,
  };
}

const patienceMs = 2000;

/** A network folder whose server is off may take minutes to say so. */
export async function isThere(folder: string): Promise<boolean> {
  const { promise: patience, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => resolve(false), patienceMs);
  const found = stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return Promise.race([found, patience]).finally(() => clearTimeout(timer));
}

/** The folder itself, not what leads to it: where a stick is not there, its folders must not be made on this disk. */
async function makeFolder(folder: string): Promise<null | WriteRefusal> {
  try {
    if (!(await isThere(folder))) await mkdir(folder);
    return null;
  } catch (error) {
    return toWriteRefusal(error, folder);
  }
}
