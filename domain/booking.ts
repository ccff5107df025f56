import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';
import { editionNamedSchema } from './conflict.ts';
import { timeOfDaySchema } from './field.ts';
import { type PersonId, personIdSchema, sessionIdSchema } from './ids.ts';
import { roomKey } from './room.ts';
import { type TimeSpan, overlaps } from './session-overlap.ts';

const roomSchema = z.object({ place: z.string().max(700), room: z.string().max(400) });

/** A session that takes up a trainer or a room. */
export const bookingSchema = z.object({
  taken: z.discriminatedUnion('of', [
    z.object({ of: z.literal('trainer'), personId: personIdSchema, name: z.string() }),
    roomSchema.extend({ of: z.literal('room') }),
  ]),
  sessionId: sessionIdSchema,
  date: calendarDateSchema,
  startsAt: timeOfDaySchema,
  minutes: z.number().int(),
  /** Null where whoever asks may not see that edition: that it is taken is all they are told. */
  edition: editionNamedSchema.nullable(),
});
export type Booking = z.infer<typeof bookingSchema>;

/** Whose bookings are asked for, and since when (null: since ever). */
export const bookingsAskedSchema = z.object({
  from: calendarDateSchema.nullable(),
  personIds: z.array(personIdSchema).max(20),
  rooms: z.array(roomSchema).max(20),
});
export type BookingsAsked = z.infer<typeof bookingsAskedSchema>;

/** A session that shall be: when, who teaches it, and where. */
export interface WantedSession extends TimeSpan {
  personIds: readonly PersonId[];
  place: string;
  /** Null: no room was named, so none can be taken. */
  room: string | null;
}

/** The bookings that a session would run into, in the order given: of a trainer or of the room that it takes, at once. */
export function findClashes(wanted: WantedSession, bookings: readonly Booking[]): Booking[] {
  return bookings.filter((booking) => overlaps(wanted, booking) && takes(wanted, booking));
}

function takes({ personIds, place, room }: WantedSession, { taken }: Booking): boolean {
  if (taken.of === 'trainer') return personIds.includes(taken.personId);
  return room !== null && roomKey(place, room) === roomKey(taken.place, taken.room);
}
