import type { Booking, BookingsAsked } from '../domain/booking.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { EditionId, PersonId } from '../domain/ids.ts';
import { roomKey } from '../domain/room.ts';
import type { TakingSession } from '../domain/session-overlap.ts';
import { compareSpanish } from '../domain/text.ts';
import { nameEditions, namePeople } from './conflicts/named.ts';
import { all, type ReadableDb } from './database.ts';
import type { OwnEditions } from './own-editions.ts';

/** A session that takes place, as something that is taken up by it. */
interface Taken extends TakingSession {
  editionId: EditionId;
}

export interface TaughtSession extends Taken {
  personId: PersonId;
}

export interface RoomSession extends Taken {
  place: string;
  room: string;
}

/** Sessions that take place or did: those of no cancelled edition, themselves not cancelled. */
const takesPlace = `e.deleted_at IS NULL AND e.status <> 'cancelled' AND s.deleted_at IS NULL
  AND s.state <> 'cancelled' AND (@from IS NULL OR s.date >= @from)`;
const sessionColumns =
  's.id AS sessionId, s.edition_id AS editionId, s.date, s.starts_at AS startsAt, s.minutes';

/** Every session with each of those who teach it, from a day on (null: ever). */
export function listTaughtSessions(db: ReadableDb, from: CalendarDate | null = null): TaughtSession[] {
  return all<TaughtSession>(
    db,
    `SELECT t.person_id AS takes, t.person_id AS personId, ${sessionColumns}
     FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id JOIN session s ON s.edition_id = e.id
     WHERE t.deleted_at IS NULL AND ${takesPlace} ORDER BY s.date, t.person_id, s.id`,
    { from },
  );
}

/** Every session that has a room, its own or that of its edition, from a day on (null: ever). */
export function listRoomSessions(db: ReadableDb, from: CalendarDate | null = null): RoomSession[] {
  const rows = all<Omit<RoomSession, 'takes'>>(
    db,
    `SELECT e.place, coalesce(s.room, e.room) AS room, ${sessionColumns}
     FROM session s JOIN edition e ON e.id = s.edition_id
     WHERE coalesce(s.room, e.room) IS NOT NULL AND ${takesPlace} ORDER BY s.date, s.id`,
    { from },
  );
  return rows.map((row) => ({ ...row, takes: roomKey(row.place, row.room) }));
}

/**
 * When some people teach and some rooms are taken, in the order of date and hour. Of editions that are not one's own
 * it is told that they take somebody or something up, and not which they are.
 */
export function listBookings(
  db: ReadableDb,
  { from, personIds, rooms }: BookingsAsked,
  own: OwnEditions = null,
): Booking[] {
  const asked = {
    people: new Set(personIds),
    rooms: new Set(rooms.map((one) => roomKey(one.place, one.room))),
  };
  const taught = listTaughtSessions(db, from).filter(({ personId }) => asked.people.has(personId));
  const inRooms = listRoomSessions(db, from).filter(({ takes }) => asked.rooms.has(takes));
  const personOf = namePeople(db, personIds);
  const editionOf = nameEditions(
    db,
    [...taught, ...inRooms].map(({ editionId }) => editionId),
  );
  const toBooking = (session: Taken, taken: Booking['taken']): Booking => ({
    taken,
    sessionId: session.sessionId,
    date: session.date,
    startsAt: session.startsAt,
    minutes: session.minutes,
    edition: own === null || own.has(session.editionId) ? editionOf(session.editionId) : null,
  });
  return [
    ...taught.map((one) => toBooking(one, { of: 'trainer', ...personOf(one.personId) })),
    ...inRooms.map((one) => toBooking(one, { of: 'room', place: one.place, room: one.room })),
  ].toSorted((a, b) => (hourOf(a) < hourOf(b) ? -1 : 1));
}

function hourOf({ date, startsAt, sessionId }: Booking): string {
  return `${date} ${startsAt} ${sessionId}`;
}

/** The places in which the office has met, and the rooms of each, by name: so that one place keeps one name. */
export function listPlaces(db: ReadableDb): { place: string; rooms: string[] }[] {
  const rows = all<{ place: string; room: string | null }>(
    db,
    `SELECT place, room FROM edition WHERE deleted_at IS NULL
     UNION SELECT e.place, s.room FROM session s JOIN edition e ON e.id = s.edition_id
       WHERE s.room IS NOT NULL AND s.deleted_at IS NULL AND e.deleted_at IS NULL`,
  );
  return [...Map.groupBy(rows, ({ place }) => place)]
    .map(([place, of]) => ({
      place,
      rooms: of.flatMap(({ room }) => (room === null ? [] : [room])).toSorted(compareSpanish),
    }))
    .toSorted((a, b) => compareSpanish(a.place, b.place));
}
