import { existsSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { uuidv7obj } from 'uuidv7';
import type { Salvage } from '../../domain/backup.ts';
import { encodeId, type UserId } from '../../domain/ids.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { isDamage, withDatabaseFile } from '../../db/backup/database-file.ts';
import { foldIntoOneFile } from '../../db/backup/prepare.ts';
import {
  bringRows,
  describeWreck,
  findWreckDevice,
  lendClock,
  readWreck,
  takeClockBack,
  type Wreck,
} from '../../db/backup/salvage.ts';
import { mergeWreck } from '../../db/backup/wreck-log.ts';
import { listCoordinators } from '../../db/coordinators.ts';
import { findThisDevice, mintDevice, retireDevice } from '../../db/devices.ts';
import { listOtherDevices } from '../../db/exchange.ts';
import type { WritableDb } from '../../db/database.ts';
import { findOffice } from '../../db/office.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { createDeviceKeys } from '../device-keys.ts';
import type { RestoreIdentity } from './prepare-restore.ts';

/**
 * Brings what can be read of a damaged database into a staged one: a restored backup, which has its new identity
 * already, or a file that is not there yet, which becomes an office of its own. The damaged file is only copied.
 */
export async function salvageInto(
  staged: string,
  damaged: string,
  identity: RestoreIdentity,
): Promise<Salvage | Refusal<'NOTHING_READABLE'>> {
  const db = openDatabase(staged);
  try {
    const wreck = await readDamaged(db, damaged, join(dirname(staged), 'damaged.db'));
    if (wreck === null) return refuse('NOTHING_READABLE');
    const isEmpty = findThisDevice(db) === null;
    if (isEmpty) lendClock(db);
    const merged = mergeWreck(db, wreck);
    if (isEmpty) await mint(db, identity);
    const brought = merged + bringRows(db, wreck, findThisDevice(db)?.id ?? '');
    retireWreckDevice(db, wreck, identity);
    if (findOffice(db) === null) return refuse('NOTHING_READABLE');
    foldIntoOneFile(db);
    return describeWreck(wreck, brought);
  } finally {
    closeDatabase(db);
  }
}

async function readDamaged(db: WritableDb, damaged: string, copy: string): Promise<Wreck | null> {
  if (!existsSync(damaged)) return null;
  await copyFile(damaged, copy);
  if (existsSync(`${damaged}-wal`)) await copyFile(`${damaged}-wal`, `${copy}-wal`);
  try {
    return withDatabaseFile(copy, {}, (wreck) => readWreck(wreck, db));
  } catch (error) {
    if (isDamage(error)) return null;
    throw error;
  }
}

const newId = () => encodeId(uuidv7obj().bytes);

function findAuthor(db: WritableDb, { userId }: RestoreIdentity): UserId {
  return userId ?? listCoordinators(db)[0] ?? (newId() as UserId);
}

async function mint(db: WritableDb, identity: RestoreIdentity): Promise<void> {
  const keys = await createDeviceKeys();
  const device = { name: hostname(), keys, userId: findAuthor(db, identity), now: () => identity.now, newId };
  mintDevice(db, device, { retiresFormer: true });
  takeClockBack(db);
}

/** Nobody works as the device that wrote the wreck any more: nobody is to wait for it. */
function retireWreckDevice(db: WritableDb, wreck: Wreck, identity: RestoreIdentity): void {
  const deviceId = listOtherDevices(db).find((id) => id === findWreckDevice(wreck));
  const own = findThisDevice(db);
  if (deviceId === undefined || own === null) return;
  const writer = { db, userId: findAuthor(db, identity), deviceId: own.id, now: () => identity.now, newId };
  retireDevice(writer, { deviceId, retired: true });
}
