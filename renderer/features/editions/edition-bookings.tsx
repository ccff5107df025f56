import { useQuery } from '@tanstack/react-query';
import { useWatch } from 'react-hook-form';
import { z } from 'zod';
import { findClashes } from '../../../domain/booking.ts';
import { trainerAssignmentDraftSchema } from '../../../domain/edition.ts';
import type { EditionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { BookedNotice } from '../../parts/bookings/booked-notice.tsx';
import { useBookings } from '../../parts/bookings/use-bookings.ts';

const typedSchema = z.object({
  place: z.string().catch(''),
  room: z.string().trim().nullable().catch(null),
  trainers: z.array(trainerAssignmentDraftSchema).catch([]),
});

const none: readonly Session[] = [];

/** Which sessions of an edition, with the trainers, place and room in its form, run into sessions of others. */
export function EditionBookings({ editionId }: { editionId: EditionId }) {
  const [place, room, trainers] = useWatch({ name: ['place', 'room', 'trainers'] });
  const typed = typedSchema.parse({ place, room, trainers });
  const all = useQuery(useApi().sessions.list.queryOptions({ input: { editionId } })).data ?? none;
  const sessions = all.filter(({ state }) => state === 'planned');
  const personIds = typed.trainers.map(({ personId }) => personId);
  const roomOf = (session: Session) => session.room ?? (typed.room === '' ? null : typed.room);
  const rooms = [...new Set(sessions.map(roomOf))].filter((one) => one !== null);
  const bookings = useBookings({
    from: sessions[0]?.date ?? null,
    personIds,
    rooms: rooms.slice(0, 20).map((one) => ({ place: typed.place, room: one })),
  });
  const ownIds = new Set(all.map(({ id }) => id));
  const others = bookings.filter(({ sessionId }) => !ownIds.has(sessionId));
  const clashes = sessions.flatMap((session) =>
    findClashes({ ...session, personIds, place: typed.place, room: roomOf(session) }, others),
  );
  return <BookedNotice clashes={clashes} />;
}
