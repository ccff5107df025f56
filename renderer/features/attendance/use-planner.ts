import { useMemo } from 'react';
import { type Booking, findClashes } from '../../../domain/booking.ts';
import type { Edition } from '../../../domain/edition.ts';
import {
  lastDayOf,
  planSchedule,
  type Schedule,
  type ScheduledSession,
  type ScheduleRule,
} from '../../../domain/schedule.ts';
import type { Session } from '../../../domain/session.ts';
import { wantSession } from '../../parts/bookings/session-bookings.tsx';
import { useBookings } from '../../parts/bookings/use-bookings.ts';
import { useDaysOff } from '../../parts/use-days-off.ts';

/** What a rule makes of an edition, and whom or what a session would take twice. */
export interface Planner {
  plan(rule: ScheduleRule): Schedule;
  findClashes(session: ScheduledSession): Booking[];
}

/** Plans the sessions of an edition as a rule says; null while it is not known which days are free. */
export function usePlanner(edition: Edition, sessions: readonly Session[]): Planner | null {
  const daysOffBetween = useDaysOff();
  const { place, room } = edition;
  const bookings = useBookings({
    from: null,
    personIds: edition.trainers.map(({ personId }) => personId),
    rooms: room === null ? [] : [{ place, room }],
  });
  return useMemo(() => {
    if (daysOffBetween === null) return null;
    const clashesOf = (session: ScheduledSession) =>
      findClashes(wantSession(edition, { ...session, room: null }), bookings);
    return {
      findClashes: clashesOf,
      plan: (rule) =>
        planSchedule(rule, {
          needed: Math.round(edition.hours * 60),
          planned: sessions,
          daysOff: daysOffBetween(rule.from, lastDayOf(rule)),
          isBusy: (session) => clashesOf(session).length > 0,
        }),
    };
  }, [daysOffBetween, edition, sessions, bookings]);
}
