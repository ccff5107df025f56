import {
  addDays,
  type CalendarDate,
  dayInBolivia,
  type Instant,
  toInstant,
} from '../domain/calendar-date.ts';
import type { OfficeTask } from '../domain/today.ts';
import { findLastGoodBackup } from './backup-runs.ts';
import { findRow, type ReadableDb } from './database.ts';
import { findLocalSetting } from './local-settings.ts';

/** The local setting that says since when there is a second place. */
export const secondPlaceSinceName = 'backups.secondPlaceSince';

/** Backups make themselves, so one older than this means that something is wrong. */
const toleratedDays = 7;

/** Whether the last good backup is older than a week, of all places or of the second one. */
export function listBackupTasks(db: ReadableDb, today: CalendarDate): OfficeTask[] {
  const office = findRow<{ created_at: number }>(
    db,
    'SELECT o.created_at FROM this_office h JOIN office o ON o.id = h.office_id',
  );
  if (office === undefined) return [];
  const endOfToday = toInstant(Date.parse(addDays(today, 1)));
  const last = findLastGoodBackup(db, endOfToday, null);
  if (isBackupOverdue(last ?? toInstant(office.created_at), today)) return [toTask('backupOverdue', last)];
  const secondSince = findLocalSetting(db, secondPlaceSinceName);
  if (secondSince === null) return [];
  const lastSecond = findLastGoodBackup(db, endOfToday, 'second');
  const isSecondOverdue = isBackupOverdue(lastSecond ?? toInstant(Date.parse(secondSince)), today);
  return isSecondOverdue ? [toTask('secondPlaceOverdue', lastSecond)] : [];
}

/** Whether a backup of that moment is too old to be the last. */
export function isBackupOverdue(last: Instant, today: CalendarDate): boolean {
  return dayInBolivia(last) < addDays(today, -toleratedDays);
}

function toTask(kind: OfficeTask['kind'], last: Instant | null): OfficeTask {
  return { kind, date: last === null ? null : dayInBolivia(last), count: null };
}
