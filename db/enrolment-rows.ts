import type { Enrolment, EnrolmentStatus } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import {
  all,
  findRow,
  getNumber,
  inTransaction,
  insertRow,
  type ReadableDb,
  type SqlRow,
  updateRow,
  type Writer,
} from './database.ts';
import { findObstacle } from './edition-status.ts';

/** What the steps of an enrolment need to know of it. */
export interface KnownEnrolment {
  id: EnrolmentId;
  edition_id: EditionId;
  person_id: PersonId;
  status: EnrolmentStatus;
  enrolled_at: number;
}

const columns = 'id, edition_id, person_id, status, enrolled_at';

/** The enrolment of each person of an edition: the standing one where an earlier one was withdrawn. */
export function findEnrolmentsOf(db: ReadableDb, editionId: EditionId): Map<PersonId, KnownEnrolment> {
  const rows = all<KnownEnrolment>(
    db,
    `SELECT ${columns} FROM enrolment WHERE edition_id = ? AND deleted_at IS NULL
     ORDER BY status NOT IN ('withdrawn', 'declined')`,
    editionId,
  );
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** Enrolments by their ids, in the order in which people came; those that are gone are left out. */
export function listEnrolmentRows(db: ReadableDb, ids: readonly EnrolmentId[]): KnownEnrolment[] {
  return all<KnownEnrolment>(
    db,
    `SELECT ${columns} FROM enrolment WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY enrolled_at, id`,
    JSON.stringify(ids),
  );
}

/** Whether everyone named is a person that stands. */
export function arePeople(db: ReadableDb, personIds: readonly PersonId[]): boolean {
  const distinct = [...new Set(personIds)];
  const known = getNumber(
    db,
    'SELECT count(*) FROM person WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
    JSON.stringify(distinct),
  );
  return known === distinct.length;
}

/** Writes the enrolment that is known, or a new one of the person. */
export function writeEnrolment(
  writer: Writer,
  of: { editionId: EditionId; personId: PersonId; knownId: EnrolmentId | null },
  row: SqlRow,
): EnrolmentId {
  if (of.knownId !== null) {
    updateRow(writer, 'enrolment', { id: of.knownId }, row);
    return of.knownId;
  }
  const id = writer.newId() as EnrolmentId;
  insertRow(writer, 'enrolment', { id, edition_id: of.editionId, person_id: of.personId, ...row });
  return id;
}

/**
 * Now, or just after the last in the line: a clock that was set back must not let anyone jump it. Who was declined may
 * come back to the line of requests, to the place that they had.
 */
export function nextInstantAmong(
  writer: Writer,
  editionId: EditionId,
  line: 'waiting' | 'requested',
): number {
  const statuses = line === 'waiting' ? ['waiting'] : ['requested', 'declined'];
  const last = getNumber(
    writer.db,
    `SELECT coalesce(max(enrolled_at), 0) FROM enrolment
     WHERE edition_id = ? AND status IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
    editionId,
    JSON.stringify(statuses),
  );
  return Math.max(Date.parse(writer.now()), last + 1);
}

/** Runs a change of one enrolment. Refuses NOT_FOUND and EDITION_CLOSED. */
export function changeEnrolment<Answer>(
  writer: Writer,
  enrolmentId: EnrolmentId,
  change: (enrolment: { edition_id: EditionId; status: EnrolmentStatus }) => Answer,
): Answer | Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> {
  return inTransaction(writer.db, () => {
    const enrolment = findRow<{ edition_id: EditionId; status: EnrolmentStatus }>(
      writer.db,
      'SELECT edition_id, status FROM enrolment WHERE id = ? AND deleted_at IS NULL',
      enrolmentId,
    );
    if (enrolment === undefined) return refuse('NOT_FOUND');
    return findObstacle(writer.db, enrolment.edition_id) ?? change(enrolment);
  });
}

/** One of the enrolments that were just listed; it being gone is a fault of the program. */
export function pickEnrolment(enrolments: readonly Enrolment[], id: EnrolmentId): Enrolment {
  const enrolment = enrolments.find((each) => each.id === id);
  if (enrolment === undefined) throw new Error(`enrolment ${id} is gone`);
  return enrolment;
}
