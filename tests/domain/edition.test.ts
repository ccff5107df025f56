import { describe, expect, test } from 'vitest';
import {
  canMoveEdition,
  computeSeats,
  editionDraftSchema,
  type EditionStatus,
  editionStatusSchema,
  type Seats,
  takesChanges,
} from '../../domain/edition.ts';
import type { EnrolmentStatus } from '../../domain/enrolment.ts';
import { weekdayOf } from '../../domain/weekday.ts';
import { calendarDateSchema } from '../../domain/calendar-date.ts';

describe('an edition', () => {
  test('moves only by these steps', () => {
    const steps: [EditionStatus, EditionStatus][] = [];
    for (const from of editionStatusSchema.options) {
      for (const to of editionStatusSchema.options) if (canMoveEdition(from, to)) steps.push([from, to]);
    }
    expect(steps).toEqual([
      ['planned', 'open'],
      ['planned', 'cancelled'],
      ['open', 'planned'],
      ['open', 'running'],
      ['open', 'cancelled'],
      ['running', 'open'],
      ['running', 'closed'],
      ['running', 'cancelled'],
      ['closed', 'running'],
      ['cancelled', 'planned'],
    ]);
  });

  test('takes changes until it is closed or cancelled', () => {
    expect(editionStatusSchema.options.filter(takesChanges)).toEqual(['planned', 'open', 'running']);
  });

  test('cannot end before it starts', () => {
    const draft = {
      courseId: '0000000000000000000001',
      code: 'PAN-2026-01',
      place: 'Salón municipal',
      room: null,
      startsOn: '2026-03-09',
      endsOn: '2026-03-08',
      capacity: 20,
      attendancePolicy: { latesPerAbsence: null, leave: 'neutral' },
      notes: null,
      trainers: [],
    };
    const { error } = editionDraftSchema.safeParse(draft);
    expect(error?.issues.map(({ message, path }) => ({ message, path }))).toEqual([
      { message: 'endsBeforeStart', path: ['endsOn'] },
    ]);
    expect(editionDraftSchema.safeParse({ ...draft, endsOn: '2026-03-09' }).success).toBe(true);
  });
});

describe('its seats', () => {
  test.each([
    [30, [], { capacity: 30, enrolled: 0, waiting: 0, free: 30 }],
    [
      30,
      [
        ['enrolled', 12],
        ['withdrawn', 5],
      ],
      { capacity: 30, enrolled: 12, waiting: 0, free: 18 },
    ],
    [
      30,
      [
        ['enrolled', 10],
        ['completed', 20],
        ['waiting', 4],
      ],
      { capacity: 30, enrolled: 30, waiting: 4, free: 0 },
    ],
    [10, [['enrolled', 12]], { capacity: 10, enrolled: 12, waiting: 0, free: 0 }],
  ] satisfies [number, [EnrolmentStatus, number][], Seats][])(
    'of %i with %j are %j',
    (capacity, counts, seats) => {
      expect(computeSeats(capacity, new Map(counts))).toEqual(seats);
    },
  );
});

describe('the days of the week', () => {
  test.each([
    ['2026-03-02', 1],
    ['2026-03-07', 6],
    ['2026-03-08', 7],
    ['2024-02-29', 4],
  ])('%s is day %i', (date, weekday) => {
    expect(weekdayOf(calendarDateSchema.parse(date))).toBe(weekday);
  });
});
