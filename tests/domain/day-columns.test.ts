import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layOutDay } from '../../domain/day-columns.ts';
import type { SessionId } from '../../domain/ids.ts';
import { minutesOf, timeAt } from '../../domain/time-of-day.ts';

const session = (id: string, startsAt: string, minutes: number) => ({
  id: id as SessionId,
  startsAt,
  minutes,
});
type Timed = ReturnType<typeof session>;

const goesOnAt = (minute: number) => (each: Timed) =>
  minutesOf(each.startsAt) <= minute && minute < minutesOf(each.startsAt) + each.minutes;

/** Everyone that a session meets, and those that they meet: minute by minute, the slow way. */
function listCompany(day: readonly Timed[], of: Timed): Timed[] {
  const company = new Set([of]);
  for (let turn = 0; turn < day.length; turn += 1) {
    for (let minute = 0; minute < 2 * 24 * 60; minute += 1) {
      const together = day.filter(goesOnAt(minute));
      if (together.some((each) => company.has(each))) for (const each of together) company.add(each);
    }
  }
  return [...company];
}

function countAtOnce(sessions: readonly Timed[]): number {
  const counts = Array.from({ length: 2 * 24 * 60 }, (_, minute) => sessions.filter(goesOnAt(minute)).length);
  return Math.max(...counts);
}

const days = fc
  .array(fc.record({ start: fc.integer({ min: 0, max: 40 }), length: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((all) => all.map(({ start, length }, index) => session(`s${index}`, timeAt(start * 30), length * 30)));

describe('sessions of one day side by side', () => {
  test('share the width only with those that they meet', () => {
    const columns = layOutDay([
      session('long', '08:00', 240),
      session('first', '09:00', 60),
      session('second', '10:00', 60),
      session('alone', '14:00', 120),
    ]);
    expect(Object.fromEntries(columns)).toEqual({
      long: { index: 0, count: 2 },
      first: { index: 1, count: 2 },
      second: { index: 1, count: 2 },
      alone: { index: 0, count: 1 },
    });
  });

  test('never overlap in a column, and take no more columns than meet at once', () => {
    let crowded = 0;
    fc.assert(
      fc.property(days, (day) => {
        const columns = layOutDay(day);
        expect(columns.size).toBe(day.length);
        for (const one of day) {
          const company = listCompany(day, one);
          const atOnce = countAtOnce(company);
          const mine = columns.get(one.id);
          expect(mine?.count).toBe(atOnce);
          expect(mine?.index).toBeLessThan(atOnce);
          const overlapping = day.filter(
            (other) =>
              other !== one &&
              goesOnAt(Math.max(minutesOf(one.startsAt), minutesOf(other.startsAt)))(one) &&
              goesOnAt(Math.max(minutesOf(one.startsAt), minutesOf(other.startsAt)))(other),
          );
          for (const other of overlapping) expect(columns.get(other.id)?.index).not.toBe(mine?.index);
          if (atOnce >= 3 && company.length > atOnce) crowded += 1;
        }
      }),
      { seed: 4, numRuns: 150 },
    );
    expect(crowded).toBeGreaterThan(50);
  });
});
