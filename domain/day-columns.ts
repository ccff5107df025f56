import type { SessionId } from './ids.ts';
import { minutesOf } from './time-of-day.ts';

interface TimedSession {
  id: SessionId;
  /** 'HH:MM'. */
  startsAt: string;
  minutes: number;
}

/** Where a session stands beside those of the same hours: in column `index` (from 0) of `count`. */
export interface DayColumn {
  index: number;
  count: number;
}

/**
 * Sets the sessions of one day side by side, so that no two that overlap share a column. Sessions that overlap, by way
 * of others as well, share the width in as many columns as ever meet at once, which is the least that will do: each
 * takes the first column that is free when it begins.
 */
export function layOutDay(sessions: readonly TimedSession[]): ReadonlyMap<SessionId, DayColumn> {
  const columnById = new Map<SessionId, DayColumn>();
  for (const group of groupOverlapping(sessions)) {
    const endByColumn: number[] = [];
    const placed = group.map((session) => {
      const free = endByColumn.findIndex((end) => end <= startOf(session));
      const index = free === -1 ? endByColumn.length : free;
      endByColumn[index] = endOf(session);
      return { id: session.id, index };
    });
    for (const { id, index } of placed) columnById.set(id, { index, count: endByColumn.length });
  }
  return columnById;
}

/** Sessions in the order in which they begin (the longer first), parted where no session goes on. */
function groupOverlapping(sessions: readonly TimedSession[]): TimedSession[][] {
  const groups: TimedSession[][] = [];
  let end = -1;
  for (const session of sessions.toSorted(byStart)) {
    if (startOf(session) >= end) groups.push([]);
    groups.at(-1)?.push(session);
    end = Math.max(end, endOf(session));
  }
  return groups;
}

const startOf = ({ startsAt }: TimedSession) => minutesOf(startsAt);
const endOf = (session: TimedSession) => startOf(session) + session.minutes;

function byStart(a: TimedSession, b: TimedSession): number {
  return startOf(a) - startOf(b) || b.minutes - a.minutes || (a.id < b.id ? -1 : 1);
}
