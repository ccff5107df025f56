import { skipToken, useQuery } from '@tanstack/react-query';
import type { Booking, BookingsAsked } from '../../../domain/booking.ts';
import { useApi } from '../../lib/api.tsx';

const none: readonly Booking[] = [];

/** When people teach and rooms are taken; nothing while it is fetched or there is nobody and nothing to ask for. */
export function useBookings(asked: BookingsAsked): readonly Booking[] {
  const input = asked.personIds.length === 0 && asked.rooms.length === 0 ? skipToken : asked;
  const query = useQuery(
    useApi().sessions.bookings.queryOptions({ input, placeholderData: (former) => former }),
  );
  return query.data ?? none;
}
