import { dayInBolivia } from '../../domain/calendar-date.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { findLastGoodBackup } from '../../db/backup-runs.ts';
import { logMark } from '../../db/backup/describe.ts';
import { redactErased } from '../../db/change-log/erasing.ts';
import { findLocalSetting } from '../../db/local-settings.ts';
import type { Service } from '../service.ts';
import { hasOffice } from './has-office.ts';
import { makeUsualBackup, markNames } from './make-backup.ts';
import { findSecondPlace, isThere } from './second-place.ts';

const hourMs = 60 * 60 * 1000;
/** So that starting, which is slow enough on a slow disk, comes first. */
const firstLookMs = 5 * 60 * 1000;

/** Looks every hour whether the day has its backup. Answers how to stop. */
export function startDailyBackups(service: Service): () => void {
  const look = () =>
    void backUpOnceADay(service).catch((error: unknown) => service.reportFault(error, 'backups.daily'));
  const first = setTimeout(look, firstLookMs).unref();
  const hourly = setInterval(look, hourMs).unref();
  return () => {
    clearTimeout(first);
    clearInterval(hourly);
  };
}

/** Lets go of what was anonymised, and makes the day's backup, if there is none yet and something was written since the last. */
export async function backUpOnceADay(service: Service): Promise<void> {
  if (!hasOffice(service)) return;
  const { db, now } = service;
  const last = findLastGoodBackup(db, now(), 'here');
  if (last !== null && dayInBolivia(last) === dayInBolivia(now())) return;
  // What became ripe since must not be in the day's backup.
  redactErased(db, now());
  await backUpIfChanged(service);
}

/**
 * Makes a backup, unless the last ones still hold all there is. Whether a backup can be made must keep nobody from
 * closing: what went wrong is remembered where the next start shows it.
 */
export async function backUpIfChanged(service: Service): Promise<void> {
  try {
    if (!(await isBackupDue(service))) return;
    const made = await makeUsualBackup(service);
    if (isRefusal(made)) service.reportFault(new Error(`no backup: ${made.refused}`), 'backups.automatic');
  } catch (error) {
    service.reportFault(error, 'backups.automatic');
  }
}

async function isBackupDue(service: Service): Promise<boolean> {
  if (service.databaseFile === null || !hasOffice(service)) return false;
  const mark = logMark(service.db);
  if (findLocalSetting(service.db, markNames.here) !== mark) return true;
  const second = findSecondPlace(service);
  if (second === null || findLocalSetting(service.db, markNames.second) === mark) return false;
  return isThere(second.folder);
}
