import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { copyEdition, endKeepingLength, findWeeklyHours } from '../../domain/edition-copy.ts';
import type { Edition } from '../../domain/edition.ts';
import { getEdition } from '../../db/editions.ts';
import { accepted, createTestEdition, createTestPeople } from '../support/edition.ts';
import { createTestOffice } from '../support/office.ts';

const day = (date: string) => calendarDateSchema.parse(date);

/** An edition from Monday 2 to Friday 27 March 2026, which Ana led by a word. */
function createOld(): Edition {
  const { db, writer } = createTestOffice();
  const [ana] = createTestPeople(writer, ['Rojas, Ana']);
  if (ana === undefined) throw new Error('one was made');
  const { id } = createTestEdition(writer, {
    room: 'Aula 2',
    notes: 'Traer delantales',
    trainers: [{ personId: ana, role: 'lead' }],
  });
  const edition = accepted(getEdition(db, { editionId: id }));
  return { ...edition, trainers: edition.trainers.map((one) => ({ ...one, exceptionReason: 'Por viaje' })) };
}

describe('the copy of an edition', () => {
  test('has its course, place, room, seats, policy and trainers, without code, notes and words', () => {
    const old = createOld();
    const { courseId, place, room, capacity, attendancePolicy } = old;
    expect(copyEdition(old, day('2026-03-10'))).toEqual({
      courseId,
      place,
      room,
      capacity,
      attendancePolicy,
      startsOn: '2026-03-30',
      endsOn: '2026-04-24',
      notes: null,
      trainers: [{ personId: old.trainers[0]?.personId, role: 'lead' }],
    });
  });

  test.each([
    ['2026-03-27', '2026-03-30'],
    ['2026-03-30', '2026-03-30'],
    ['2026-03-31', '2026-04-06'],
    ['2027-01-01', '2027-01-04'],
  ])('begins on the same day of the week, not before today: on %s, it is %s', (today, start) => {
    expect(copyEdition(createOld(), day(today)).startsOn).toBe(start);
  });

  test('takes as many days, whenever it begins', () => {
    const dates = { startsOn: day('2026-03-02'), endsOn: day('2026-03-27') };
    expect(endKeepingLength(dates, day('2028-02-10'))).toBe('2028-03-06');
  });
});

describe('the weekly rhythm of sessions', () => {
  const session = (
    date: string,
    startsAt = '14:00',
    minutes = 240,
    state: 'held' | 'cancelled' = 'held',
  ) => ({
    date: day(date),
    startsAt,
    minutes,
    state,
  });

  test('is the days on which they met more than once, and the hours most usual on each', () => {
    const sessions = [
      session('2026-03-03'),
      session('2026-03-05', '08:00', 120),
      session('2026-03-10', '15:00'),
      session('2026-03-12', '08:00', 120),
      session('2026-03-17', '15:00'),
      session('2026-03-21'),
    ];
    expect(findWeeklyHours(sessions)).toEqual([
      { weekday: 2, startsAt: '15:00', endsAt: '19:00' },
      { weekday: 4, startsAt: '08:00', endsAt: '10:00' },
    ]);
  });

  test('is every day on which they met where none came again', () => {
    const sessions = [session('2026-03-06', '08:00'), session('2026-03-03')];
    expect(findWeeklyHours(sessions).map(({ weekday }) => weekday)).toEqual([2, 5]);
  });

  test('is not made of what did not happen, nor of hours past midnight', () => {
    const sessions = [
      session('2026-03-03', '14:00', 240, 'cancelled'),
      session('2026-03-10', '14:00', 240, 'cancelled'),
      session('2026-03-04', '22:00', 240),
    ];
    expect(findWeeklyHours(sessions)).toEqual([]);
  });
});
