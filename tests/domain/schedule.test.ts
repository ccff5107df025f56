import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CalendarDate, calendarDateSchema } from '../../domain/calendar-date.ts';
import { listDaysOff } from '../../domain/office-day.ts';
import { planSchedule, type ScheduleRule, scheduleRuleSchema } from '../../domain/schedule.ts';
import type { SessionState } from '../../domain/session.ts';
import { weekdayOf } from '../../domain/weekday.ts';
import { type ModelSession, planByHand } from '../support/schedule-model.ts';

const day = (date: string) => calendarDateSchema.parse(date);
const hours = (weekday: number, startsAt = '14:00', endsAt = '18:00') => ({ weekday, startsAt, endsAt });
const rule = (given: Partial<ScheduleRule> = {}): ScheduleRule => ({
  from: day('2026-08-04'),
  hours: [hours(2), hours(4)],
  until: 'full',
  to: null,
  included: [],
  excluded: [],
  ...given,
});
const daysOff = listDaysOff(
  { from: day('2026-01-01'), to: day('2027-12-31') },
  { municipalityCode: '030904', officeDays: [] },
);
type Given = Parameters<typeof planSchedule>[1];
const plan = (of: Partial<ScheduleRule>, given: Partial<Given> = {}) =>
  planSchedule(rule(of), { needed: 24 * 60, planned: [], daysOff, isBusy: () => false, ...given });
const datesOf = ({ sessions }: ReturnType<typeof plan>) =>
  sessions.map(({ date }) => date.slice(5)).join(' ');

describe('sessions from a rule', () => {
  test('fall on the weekdays until the hours are full, and leave out holidays with their reason', () => {
    const made = plan({});
    expect(datesOf(made)).toBe('08-04 08-11 08-13 08-18 08-20 08-25');
    expect(made.missing).toBe(0);
    expect(made.skipped).toEqual([
      {
        date: '2026-08-06',
        reason: { of: 'dayOff', dayOff: { of: 'holiday', holiday: 'independence', isMoved: false } },
      },
    ]);
  });

  test('have their own hours each day, and the last one takes what is left', () => {
    const made = plan({ hours: [hours(2), hours(6, '08:30', '12:00')] }, { needed: 13 * 60 });
    expect(made.sessions).toEqual([
      { date: '2026-08-04', startsAt: '14:00', minutes: 240 },
      { date: '2026-08-08', startsAt: '08:30', minutes: 210 },
      { date: '2026-08-11', startsAt: '14:00', minutes: 240 },
      { date: '2026-08-15', startsAt: '08:30', minutes: 90 },
    ]);
  });

  test('grow by a rest that would make no session', () => {
    expect(plan({}, { needed: 490 }).sessions.map(({ minutes }) => minutes)).toEqual([240, 250]);
    expect(plan({ hours: [hours(2, '08:00', '20:00')] }, { needed: 725 })).toMatchObject({
      sessions: [{ minutes: 720 }],
      missing: 5,
    });
  });

  test('count what is planned, not what did not happen, and give no day a second session', () => {
    const at = (date: string, state: SessionState) => ({
      date: day(date),
      startsAt: '09:00',
      minutes: 600,
      state,
    });
    const made = plan({}, { planned: [at('2026-08-01', 'held'), at('2026-08-11', 'cancelled')] });
    expect(datesOf(made)).toBe('08-04 08-13 08-18 08-20');
    expect(made.sessions.at(-1)?.minutes).toBe(120);
    expect(made.skipped.map(({ reason }) => reason.of)).toEqual(['dayOff', 'planned']);
  });

  test('go on to a date whatever the hours are', () => {
    const until = 'date';
    expect(plan({ until, to: day('2026-08-13') }, { needed: 60 })).toMatchObject({
      sessions: { length: 3 },
      missing: 60 - 3 * 240,
    });
  });

  test('leave out days on which somebody is busy; any day can be put in or taken out by hand', () => {
    const isBusy = ({ date }: { date: CalendarDate }) => date === '2026-08-11' || date === '2026-08-13';
    expect(datesOf(plan({}, { needed: 480, isBusy }))).toBe('08-04 08-18');
    const chosen = { included: [day('2026-08-06'), day('2026-08-13')], excluded: [day('2026-08-04')] };
    const made = plan(chosen, { needed: 480, isBusy });
    expect(datesOf(made)).toBe('08-06 08-13');
    expect(made.skipped.map(({ date, reason }) => [date.slice(5), reason.of])).toEqual([
      ['08-04', 'excluded'],
      ['08-11', 'busy'],
    ]);
  });

  test('stop after 400 days where no day will do', () => {
    const made = plan({}, { isBusy: () => true });
    expect(made.sessions).toEqual([]);
    expect(made.skipped.at(-1)?.date).toBe('2027-09-07');
  });
});

test.each([
  ['ends before it starts', { from: '2026-08-04', to: '2026-08-03' }, 'endsBeforeStart'],
  ['is longer than 400 days', { from: '2026-08-04', to: '2027-09-10' }, 'planTooLong'],
])('a rule that %s is refused', (_, { from, to }, error) => {
  const parsed = scheduleRuleSchema.safeParse(rule({ from: day(from), until: 'date', to: day(to) }));
  expect(parsed.error?.issues.map(({ message }) => message)).toEqual([error]);
});

test('hours that end before they begin, or after twelve hours, are refused', () => {
  for (const wrong of [hours(1, '14:00', '12:00'), hours(1, '14:00', '14:10'), hours(1, '06:00', '18:15')]) {
    expect(scheduleRuleSchema.safeParse(rule({ hours: [wrong] })).success).toBe(false);
  }
});

const someDay = fc.integer({ min: 0, max: 700 }).map((offset) => addDays(day('2026-01-05'), offset));
const someHours = fc
  .tuple(fc.integer({ min: 7, max: 17 }), fc.constantFrom(0, 15, 30), fc.integer({ min: 1, max: 20 }))
  .map(([hour, minute, quarters]) => {
    const end = Math.min(hour * 60 + minute + quarters * 15, 23 * 60 + 45);
    const write = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    return { startsAt: write(hour * 60 + minute), endsAt: write(end) };
  });
const someWeek = fc
  .uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 })
  .chain((weekdays) => fc.tuple(...weekdays.map((weekday) => someHours.map((at) => ({ weekday, ...at })))));
const someOfficeDays = fc.array(
  fc.record({
    startsOn: someDay,
    length: fc.integer({ min: -1, max: 20 }),
    isWorked: fc.boolean(),
  }),
  { maxLength: 4 },
);

test('whatever the rule, the schedule is that of somebody who goes through the calendar with a finger', () => {
  const seen = {
    full: 0,
    shortened: 0,
    holidays: 0,
    officeDays: 0,
    worked: 0,
    busy: 0,
    byDate: 0,
    chosen: 0,
  };
  fc.assert(
    fc.property(
      fc.record({
        from: someDay,
        week: someWeek,
        length: fc.option(fc.integer({ min: 0, max: 200 }), { freq: 2 }),
        needed: fc.integer({ min: 0, max: 100 * 60 }),
        officeDays: someOfficeDays,
        busy: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 12 }),
        included: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
        excluded: fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 3 }),
        planned: fc.array(
          fc.record({
            offset: fc.integer({ min: -5, max: 40 }),
            minutes: fc.integer({ min: 15, max: 300 }),
            isCancelled: fc.boolean(),
          }),
          { maxLength: 4 },
        ),
      }),
      ({ from, week, length, needed, ...given }) => {
        const after = (offset: number) => addDays(from, offset);
        const officeDays = given.officeDays.map((one) => ({
          startsOn: one.startsOn,
          endsOn: addDays(one.startsOn, one.length),
          isWorked: one.isWorked,
          name: 'x',
        }));
        const planned = given.planned.map(({ offset, minutes, isCancelled }) => ({
          date: after(offset),
          startsAt: '09:00',
          minutes,
          state: isCancelled ? ('cancelled' as const) : ('planned' as const),
        }));
        const busy = given.busy.map(after);
        const ruleGiven = rule({
          from,
          hours: week,
          until: length === null ? 'full' : 'date',
          to: length === null ? null : after(length),
          included: given.included.map(after),
          excluded: given.excluded.map(after),
        });
        const free = listDaysOff({ from, to: after(400) }, { municipalityCode: '030904', officeDays });
        const context = { needed, daysOff: free, isBusy: ({ date }: ModelSession) => busy.includes(date) };
        const made = planSchedule(ruleGiven, { ...context, planned });
        expect(made.sessions).toEqual(planByHand(ruleGiven, { needed, planned, busy, officeDays }));

        const dates = made.sessions.map(({ date }) => date);
        expect(dates).toEqual([...new Set(dates)].toSorted());
        for (const { date } of made.sessions) {
          expect(week.map(({ weekday }) => weekday)).toContain(weekdayOf(date));
          if (!ruleGiven.included.includes(date)) expect(free.has(date)).toBe(false);
        }
        const again = [...planned, ...made.sessions.map((one) => ({ ...one, state: 'planned' as const }))];
        expect(planSchedule(ruleGiven, { ...context, planned: again }).sessions).toEqual([]);

        const before = planned.filter(({ state }) => state === 'planned');
        const total = [...before, ...made.sessions].reduce((sum, { minutes }) => sum + minutes, 0);
        expect(total).toBe(needed - made.missing);
        if (length === null && made.sessions.length > 0 && made.missing === 0) seen.full += 1;
        const last = made.sessions.at(-1);
        if (length === null && last !== undefined && last.minutes < 120) seen.shortened += 1;
        const reasons = made.skipped.map(({ reason }) => reason);
        if (reasons.some((one) => one.of === 'dayOff' && one.dayOff.of === 'holiday')) seen.holidays += 1;
        if (reasons.some((one) => one.of === 'dayOff' && one.dayOff.of === 'office')) seen.officeDays += 1;
        if (reasons.some((one) => one.of === 'busy')) seen.busy += 1;
        if (officeDays.some(({ isWorked }) => isWorked)) seen.worked += 1;
        if (length !== null && made.sessions.length > 0) seen.byDate += 1;
        if (dates.some((date) => ruleGiven.included.includes(date) && free.has(date))) seen.chosen += 1;
      },
    ),
    { seed: 41, numRuns: 400 },
  );
  expect(seen.full).toBeGreaterThan(100);
  expect(seen.shortened).toBeGreaterThan(50);
  expect(seen.holidays).toBeGreaterThan(150);
  expect(seen.officeDays).toBeGreaterThan(20);
  expect(seen.worked).toBeGreaterThan(200);
  expect(seen.busy).toBeGreaterThan(150);
  expect(seen.byDate).toBeGreaterThan(150);
  expect(seen.chosen).toBeGreaterThan(5);
});
