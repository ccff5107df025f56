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

/** The half hours that a session takes: in these days all begin and end with one. */
const halfHoursOf = ({ startsAt, minutes }: Timed) =>
  Array.from({ length: minutes / 30 }, (_, index) => minutesOf(startsAt) / 30 + index);

const meet = (a: Timed, b: Timed) => halfHoursOf(a).some((each) => halfHoursOf(b).includes(each));

/** Everyone that a session meets, those that they meet, and so on. */
function listCompany(day: readonly Timed[], of: Timed): Timed[] {
  let company = [of];
  for (let turn = 0; turn < day.length; turn += 1) {
    company = day.filter((each) => company.some((known) => meet(known, each)));
  }
  return company;
}

function countAtOnce(sessions: readonly Timed[]): number {
  const taken = sessions.flatMap(halfHoursOf);
  return Math.max(...taken.map((halfHour) => taken.filter((each) => each === halfHour).length));
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
          const others = day.filter((other) => other !== one && meet(one, other));
          for (const other of others) expect(columns.get(other.id)?.index).not.toBe(mine?.index);
          if (atOnce >= 3 && company.length > atOnce) crowded += 1;
        }
      }),
      { seed: 4, numRuns: 150 },
    );
    expect(crowded).toBeGreaterThan(50);
  });
});
