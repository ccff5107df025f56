import { addDays, type CalendarDate } from './calendar-date.ts';
import type { Edition, EditionDraft } from './edition.ts';
import type { Session } from './session.ts';
import { endOfSession } from './time-of-day.ts';
import { weekdayOf } from './weekday.ts';

/**
 * What a new edition takes over from an old one: all but its code, its notes, and the words by which somebody led it,
 * which were said of that one. It begins on the same day of the week, the first one after the old edition and not
 * before today, and takes as many days.
 */
export function copyEdition(edition: Edition, today: CalendarDate): Omit<EditionDraft, 'code'> {
  const { courseId, place, room, capacity, attendancePolicy, startsOn, endsOn } = edition;
  let start = startsOn;
  while (start <= endsOn || start < today) start = addDays(start, 7);
  return {
    courseId,
    place,
    room,
    startsOn: start,
    endsOn: endKeepingLength(edition, start),
    capacity,
    attendancePolicy,
    notes: null,
    trainers: edition.trainers.map(({ personId, role }) => ({ personId, role })),
  };
}

/** The last day of what begins on another day and takes as many days as before. */
export function endKeepingLength(
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate },
  start: CalendarDate,
): CalendarDate {
  return addDays(start, Math.round((Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000));
}

interface WeekdayHours {
  weekday: number;
  /** 'HH:MM'. */
  startsAt: string;
  endsAt: string;
}

/**
 * The weekly rhythm of sessions: the days of the week on which they met more than once (where none was, all on which
 * they met at all) and the hours most usual on each. What did not happen, or went past midnight, says nothing.
 */
export function findWeeklyHours(
  sessions: readonly Pick<Session, 'date' | 'startsAt' | 'minutes' | 'state'>[],
): WeekdayHours[] {
  const held = sessions
    .filter(({ state }) => state !== 'cancelled')
    .map((session) => ({ ...session, weekday: weekdayOf(session.date), endsAt: endOfSession(session) }))
    .filter(({ startsAt, endsAt }) => startsAt < endsAt);
  const days = [...Map.groupBy(held, ({ weekday }) => weekday).values()];
  const usual = days.filter(({ length }) => length > 1);
  return (usual.length > 0 ? usual : days)
    .flatMap(findUsual)
    .map(({ weekday, startsAt, endsAt }) => ({ weekday, startsAt, endsAt }))
    .toSorted((a, b) => a.weekday - b.weekday);
}

/** Of hours, those that there are most of; of as many, the first. */
function findUsual<Hours extends Omit<WeekdayHours, 'weekday'>>(hours: readonly Hours[]): Hours[] {
  const groups = [...Map.groupBy(hours, ({ startsAt, endsAt }) => `${startsAt} ${endsAt}`).values()];
  const [most] = groups.toSorted((a, b) => b.length - a.length);
  return most?.slice(0, 1) ?? [];
}
