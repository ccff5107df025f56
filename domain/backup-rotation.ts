import { dayInBolivia, type Instant } from './calendar-date.ts';
import { mondayOf } from './weekday.ts';

const days = 7;
const weeks = 4;
const months = 12;

/**
 * Which backups stay: the newest of each of the last 7 days, 4 weeks (from Monday) and 12 months that have one. Days
 * without a backup do not count, so an office that was closed for a month loses none. What claims to be of the
 * future comes from a wrong clock: it stays, and takes nobody's place.
 */
export function chooseBackupsToKeep<Backup extends { madeAt: Instant }>(
  backups: readonly Backup[],
  now: Instant,
): Backup[] {
  const newestFirst = backups
    .filter(({ madeAt }) => madeAt <= now)
    .toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
  const kept = new Set(backups.filter(({ madeAt }) => madeAt > now));
  const periods = [
    { count: days, of: (madeAt: Instant) => dayInBolivia(madeAt) },
    { count: weeks, of: (madeAt: Instant) => mondayOf(dayInBolivia(madeAt)) },
    { count: months, of: (madeAt: Instant) => dayInBolivia(madeAt).slice(0, 7) },
  ];
  for (const { count, of } of periods) {
    const seen = new Set<string>();
    for (const backup of newestFirst) {
      const period = of(backup.madeAt);
      if (seen.has(period)) continue;
      if (seen.size === count) break;
      seen.add(period);
      kept.add(backup);
    }
  }
  return backups.filter((backup) => kept.has(backup));
}
