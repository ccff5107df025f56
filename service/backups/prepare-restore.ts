import { hostname } from 'node:os';
import { uuidv7obj } from 'uuidv7';
import type { Instant } from '../../domain/calendar-date.ts';
import { encodeId, type UserId } from '../../domain/ids.ts';
import { type FormerDevices, readFormerDevices } from '../../db/backup/former-devices.ts';
import { carryJournals, foldIntoOneFile } from '../../db/backup/prepare.ts';
import { notePutBack } from '../../db/awaited-devices.ts';
import { listCoordinators } from '../../db/coordinators.ts';
import type { WritableDb } from '../../db/database.ts';
import { findThisDevice, giveUpDevice, mintDevice } from '../../db/devices.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { createDeviceKeys } from '../device-keys.ts';
import { isOfPlace } from '../identity-guard.ts';

export interface RestoreIdentity {
  /** Who restores; null where nobody could be signed in. */
  userId: UserId | null;
  now: Instant;
}

/**
 * What stood where the restored backup will: a database that can be read, one that is damaged, of which only the data
 * folder is known, or none.
 */
export type Present =
  { kind: 'database'; file: string } | { kind: 'damaged'; dataFolder: string } | { kind: 'none' };

/**
 * Makes a staged backup ready to take a database's place: what this PC remembers of itself stays, not what the PC that
 * made the backup remembered, and the device gets a new identity, since what the former wrote after the backup may be
 * known to others. Nobody works as the device that stood here any more; the one that made the backup may be another
 * PC, which works on.
 */
export async function prepareRestore(
  staged: string,
  { userId, now }: RestoreIdentity,
  present: Present,
): Promise<void> {
  const keys = await createDeviceKeys();
  const db = openDatabase(staged);
  try {
    const { isMakerGone, present: formerDevice } = findFormer(db, present);
    settleJournals(db, present, isMakerGone);
    const author = userId ?? listCoordinators(db)[0];
    if (author === undefined) throw new Error('the backup has no users');
    const newId = () => encodeId(uuidv7obj().bytes);
    const device = { name: hostname(), keys, userId: author, now: () => now, newId };
    const writer = mintDevice(db, device, { retiresFormer: isMakerGone });
    if (formerDevice !== null) giveUpDevice(writer, formerDevice);
    // Whoever made the backup: what came here since may be with the other PCs.
    if (present.kind !== 'none') notePutBack(db);
    foldIntoOneFile(db);
  } finally {
    closeDatabase(db);
  }
}

function findFormer(db: WritableDb, present: Present): FormerDevices {
  const maker = findThisDevice(db)?.id ?? null;
  if (present.kind === 'database') return readFormerDevices(present.file, maker);
  return { present: null, isMakerGone: present.kind === 'damaged' && isOfPlace(db, present.dataFolder) };
}

/** A damaged database cannot be asked: what its own backup remembers will do. */
function settleJournals(db: WritableDb, present: Present, isMakerGone: boolean): void {
  if (present.kind === 'database') carryJournals(db, present.file);
  else if (!isMakerGone) carryJournals(db, null);
}
