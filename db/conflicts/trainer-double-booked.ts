import { conflictKey, type ConflictOf } from '../../domain/conflict.ts';
import type { EditionId, PersonId } from '../../domain/ids.ts';
import { findOverlaps, type TaughtSession } from '../../domain/session-overlap.ts';
import { all, deleteRow, type ReadableDb, type Writer } from '../database.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { readNames, stampColumns, type StampRow } from './done.ts';
import { nameEditions, namePeople } from './named.ts';
import { giveWord, listWords } from './words.ts';

interface Taught extends TaughtSession {
  editionId: EditionId;
}

interface FoundBooking {
  key: string;
  personId: PersonId;
  /** In the order of ids; one where the sessions of one edition overlap. */
  editionIds: EditionId[];
  overlaps: [Taught, Taught][];
}

type DoubleBooked = ConflictOf<'trainerDoubleBooked'>;

/**
 * Trainers who would have to be in two places at once: one conflict a trainer and pair of editions. A word is given on
 * each pair of sessions, so that a session planned later is not covered by it.
 */
export const trainerDoubleBooked: ConflictFinder<FoundBooking, DoubleBooked> = {
  kind: 'trainerDoubleBooked',
  reads: ['trainer_assignment', 'session', 'edition', 'person', 'resolution'],
  find: findBookings,
  describe: describeBookings,
};

function findBookings(db: ReadableDb): FoundBooking[] {
  const words = listWords(db);
  const open = findOverlaps(listTaught(db)).filter((overlap) => !words.has(wordKey(overlap)));
  const groups = Map.groupBy(open, (overlap) =>
    conflictKey('trainerDoubleBooked', [overlap[0].personId, ...listEditionIds(overlap)]),
  );
  return [...groups].flatMap(([key, overlaps]) => {
    const [first] = overlaps;
    if (first === undefined) return [];
    return [{ key, personId: first[0].personId, editionIds: listEditionIds(first), overlaps }];
  });
}

function listEditionIds(overlap: readonly Pick<Taught, 'editionId'>[]): EditionId[] {
  return [...new Set(overlap.map(({ editionId }) => editionId))].toSorted();
}

function wordKey(overlap: readonly [Taught, Taught]): string {
  return keyOf(
    overlap[0].personId,
    overlap.map(({ sessionId }) => sessionId),
  );
}

function keyOf(personId: PersonId, sessionIds: readonly string[]): string {
  return conflictKey('trainerDoubleBooked', [personId, ...sessionIds.toSorted()]);
}

function listTaught(db: ReadableDb): Taught[] {
  return all<Taught>(
    db,
    `SELECT t.person_id AS personId, s.id AS sessionId, s.edition_id AS editionId, s.date, s.starts_at AS startsAt,
       s.minutes
     FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id JOIN session s ON s.edition_id = e.id
     WHERE t.deleted_at IS NULL AND e.deleted_at IS NULL AND e.status <> 'cancelled' AND s.deleted_at IS NULL
       AND s.state <> 'cancelled'
     ORDER BY s.date, t.person_id, s.id`,
  );
}

function describeBookings(db: ReadableDb, found: readonly FoundBooking[]): DoubleBooked[] {
  const editionOf = nameEditions(
    db,
    found.flatMap(({ editionIds }) => editionIds),
  );
  const personOf = namePeople(
    db,
    found.map(({ personId }) => personId),
  );
  return found.map(({ key, personId, editionIds, overlaps }) => ({
    kind: 'trainerDoubleBooked',
    key,
    choices: editionIds.length > 1 ? ['keepBoth', 'takeOff'] : ['keepBoth'],
    person: personOf(personId),
    editions: listAssignments(db, personId, editionIds).map(({ editionId, ...assignment }) => ({
      ...editionOf(editionId),
      ...assignment,
    })),
    overlaps: overlaps.map((sessions) => ({
      date: sessions[0].date,
      sessions: sessions.map(({ sessionId, editionId, startsAt, minutes }) => ({
        sessionId,
        editionId,
        startsAt,
        minutes,
      })),
    })),
  }));
}

function listAssignments(db: ReadableDb, personId: PersonId, editionIds: readonly EditionId[]) {
  const names = readNames(db);
  const rows = all<StampRow & { edition_id: EditionId; place: string }>(
    db,
    `SELECT t.edition_id, e.place, ${stampColumns('t')}
     FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id
     WHERE t.person_id = ? AND t.edition_id IN (SELECT value FROM json_each(?)) ORDER BY t.edition_id`,
    personId,
    JSON.stringify(editionIds),
  );
  return rows.map((row) => ({ editionId: row.edition_id, place: row.place, assigned: names.changed(row) }));
}

/** Both stand: someone knows why. Answers the keys of the words given. */
export function keepBoth(writer: Writer, { person, overlaps }: DoubleBooked): string[] {
  const keys = overlaps.map(({ sessions }) =>
    keyOf(
      person.personId,
      sessions.map(({ sessionId }) => sessionId),
    ),
  );
  giveWord(writer, keys, 'keepBoth');
  return keys;
}

/** Takes the trainer off one of the editions. */
export function takeOff(writer: Writer, { person }: DoubleBooked, editionId: EditionId): void {
  deleteRow(writer, 'trainer_assignment', { edition_id: editionId, person_id: person.personId });
}
