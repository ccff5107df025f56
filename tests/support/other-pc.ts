import BetterSqlite3 from 'better-sqlite3';
import { encodeId } from '../../domain/ids.ts';
import { listHeads, getHead } from '../../db/change-log/heads.ts';
import { listDeviceEntries } from '../../db/change-log/log-entries.ts';
import { beginMerge, mergeEntries } from '../../db/change-log/merge.ts';
import type { WritableDb } from '../../db/database.ts';
import { mintDevice } from '../../db/devices.ts';
import { createTestKeys, testIssuingKey, type TestOffice } from './office.ts';

/** Ids that no other PC of a test gives; `number` is the PC's. */
function countIdsOf(number: number): () => string {
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

/** A further PC of an office, begun from a copy of its database as it is now. Both read one clock. */
export function addPc(office: TestOffice, number = 2): TestOffice {
  const handle = new BetterSqlite3(office.db.handle.serialize());
  handle.pragma('foreign_keys = ON');
  const db: WritableDb = { handle, statementBySql: new Map(), changedTables: new Set() };
  const newId = countIdsOf(number);
  const issuing = { ...testIssuingKey, id: `a1b2c3d4e5f6071${number}`, privateKey: 'private' };
  const keys = { ...createTestKeys(), issuing };
  const device = { name: `PC ${number}`, keys, userId: office.user.id, now: office.now, newId };
  const writer = mintDevice(db, device, { retiresFormer: false });
  return { ...office, db, writer, newId };
}

/** Takes to one PC all that another has and it has not. */
export function bringTo(target: TestOffice, source: TestOffice): void {
  const merge = beginMerge(target.db);
  for (const { device } of listHeads(source.db)) {
    const { sequence: after } = getHead(target.db, device);
    mergeEntries(merge, listDeviceEntries(source.db, device, { after, limit: 1_000_000 }));
  }
}

/** Both PCs take what the other has. */
export function exchange(a: TestOffice, b: TestOffice): void {
  bringTo(b, a);
  bringTo(a, b);
}
