import type { CalendarDate } from './calendar-date.ts';
import type { PersonId, SessionId } from './ids.ts';
import { minutesOf } from './time-of-day.ts';

/** A session that someone teaches. */
export interface TaughtSession {
  personId: PersonId;
  sessionId: SessionId;
  date: CalendarDate;
  /** 'HH:MM'. */
  startsAt: string;
  minutes: number;
}

/**
 * Pairs of sessions that one person would have to teach at once: of the same day, one beginning before the other is
 * over. Each pair once, the one that begins first (then the one with the lesser id) first.
 */
export function findOverlaps<Session extends TaughtSession>(
  sessions: readonly Session[],
): [Session, Session][] {
  const byPersonAndDay = Map.groupBy(sessions, ({ personId, date }) => `${personId} ${date}`);
  return [...byPersonAndDay.values()].flatMap(findOverlapsOfDay);
}

function findOverlapsOfDay<Session extends TaughtSession>(day: readonly Session[]): [Session, Session][] {
  if (day.length < 2) return [];
  const sorted = day.toSorted(
    (a, b) => minutesOf(a.startsAt) - minutesOf(b.startsAt) || (a.sessionId < b.sessionId ? -1 : 1),
  );
  return sorted.flatMap((first, index) =>
    sorted
      .slice(index + 1)
      .filter((second) => minutesOf(second.startsAt) < minutesOf(first.startsAt) + first.minutes)
      .map((second): [Session, Session] => [first, second]),
  );
}
