import type { CalendarDate } from './calendar-date.ts';
import type { SessionId } from './ids.ts';
import { minutesOf } from './time-of-day.ts';

/** From an hour of a day on, for so many minutes. */
export interface TimeSpan {
  date: CalendarDate;
  /** 'HH:MM'. */
  startsAt: string;
  minutes: number;
}

/** A session and what it takes up: a trainer or a room, by a key. */
export interface TakingSession extends TimeSpan {
  takes: string;
  sessionId: SessionId;
}

/** Whether one begins before the other is over, on the same day. */
export function overlaps(one: TimeSpan, other: TimeSpan): boolean {
  if (one.date !== other.date) return false;
  const [start, otherStart] = [minutesOf(one.startsAt), minutesOf(other.startsAt)];
  return start < otherStart + other.minutes && otherStart < start + one.minutes;
}

/**
 * Pairs of sessions that take the same thing at once: of the same day, one beginning before the other is over. Each
 * pair once, the one that begins first (then the one with the lesser id) first.
 */
export function findOverlaps<Session extends TakingSession>(
  sessions: readonly Session[],
): [Session, Session][] {
  const byThingAndDay = Map.groupBy(sessions, ({ takes, date }) => `${takes} ${date}`);
  return [...byThingAndDay.values()].flatMap(findOverlapsOfDay);
}

function findOverlapsOfDay<Session extends TakingSession>(day: readonly Session[]): [Session, Session][] {
  if (day.length < 2) return [];
  const sorted = day.toSorted(
    (a, b) => minutesOf(a.startsAt) - minutesOf(b.startsAt) || (a.sessionId < b.sessionId ? -1 : 1),
  );
  return sorted.flatMap((first, index) =>
    sorted
      .slice(index + 1)
      .filter((second) => overlaps(first, second))
      .map((second): [Session, Session] => [first, second]),
  );
}
