import { useWatch } from 'react-hook-form';
import { findClashes, type WantedSession } from '../../../domain/booking.ts';
import type { Edition } from '../../../domain/edition.ts';
import type { Session } from '../../../domain/session.ts';
import { BookedNotice } from './booked-notice.tsx';
import { useBookings } from './use-bookings.ts';
import { sessionFormSchema } from '../session-form.ts';

/** Once it is written when a session is: who of its edition, or which room, is taken then. Null: a new session. */
export function SessionBookings({ edition, session }: { edition: Edition; session: Session | null }) {
  const typed = sessionFormSchema.safeParse(useWatch()).data;
  return typed === undefined ? null : (
    <Clashes wanted={wantSession(edition, typed)} sessionId={session?.id ?? null} />
  );
}

function Clashes({ wanted, sessionId }: { wanted: WantedSession; sessionId: Session['id'] | null }) {
  const { date, personIds, place, room } = wanted;
  const bookings = useBookings({
    from: date,
    personIds: [...personIds],
    rooms: room === null ? [] : [{ place, room }],
  });
  const others = bookings.filter((booking) => booking.sessionId !== sessionId);
  return <BookedNotice clashes={findClashes(wanted, others)} />;
}

/** A session of an edition, with all that it takes up. */
export function wantSession(
  edition: Edition,
  { date, startsAt, minutes, room }: Pick<Session, 'date' | 'startsAt' | 'minutes'> & { room: string | null },
): WantedSession {
  const personIds = edition.trainers.map(({ personId }) => personId);
  return { date, startsAt, minutes, personIds, place: edition.place, room: room ?? edition.room };
}
