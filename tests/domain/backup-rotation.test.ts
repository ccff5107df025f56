import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chooseBackupsToKeep } from '../../domain/backup-rotation.ts';
import { dayInBolivia, type Instant, instantSchema, toInstant } from '../../domain/calendar-date.ts';
import { mondayOf } from '../../domain/weekday.ts';

const now = instantSchema.parse('2026-11-22T22:30:00.000Z');
const hour = 3_600_000;
const at = (milliseconds: number) => ({ madeAt: toInstant(milliseconds) });
const ago = (hours: number) => at(Date.parse(now) - hours * hour);
const names = (backups: { madeAt: Instant }[]) => backups.map(({ madeAt }) => madeAt.slice(0, 10));

describe('which backups stay', () => {
  test('of two years of daily ones: seven days, four weeks, twelve months', () => {
    const daily = Array.from({ length: 730 }, (_, day) => ago(day * 24));
    const kept = names(chooseBackupsToKeep(daily, now));
    const days = ['2026-11-22', '2026-11-21', '2026-11-20', '2026-11-19', '2026-11-18', '2026-11-17'];
    const weeks = ['2026-11-16', '2026-11-15', '2026-11-08', '2026-11-01'];
    const months = ['2026-10-31', '2026-09-30', '2026-08-31', '2026-07-31', '2026-06-30', '2026-05-31'];
    const winter = ['2026-04-30', '2026-03-31', '2026-02-28', '2026-01-31', '2025-12-31'];
    expect(kept).toEqual([...days, ...weeks, ...months, ...winter]);
  });

  test('of a day the last one', () => {
    expect(chooseBackupsToKeep([ago(5), ago(1), ago(3)], now)).toEqual([ago(1)]);
  });

  test('after a closed month the days before it', () => {
    const before = [ago(31 * 24), ago(32 * 24), ago(33 * 24)];
    expect(chooseBackupsToKeep([ago(0), ...before], now)).toEqual([ago(0), ...before]);
  });

  test('from a clock that ran ahead stay too and take no place', () => {
    const future = at(Date.parse('2036-01-01T00:00:00.000Z'));
    const kept = chooseBackupsToKeep([future, ...Array.from({ length: 7 }, (_, day) => ago(day * 24))], now);
    expect(kept).toHaveLength(8);
  });
});

describe('for any set of backups', () => {
  const anyBackups = fc.uniqueArray(fc.integer({ min: 0, max: 24 * 900 }), { minLength: 60, maxLength: 400 });

  /** Lives through it: a backup at each moment, and the rotation after each. */
  function live(hours: number[]): { madeAt: Instant }[] {
    let kept: { madeAt: Instant }[] = [];
    for (const each of hours.toSorted((a, b) => b - a)) {
      const made = ago(each);
      kept = chooseBackupsToKeep([...kept, made], made.madeAt);
    }
    return kept;
  }

  test('the newest stays, at most 23 stay, and choosing again changes nothing', () => {
    let thinned = 0;
    fc.assert(
      fc.property(anyBackups, (hours) => {
        const backups = hours.map(ago);
        const kept = chooseBackupsToKeep(backups, now);
        if (kept.length < backups.length) thinned += 1;
        expect(kept).toContainEqual(ago(Math.min(...hours)));
        expect(kept.length).toBeLessThanOrEqual(23);
        expect(chooseBackupsToKeep(kept, now)).toEqual(kept);
      }),
      { seed: 11, numRuns: 200 },
    );
    expect(thinned).toBeGreaterThan(150);
  });

  test('thinned out day by day, each of the last 7 days, 4 weeks and 12 months still has one', () => {
    let months = 0;
    fc.assert(
      fc.property(anyBackups, (hours) => {
        const kept = live(hours);
        for (const [count, of] of [
          [7, (madeAt: Instant) => dayInBolivia(madeAt)],
          [4, (madeAt: Instant) => mondayOf(dayInBolivia(madeAt))],
          [12, (madeAt: Instant) => dayInBolivia(madeAt).slice(0, 7)],
        ] as const) {
          const wanted = [...new Set(hours.map((each) => of(ago(each).madeAt)))].toSorted().slice(-count);
          const had = new Set(kept.map(({ madeAt }) => of(madeAt)));
          expect(wanted.filter((period) => !had.has(period))).toEqual([]);
          if (count === 12) months = Math.max(months, wanted.length);
        }
      }),
      { seed: 12, numRuns: 100 },
    );
    expect(months).toBe(12);
  });
});
