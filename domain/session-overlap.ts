import type { CalendarDate } from './calendar-date.ts';
import type { PersonId, SessionId } from './ids.ts';

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
  const sorted = day.toSorted((a, b) => toMinutes(a) - toMinutes(b) || (a.sessionId < b.sessionId ? -1 : 1));
  return sorted.flatMap((first, index) =>
    sorted
      .slice(index + 1)
      .filter((second) => toMinutes(second) < toMinutes(first) + first.minutes)
      .map((second): [Session, Session] => [first, second]),
  );
}

function toMinutes({ startsAt }: TaughtSession): number {
  const [hours, minutes] = startsAt.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
