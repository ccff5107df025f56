import type { CalendarDate, Instant } from '../domain/calendar-date.ts';
import type { Safekeeping } from '../domain/safekeeping.ts';
import { findLastGoodBackup } from './backup-runs.ts';
import { isBackupOverdue } from './backup-tasks.ts';
import { getNumber, type ReadableDb } from './database.ts';

/** When a backup last went well, and how many packets were set aside. */
export function getSafekeeping(
  db: ReadableDb,
  now: Instant,
  today: CalendarDate,
): Omit<Safekeeping, 'toResolve'> {
  const lastBackup = findLastGoodBackup(db, now, null);
  return {
    lastBackup,
    isBackupOverdue: lastBackup === null || isBackupOverdue(lastBackup, today),
    packetsAside: getNumber(db, 'SELECT count(*) FROM packet_aside'),
  };
}
