import { hostname } from 'node:os';
import { uuidv7obj } from 'uuidv7';
import type { Instant } from '../../domain/calendar-date.ts';
import { encodeId, type UserId } from '../../domain/ids.ts';
import { carryJournals, foldIntoOneFile } from '../../db/backup/prepare.ts';
import { listCoordinators } from '../../db/coordinators.ts';
import { mintDevice } from '../../db/devices.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { createDeviceKeys } from '../device-keys.ts';

export interface RestoreIdentity {
  /** Who restores; null where nobody could be signed in. */
  userId: UserId | null;
  now: Instant;
}

/**
 * Makes a staged backup ready to take the database's place: what this PC remembers of itself comes over from
 * `journalsFrom` ('own': what the backup has stays; null: it comes from another PC), and the device gets a new
 * identity, since what the former wrote after the backup may be known to others.
 */
export async function prepareRestore(
  staged: string,
  { userId, now }: RestoreIdentity,
  journalsFrom: string | 'own' | null,
): Promise<void> {
  const keys = await createDeviceKeys();
  const db = openDatabase(staged);
  try {
    if (journalsFrom !== 'own') carryJournals(db, journalsFrom);
    const author = userId ?? listCoordinators(db)[0];
    if (author === undefined) throw new Error('the backup has no users');
    const newId = () => encodeId(uuidv7obj().bytes);
    mintDevice(
      db,
      { name: hostname(), keys, userId: author, now: () => now, newId },
      // On another PC the former one works on; in its own place nobody is it any more.
      { retiresFormer: journalsFrom !== null },
    );
    foldIntoOneFile(db);
  } finally {
    closeDatabase(db);
  }
}
