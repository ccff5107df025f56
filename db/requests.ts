import { hasLeft } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { inTransaction, updateRow, type Writer } from './database.ts';
import { findObstacle } from './edition-status.ts';
import {
  arePeople,
  findEnrolmentsOf,
  listEnrolmentRows,
  nextInstantAmong,
  writeEnrolment,
} from './enrolment-rows.ts';

type StepRefusal = Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'>;

/**
 * Notes that people asked to take part, in the order given. A request holds neither seat nor place in the waiting
 * list: both are had from its acceptance on, which is enrolling them (`enrolPeople`). Who is in the edition or asked
 * already stays as they are; who left asks anew. Refuses NOT_FOUND (edition or a person) and EDITION_CLOSED.
 */
export function requestEnrolment(
  writer: Writer,
  { editionId, personIds }: { editionId: EditionId; personIds: readonly PersonId[] },
): { requested: EnrolmentId[]; alreadyEnrolled: PersonId[] } | StepRefusal {
  return inTransaction(writer.db, () => {
    const obstacle = findObstacle(writer.db, editionId);
    if (obstacle !== null) return obstacle;
    if (!arePeople(writer.db, personIds)) return refuse('NOT_FOUND');
    const known = findEnrolmentsOf(writer.db, editionId);
    const distinct = [...new Set(personIds)];
    const isThere = (personId: PersonId) => {
      const enrolment = known.get(personId);
      return enrolment !== undefined && !hasLeft(enrolment.status);
    };
    const askedAt = nextInstantAmong(writer, editionId, 'requested');
    const requested = distinct
      .filter((personId) => !isThere(personId))
      .map((personId, index) =>
        writeEnrolment(
          writer,
          { editionId, personId, knownId: known.get(personId)?.id ?? null },
          {
            status: 'requested',
            enrolled_at: askedAt + index,
            withdrawn_reason: null,
            exception_reason: null,
            prerequisite_reason: null,
          },
        ),
      );
    return { requested, alreadyEnrolled: distinct.filter(isThere) };
  });
}

/**
 * Declines requests with a reason; they keep when they asked, should the decision be taken back. What is no request
 * (any more) stays as it is and is not among those answered. Refuses NOT_FOUND and EDITION_CLOSED.
 */
export function declineRequests(
  writer: Writer,
  { enrolmentIds, reason }: { enrolmentIds: readonly EnrolmentId[]; reason: string },
): { declined: EnrolmentId[] } | StepRefusal {
  return inTransaction(writer.db, () => {
    const rows = listEnrolmentRows(writer.db, enrolmentIds);
    if (rows.length < new Set(enrolmentIds).size) return refuse('NOT_FOUND');
    for (const editionId of new Set(rows.map((row) => row.edition_id))) {
      const obstacle = findObstacle(writer.db, editionId);
      if (obstacle !== null) return obstacle;
    }
    const declined = rows.filter(({ status }) => status === 'requested').map(({ id }) => id);
    for (const id of declined) {
      updateRow(writer, 'enrolment', { id }, { status: 'declined', withdrawn_reason: reason });
    }
    return { declined };
  });
}
