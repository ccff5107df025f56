import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AccreditationState, type AccreditationStatus } from '../../domain/accreditation.ts';
import { addDays, calendarDateSchema } from '../../domain/calendar-date.ts';
import { minutesOf, timeAt } from '../../domain/time-of-day.ts';
import type { TimeSpan } from '../../domain/session-overlap.ts';
import {
  compareMunicipalities,
  findBusyTimes,
  type Found,
  listShortcomings,
  listWantedTimes,
  sortFound,
} from '../../domain/trainer-search.ts';
import { weekdayOf } from '../../domain/weekday.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const monday = day('2026-03-02');

describe('the times somebody is to be free', () => {
  const days = { from: monday, to: day('2026-03-08'), weekdays: [], hours: null };
  test('are whole days where no hours are asked for, on every day where no weekday is', () => {
    const times = listWantedTimes(days);
    expect(times).toHaveLength(7);
    expect(times[0]).toEqual({ date: monday, startsAt: '00:00', minutes: 1440 });
  });

  test('are on the weekdays and at the hours that are asked for', () => {
    const hours = { startsAt: '14:00', endsAt: '18:00' };
    expect(listWantedTimes({ ...days, weekdays: [2, 4], hours })).toEqual([
      { date: '2026-03-03', startsAt: '14:00', minutes: 240 },
      { date: '2026-03-05', startsAt: '14:00', minutes: 240 },
    ]);
  });

  test('are none where the hours end before they begin', () => {
    expect(listWantedTimes({ ...days, hours: { startsAt: '18:00', endsAt: '14:00' } })).toEqual([]);
  });
});

describe('what falls into them', () => {
  test.each([
    ['one that ends when the wanted begins does not', '12:00', 120, false],
    ['one that begins when it ends does not', '18:00', 60, false],
    ['one that ends within does', '13:00', 90, true],
    ['one that holds it does', '08:00', 720, true],
    ['one within does', '15:00', 30, true],
  ])('%s', (_, startsAt, minutes, isClash) => {
    const wanted = [{ date: monday, startsAt: '14:00', minutes: 240 }];
    expect(findBusyTimes([{ date: monday, startsAt, minutes }], wanted)).toHaveLength(isClash ? 1 : 0);
    expect(findBusyTimes([{ date: day('2026-03-03'), startsAt, minutes }], wanted)).toEqual([]);
  });

  test('is what shares a minute with a wanted time, minute by minute', () => {
    const time = fc.record({
      date: fc.integer({ min: 0, max: 6 }).map((days) => addDays(monday, days)),
      startsAt: fc.integer({ min: 0, max: 95 }).map((quarter) => timeAt(quarter * 15)),
      minutes: fc.integer({ min: 1, max: 40 }).map((quarters) => quarters * 15),
    });
    // Days end at midnight for both; a session that runs on is not looked for on the next.
    const minutesIn = ({ date, startsAt, minutes }: TimeSpan) =>
      Array.from({ length: minutes }, (_, index) => `${date} ${minutesOf(startsAt) + index}`);
    let clashing = 0;
    let free = 0;
    fc.assert(
      fc.property(fc.array(time, { maxLength: 6 }), fc.array(time, { maxLength: 6 }), (booked, wanted) => {
        const taken = new Set(wanted.flatMap(minutesIn));
        const slow = booked.filter((session) => minutesIn(session).some((minute) => taken.has(minute)));
        expect(findBusyTimes(booked, wanted)).toEqual(slow);
        clashing += slow.length;
        free += booked.length - slow.length;
      }),
      { seed: 20260304, numRuns: 300 },
    );
    expect(clashing).toBeGreaterThan(100);
    expect(free).toBeGreaterThan(100);
  });

  test('the wanted days are those of their weekdays, day by day', () => {
    const date = fc.integer({ min: 0, max: 400 }).map((days) => addDays(monday, days));
    fc.assert(
      fc.property(
        date,
        fc.nat(60),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
        (from, length, weekdays) => {
          const to = addDays(from, length);
          const found = new Set(
            listWantedTimes({ from, to, weekdays, hours: null }).map((each) => each.date),
          );
          for (let offset = -7; offset <= length + 7; offset += 1) {
            const each = addDays(from, offset);
            const isWithin = offset >= 0 && offset <= length;
            expect(found.has(each)).toBe(
              isWithin && (weekdays.length === 0 || weekdays.includes(weekdayOf(each))),
            );
          }
        },
      ),
      { seed: 20260305, numRuns: 100 },
    );
  });
});

test.each([
  ['030904', '030904', 'municipality'],
  ['030901', '030904', 'province'],
  ['030101', '030904', 'department'],
  ['020101', '030904', 'elsewhere'],
])('%s lies as near to %s as the codes say: %s', (code, wanted, nearness) => {
  expect(compareMunicipalities(code, wanted)).toBe(nearness);
});

const stateOf = (status: AccreditationStatus): AccreditationState => ({
  status,
  reason: 'accredited',
  since: null,
  until: null,
  missing: [],
});
const known = { state: stateOf('accredited'), languages: ['qu'], municipalityCode: '030904', clashes: [] };
const nothing = { language: null, municipalityCode: null };

describe('what speaks against somebody', () => {
  test.each([
    ['nothing that is not asked for', { languages: [], municipalityCode: null }, nothing, []],
    ['that they may not lead', { state: stateOf('lapsed') }, nothing, ['notAccredited']],
    ['not that they are due soon', { state: stateOf('dueSoon') }, nothing, []],
    ['what they teach then', { clashes: [1] }, nothing, ['busy']],
    [
      'that they speak other languages',
      { languages: ['es'] },
      { ...nothing, language: 'qu' },
      ['otherLanguages'],
    ],
    [
      'that it is not known what they speak',
      { languages: [] },
      { ...nothing, language: 'qu' },
      ['languagesUnknown'],
    ],
    [
      'not that they live in the province',
      { municipalityCode: '030901' },
      { ...nothing, municipalityCode: '030904' },
      [],
    ],
    [
      'that they live elsewhere',
      { municipalityCode: '031301' },
      { ...nothing, municipalityCode: '030904' },
      ['livesElsewhere'],
    ],
    [
      'that it is not known where they live',
      { municipalityCode: null },
      { ...nothing, municipalityCode: '030904' },
      ['homeUnknown'],
    ],
  ])('%s', (_, given, query, shortcomings) => {
    expect(listShortcomings({ ...known, ...given }, query)).toEqual(shortcomings);
  });
});

test('whom one seeks comes first, then who may teach, who is free, who speaks it, who lives nearer', () => {
  const one = (given: Partial<Found>): Found => ({ ...known, nearness: null, shortcomings: [], ...given });
  const inOrder: Found[] = [
    one({ nearness: 'municipality' }),
    one({ nearness: 'province' }),
    one({ state: stateOf('dueSoon'), nearness: 'municipality' }),
    one({ shortcomings: ['livesElsewhere'], nearness: 'department' }),
    one({ shortcomings: ['otherLanguages'], nearness: 'municipality' }),
    one({ shortcomings: ['busy'], clashes: [1], nearness: 'municipality' }),
    one({ state: stateOf('candidate'), shortcomings: ['notAccredited'] }),
    one({ state: stateOf('lapsed'), shortcomings: ['notAccredited'] }),
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(inOrder, { minLength: inOrder.length }), (shuffled) => {
      expect(sortFound(shuffled)).toEqual(inOrder);
    }),
    { seed: 20260306, numRuns: 100 },
  );
});
