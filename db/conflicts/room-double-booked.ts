import type { ConflictOf } from '../../domain/conflict.ts';
import { listRoomSessions, type RoomSession } from '../bookings.ts';
import type { ReadableDb } from '../database.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { findDoubleBookings, type FoundBooking, toShownOverlaps } from './double-booked.ts';
import { nameEditions } from './named.ts';

type DoubleBooked = ConflictOf<'roomDoubleBooked'>;

/** Rooms in which two editions would meet at once: one conflict a room and pair of editions. */
export const roomDoubleBooked: ConflictFinder<FoundBooking<RoomSession>, DoubleBooked> = {
  kind: 'roomDoubleBooked',
  reads: ['session', 'edition', 'resolution'],
  // Two sessions of one edition at once are told by whoever teaches them.
  find: (db) =>
    findDoubleBookings(db, 'roomDoubleBooked', listRoomSessions(db)).filter(
      ({ editionIds }) => editionIds.length > 1,
    ),
  describe: describeBookings,
};

function describeBookings(db: ReadableDb, found: readonly FoundBooking<RoomSession>[]): DoubleBooked[] {
  const editionOf = nameEditions(
    db,
    found.flatMap(({ editionIds }) => editionIds),
  );
  return found.flatMap(({ key, editionIds, overlaps }) => {
    const [first] = overlaps;
    if (first === undefined) return [];
    const { place, room } = first[0];
    return [
      {
        kind: 'roomDoubleBooked' as const,
        key,
        choices: ['keepBoth'],
        place,
        room,
        editions: editionIds.map(editionOf),
        overlaps: toShownOverlaps(overlaps),
      } satisfies DoubleBooked,
    ];
  });
}
