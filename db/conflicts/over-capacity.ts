import { toInstant } from '../../domain/calendar-date.ts';
import { conflictKey, type ConflictOf } from '../../domain/conflict.ts';
import { countExcess } from '../../domain/edition.ts';
import type { EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { all, type ReadableDb, updateRow, type Writer } from '../database.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { type Names, readNames, stampColumns, type StampRow } from './done.ts';
import { nameEditions, namePeople } from './named.ts';

interface FoundExcess {
  key: string;
  editionId: EditionId;
  capacity: number;
  enrolled: number;
  excess: number;
}

type OverCapacity = ConflictOf<'overCapacity'>;

/** Editions that PCs filled apart: more people than seats, and nobody's recorded word for it. */
export const overCapacity: ConflictFinder<FoundExcess, OverCapacity> = {
  kind: 'overCapacity',
  reads: ['edition', 'enrolment'],
  find: findExcess,
  describe: (db, found) => {
    const editionOf = nameEditions(
      db,
      found.map(({ editionId }) => editionId),
    );
    const names = readNames(db);
    return found.map(({ editionId, ...figures }) => ({
      kind: 'overCapacity',
      ...figures,
      choices: ['raiseCapacity', 'acceptExcess', 'moveToWaiting'],
      edition: editionOf(editionId),
      last: listLast(db, editionId, figures.excess, names),
    }));
  },
};

function findExcess(db: ReadableDb): FoundExcess[] {
  const rows = all<{ id: EditionId; capacity: number; enrolled: number; exceptions: number }>(
    db,
    `WITH seated (edition_id, enrolled) AS MATERIALIZED (
       SELECT edition_id, count(*) FROM enrolment
       WHERE deleted_at IS NULL AND status IN ('enrolled', 'completed') GROUP BY edition_id)
     SELECT e.id, e.capacity, seated.enrolled,
       (SELECT count(*) FROM enrolment x WHERE x.edition_id = e.id AND x.deleted_at IS NULL
          AND x.status IN ('enrolled', 'completed') AND x.exception_reason IS NOT NULL) AS exceptions
     FROM seated JOIN edition e ON e.id = seated.edition_id
     WHERE e.deleted_at IS NULL AND e.status IN ('planned', 'open', 'running') AND seated.enrolled > e.capacity
     ORDER BY e.starts_on, e.id`,
  );
  return rows
    .map(({ id, capacity, enrolled, exceptions }) => ({
      key: conflictKey('overCapacity', [id]),
      editionId: id,
      capacity,
      enrolled,
      excess: countExcess({ capacity, enrolled, exceptions }),
    }))
    .filter(({ excess }) => excess > 0);
}

/** The last enrolled whom no exception covers: by when, then by id, so that every PC names the same. */
function listLast(db: ReadableDb, editionId: EditionId, count: number, names: Names): OverCapacity['last'] {
  const rows = all<StampRow & { id: EnrolmentId; person_id: PersonId; enrolled_at: number }>(
    db,
    `SELECT n.id, n.person_id, n.enrolled_at, ${stampColumns('n')} FROM enrolment n
     WHERE n.edition_id = ? AND n.deleted_at IS NULL AND n.status IN ('enrolled', 'completed')
       AND n.exception_reason IS NULL
     ORDER BY n.enrolled_at DESC, n.id DESC LIMIT ?`,
    editionId,
    count,
  );
  const personOf = namePeople(
    db,
    rows.map(({ person_id }) => person_id),
  );
  return rows.map((row) => ({
    ...personOf(row.person_id),
    enrolmentId: row.id,
    enrolledAt: toInstant(row.enrolled_at),
    made: names.made(row),
  }));
}

/** As many seats as it takes. */
export function raiseCapacity(writer: Writer, { edition, capacity, excess }: OverCapacity): void {
  updateRow(writer, 'edition', { id: edition.editionId }, { capacity: capacity + excess });
}

/** Records a coordinator's words with the last who were enrolled, as with any exception. */
export function acceptExcess(writer: Writer, { last }: OverCapacity, reason: string): void {
  for (const { enrolmentId } of last) {
    updateRow(writer, 'enrolment', { id: enrolmentId }, { exception_reason: reason });
  }
}

/** The last who were enrolled wait; they stand in the waiting list by when they came. */
export function moveToWaiting(writer: Writer, { last }: OverCapacity): void {
  for (const { enrolmentId } of last) {
    updateRow(writer, 'enrolment', { id: enrolmentId }, { status: 'waiting' });
  }
}
