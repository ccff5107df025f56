import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { addSpans, findMoveObstacle, isSameSpan, listWeeks } from '../../domain/calendar.ts';

const day = (text: string) => calendarDateSchema.parse(text);

describe('the weeks of a calendar', () => {
  test.each([
    ['month', '2026-03-04', '2026-02-23', '2026-04-05', 6],
    ['month', '2026-02-28', '2026-01-26', '2026-03-01', 5],
    ['month', '2027-02-01', '2027-02-01', '2027-02-28', 4],
    ['month', '2026-12-31', '2026-11-30', '2027-01-03', 5],
    ['week', '2026-03-01', '2026-02-23', '2026-03-01', 1],
  ] as const)('of the %s of %s go from Monday %s to Sunday %s', (span, date, from, to, count) => {
    const weeks = listWeeks(span, day(date));
    expect([weeks[0]?.[0], weeks.at(-1)?.at(-1), weeks.length]).toEqual([from, to, count]);
    expect(new Set(weeks.flat()).size).toBe(7 * count);
  });

  test('go on by a month, to its last day where it is shorter, or by seven days', () => {
    expect(addSpans('month', day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addSpans('month', day('2026-01-31'), -1)).toBe('2025-12-31');
    expect(addSpans('week', day('2026-01-31'), 1)).toBe('2026-02-07');
  });

  test('a Sunday is of the week before the Monday after it', () => {
    expect(isSameSpan('week', day('2026-03-01'), day('2026-03-02'))).toBe(false);
    expect(isSameSpan('month', day('2026-03-01'), day('2026-03-31'))).toBe(true);
  });
});

test.each([
  ['running', 'planned', null],
  ['planned', 'planned', null],
  ['running', 'held', 'held'],
  ['running', 'cancelled', 'cancelled'],
  ['closed', 'planned', 'closed'],
  ['closed', 'held', 'closed'],
] as const)(
  'in an edition that is %s, a session that is %s is kept where it is by: %s',
  (editionStatus, state, why) => {
    expect(findMoveObstacle({ editionStatus, state })).toBe(why);
  },
);
