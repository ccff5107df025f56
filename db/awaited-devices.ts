import type { AwaitedDevice } from '../domain/packet.ts';
import type { OfficeTask } from '../domain/today.ts';
import { all, getNumber, type ReadableDb, type WritableDb } from './database.ts';
import { findLocalSetting, noteLocally, setLocalSetting } from './local-settings.ts';

/**
 * The last event of exchange there was when this PC's data were put back to an older state. Not a time: a calendar
 * that is wrong must not hide what arrived afterwards.
 */
const putBackSetting = 'exchange.putBackAfter';

/** Remembers that this PC's data are older than they were: what came since may be with the other PCs. */
export function notePutBack(db: WritableDb): void {
  const lastEvent = getNumber(db, 'SELECT coalesce(max(id), 0) FROM exchange_event');
  noteLocally(db, putBackSetting, String(lastEvent));
}

/** The PCs in use from which no packet was taken in since the data were put back; none where they never were. */
export function listAwaitedDevices(db: ReadableDb): AwaitedDevice[] {
  const lastEvent = findLocalSetting(db, putBackSetting);
  if (lastEvent === null) return [];
  return all<AwaitedDevice>(
    db,
    `SELECT id, name FROM device d WHERE deleted_at IS NULL AND retired_at IS NULL
     AND id NOT IN (SELECT device_id FROM this_device)
     AND NOT EXISTS (SELECT 1 FROM exchange_event e
       WHERE e.peer_id = d.id AND e.direction = 'in' AND e.quarantined = 0 AND e.id > ?)
     ORDER BY name, id`,
    Number(lastEvent),
  );
}

/** A person's word that the others have nothing more that is missing here. */
export function stopAwaiting(db: WritableDb): null {
  setLocalSetting(db, putBackSetting, null);
  return null;
}

/** What waits to be done for it. */
export function listExchangeTasks(db: ReadableDb): OfficeTask[] {
  const count = listAwaitedDevices(db).length;
  return count === 0 ? [] : [{ kind: 'packetsToBring', date: null, count }];
}
