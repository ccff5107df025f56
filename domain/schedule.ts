import { z } from 'zod';
import { addDays, type CalendarDate, calendarDateSchema } from './calendar-date.ts';
import { typedTimeSchema } from './field.ts';
import type { DayOff, DaysOff } from './office-day.ts';
import { longestSession, type SessionState, shortestSession } from './session.ts';
import { minutesOf } from './time-of-day.ts';
import { weekdayOf, weekdaySchema } from './weekday.ts';

const longestPlanDays = 400;

/** The hours of one day of the week. */
const weekdayHoursSchema = z
  .object({ weekday: weekdaySchema, startsAt: typedTimeSchema, endsAt: typedTimeSchema })
  .refine((hours) => fits(lengthOf(hours)), { error: 'notSessionHours', path: ['endsAt'] });

/** Sessions at the same hours every week, until the hours of the course are full or a day is over. */
export const scheduleRuleSchema = z
  .object({
    from: calendarDateSchema,
    hours: z.array(weekdayHoursSchema).min(1, { error: 'required' }).max(7),
    until: z.enum(['full', 'date']),
    /** The last day; counts where the rule goes on to a date. */
    to: calendarDateSchema.nullable(),
    /** Free days on which there shall be a session all the same. */
    included: z.array(calendarDateSchema),
    /** Days on which there shall be none. */
    excluded: z.array(calendarDateSchema),
  })
  .refine(({ until, to }) => until === 'full' || to !== null, { error: 'required', path: ['to'] })
  .refine(({ from, until, to }) => until === 'full' || to === null || from <= to, {
    error: 'endsBeforeStart',
    path: ['to'],
  })
  // A mistyped year must not make thousands of sessions.
  .refine(({ from, until, to }) => until === 'full' || to === null || to <= addDays(from, longestPlanDays), {
    error: 'planTooLong',
    path: ['to'],
  });
export type ScheduleRule = z.infer<typeof scheduleRuleSchema>;

export interface ScheduledSession {
  date: CalendarDate;
  /** 'HH:MM'. */
  startsAt: string;
  minutes: number;
}

/** Why there is no session on a day of the rule. */
export type SkipReason =
  | { of: 'dayOff'; dayOff: DayOff }
  | { of: 'planned' }
  | { of: 'busy'; session: ScheduledSession }
  | { of: 'excluded' };

export interface Schedule {
  sessions: ScheduledSession[];
  skipped: { date: CalendarDate; reason: SkipReason }[];
  /** Minutes of the course that are still without a session; below 0 where there are too many. */
  missing: number;
}

interface ScheduleGiven {
  /** The minutes of the course. */
  needed: number;
  /** The sessions that the edition has. */
  planned: readonly (ScheduledSession & { state: SessionState })[];
  daysOff: DaysOff;
  /** Whether trainers or the room are taken at that time, and such days shall be left out. */
  isBusy(session: ScheduledSession): boolean;
}

/** The last day that a rule may reach. */
export function lastDayOf({ from, until, to }: Pick<ScheduleRule, 'from' | 'until' | 'to'>): CalendarDate {
  return until === 'date' && to !== null ? to : addDays(from, longestPlanDays);
}

/**
 * The sessions that a rule makes, in order, and the days of the rule that it leaves out, with the reason. What is
 * planned counts towards the hours of the course (a cancelled session does not), and a day that has a session, even
 * a cancelled one, gets no second one: the same rule again makes nothing. The last session takes just the minutes
 * that are left; so few that they would not make one are added to the session before, if it does not get too long.
 */
export function planSchedule(rule: ScheduleRule, given: ScheduleGiven): Schedule {
  const hoursByWeekday = new Map(rule.hours.map((hours) => [hours.weekday, hours]));
  const takenDates = new Set(given.planned.map(({ date }) => date));
  const schedule: Schedule = {
    sessions: [],
    skipped: [],
    missing: given.needed - countPlanned(given.planned),
  };
  const days = (Date.parse(lastDayOf(rule)) - Date.parse(rule.from)) / 86_400_000;
  for (let day = 0; day <= days; day += 1) {
    const date = addDays(rule.from, day);
    const hours = hoursByWeekday.get(weekdayOf(date));
    if (hours === undefined) continue;
    const minutes = nextLength(rule, lengthOf(hours), schedule.missing);
    if (minutes === null) break;
    const session = { date, startsAt: hours.startsAt, minutes };
    const reason = findSkipReason(rule, given, takenDates, session);
    if (reason !== null) {
      schedule.skipped.push({ date, reason });
      continue;
    }
    schedule.sessions.push(session);
    schedule.missing -= minutes;
  }
  return schedule;
}

/** How long the next session is; null where the hours are full. */
function nextLength({ until }: ScheduleRule, usual: number, missing: number): number | null {
  if (until === 'date') return usual;
  if (missing < shortestSession) return null;
  return missing < usual + shortestSession && fits(missing) ? missing : usual;
}

function findSkipReason(
  { included, excluded }: ScheduleRule,
  { daysOff, isBusy }: ScheduleGiven,
  takenDates: ReadonlySet<CalendarDate>,
  session: ScheduledSession,
): SkipReason | null {
  const { date } = session;
  if (takenDates.has(date)) return { of: 'planned' };
  if (excluded.includes(date)) return { of: 'excluded' };
  if (included.includes(date)) return null;
  const dayOff = daysOff.get(date);
  if (dayOff !== undefined) return { of: 'dayOff', dayOff };
  return isBusy(session) ? { of: 'busy', session } : null;
}

function countPlanned(planned: ScheduleGiven['planned']): number {
  return planned.reduce((sum, { state, minutes }) => sum + (state === 'cancelled' ? 0 : minutes), 0);
}

function lengthOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }): number {
  return minutesOf(endsAt) - minutesOf(startsAt);
}

function fits(minutes: number): boolean {
  return minutes >= shortestSession && minutes <= longestSession;
}
