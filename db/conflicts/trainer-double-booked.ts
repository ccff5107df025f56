import type { ConflictOf } from '../../domain/conflict.ts';
import type { EditionId, PersonId } from '../../domain/ids.ts';
import { listTaughtSessions, type TaughtSession } from '../bookings.ts';
import { all, deleteRow, type ReadableDb, type Writer } from '../database.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { readNames, stampColumns, type StampRow } from './done.ts';
import { findDoubleBookings, type FoundBooking, toShownOverlaps } from './double-booked.ts';
import { nameEditions, namePeople } from './named.ts';

type DoubleBooked = ConflictOf<'trainerDoubleBooked'>;

/** Trainers who would have to be in two places at once: one conflict a trainer and pair of editions. */
export const trainerDoubleBooked: ConflictFinder<FoundBooking<TaughtSession>, DoubleBooked> = {
  kind: 'trainerDoubleBooked',
  reads: ['trainer_assignment', 'session', 'edition', 'person', 'resolution'],
  find: (db) => findDoubleBookings(db, 'trainerDoubleBooked', listTaughtSessions(db)),
  describe: describeBookings,
};

function describeBookings(db: ReadableDb, found: readonly FoundBooking<TaughtSession>[]): DoubleBooked[] {
  const editionOf = nameEditions(
    db,
    found.flatMap(({ editionIds }) => editionIds),
  );
  const personOf = namePeople(
    db,
    found.flatMap(({ overlaps }) => overlaps.map(([{ personId }]) => personId)),
  );
  return found.flatMap(({ key, editionIds, overlaps }) => {
    const [first] = overlaps;
    if (first === undefined) return [];
    const { personId } = first[0];
    return [
      {
        kind: 'trainerDoubleBooked' as const,
        key,
        choices: editionIds.length > 1 ? ['keepBoth', 'takeOff'] : ['keepBoth'],
        person: personOf(personId),
        editions: listAssignments(db, personId, editionIds).map(({ editionId, ...assignment }) => ({
          ...editionOf(editionId),
          ...assignment,
        })),
        overlaps: toShownOverlaps(overlaps),
      } satisfies DoubleBooked,
    ];
  });
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

/** Takes the trainer off one of the editions. */
export function takeOff(writer: Writer, { person }: DoubleBooked, editionId: EditionId): void {
  deleteRow(writer, 'trainer_assignment', { edition_id: editionId, person_id: person.personId });
}
