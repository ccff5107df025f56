import type { BackupContents, BackupReview } from '../../domain/backup.ts';
import { toInstant } from '../../domain/calendar-date.ts';
import { listHeads } from '../change-log/heads.ts';
import { all, findRow, getNumber, type ReadableDb } from '../database.ts';
import { findThisDevice } from '../devices.ts';
import { findOffice } from '../office.ts';

/** What a database holds, or null where there is no office in it. */
export function describeContents(db: ReadableDb): BackupContents | null {
  const office = findOffice(db);
  if (office === null) return null;
  const device = findThisDevice(db);
  const count = (table: string) => getNumber(db, `SELECT count(*) FROM ${table} WHERE deleted_at IS NULL`);
  return {
    officeName: office.name,
    deviceName: device?.name ?? '',
    deviceSeries: device?.series ?? '',
    counts: {
      people: count('person'),
      editions: count('edition'),
      enrolments: count('enrolment'),
      certificates: count('certificate'),
    },
    lastChange: findLastChange(db),
  };
}

function findLastChange(db: ReadableDb): BackupContents['lastChange'] {
  const row = findRow<{ made_at: number; name: string | null }>(
    db,
    `SELECT l.made_at, (SELECT u.name FROM log_author a JOIN user_account u ON u.id = a.id WHERE a.number = l.made_by) AS name
     FROM change_log l JOIN log_device d ON d.number = l.device LEFT JOIN log_clock c ON c.device = d.number
     WHERE l.sequence = coalesce(c.sequence, d.sequence) ORDER BY l.clock DESC LIMIT 1`,
  );
  return row === undefined ? null : { at: toInstant(row.made_at), byName: row.name };
}

/** One text for how far every device's entries are here: as long as it stays the same, nothing was written. */
export function logMark(db: ReadableDb): string {
  return listHeads(db)
    .map(({ device, sequence }) => `${device} ${sequence}`)
    .join('\n');
}

/** What the present database has and a backup does not: entries after those the backup has, by device and table. */
export function findLost(
  present: ReadableDb,
  backup: ReadableDb,
): Pick<BackupReview, 'lost' | 'lostByTable'> {
  const kept = JSON.stringify(
    Object.fromEntries(listHeads(backup).map((head) => [head.device, head.sequence])),
  );
  const lostEntries = `SELECT d.id, l.made_at, l.table_number FROM change_log l JOIN log_device d ON d.number = l.device
    WHERE l.sequence > coalesce((SELECT k.value FROM json_each(?) k WHERE k.key = d.id), 0)`;
  const lost = all<{ name: string | null; changes: number; first: number; last: number }>(
    present,
    `SELECT (SELECT name FROM device WHERE device.id = e.id) AS name, count(*) AS changes,
       min(made_at) AS first, max(made_at) AS last
     FROM (${lostEntries}) e GROUP BY e.id ORDER BY changes DESC`,
    kept,
  );
  const lostByTable = all<{ name: string; changes: number }>(
    present,
    `SELECT t.name, count(*) AS changes FROM (${lostEntries}) e JOIN log_table t ON t.number = e.table_number
     GROUP BY t.name ORDER BY changes DESC`,
    kept,
  );
  return {
    lost: lost.map(({ name, changes, first, last }) => ({
      deviceName: name ?? '',
      changes,
      from: toInstant(first),
      to: toInstant(last),
    })),
    lostByTable: lostByTable.map(({ name, changes }) => ({ table: name, changes })),
  };
}
