import BetterSqlite3 from 'better-sqlite3';
import { toInstant } from '../../domain/calendar-date.ts';
import { encodeId, type UserId } from '../../domain/ids.ts';
import type { WritableDb, Writer } from '../../db/database.ts';
import { mintDevice } from '../../db/devices.ts';
import { listHeads } from '../../db/change-log/heads.ts';
import { listDeviceEntries } from '../../db/change-log/log-entries.ts';
import { beginMerge, type MergeCounts, mergeEntries } from '../../db/change-log/merge.ts';
import { createTestKeys, createTestOffice } from './office.ts';

/** One of several PCs of an office, in memory, with a wall clock of its own. */
export interface TestDevice {
  readonly writer: Writer;
  readonly db: WritableDb;
  readonly clock: { milliseconds: number };
}

/** A database in memory from the bytes of another; its schema is left as it is. */
export function openBytes(bytes: Buffer): WritableDb {
  const handle = new BetterSqlite3(bytes);
  handle.pragma('foreign_keys = ON');
  return { handle, statementBySql: new Map(), changedTables: new Set() };
}

/**
 * Gives a copied database an identity of its own. `number` tells its ids from those of the others, `startsAt` is what
 * its wall clock shows.
 */
export function takeIdentity(
  db: WritableDb,
  { number, userId, startsAt }: { number: number; userId: UserId; startsAt: number },
): TestDevice {
  const clock = { milliseconds: startsAt };
  const keys = createTestKeys();
  const device = {
    name: `PC ${number}`,
    keys: { ...keys, issuing: { ...keys.issuing, id: `key-${number}` } },
    userId,
    now: () => toInstant(clock.milliseconds),
    newId: countIdsOf(number),
  };
  return { writer: mintDevice(db, device, { retiresFormer: false }), db, clock };
}

/** A PC that was set up from a copy of another's database. */
export function setUpFromCopy(
  bytes: Buffer,
  { number, userId, aheadMs = 0 }: { number: number; userId: UserId; aheadMs?: number },
): TestDevice {
  const startsAt = Date.parse('2026-03-02T12:00:00.000Z') + aheadMs;
  return takeIdentity(openBytes(bytes), { number, userId, startsAt });
}

/** Ids that no other device makes. */
export function countIdsOf(number: number): () => string {
  let count = 0;
  return () => {
    count += 1;
    const bytes = new Uint8Array(16);
    const view = new DataView(bytes.buffer);
    view.setUint32(8, number);
    view.setUint32(12, count);
    return encodeId(bytes);
  };
}

/** Hands on everything that `to` does not have yet; `only` of some devices' entries. */
export function deliver(
  from: { db: WritableDb },
  to: { db: WritableDb },
  only: readonly string[] = listHeads(from.db).map(({ device }) => device),
): MergeCounts {
  const known = new Map(listHeads(to.db).map(({ device, sequence }) => [device, sequence]));
  const entries = only.flatMap((device) =>
    listDeviceEntries(from.db, device, { after: known.get(device) ?? 0, limit: 1_000_000 }),
  );
  return mergeEntries(beginMerge(to.db), entries);
}

/** Three PCs of one office, each set up from a copy. */
export function createThreeDevices(): [TestDevice, TestDevice, TestDevice] {
  const office = createTestOffice();
  const bytes = office.db.handle.serialize();
  const userId = office.user.id;
  const device = (number: number) => setUpFromCopy(bytes, { number, userId });
  return [device(1), device(2), device(3)];
}
