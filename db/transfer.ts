import { holdsSeat, writeTransferReason } from '../domain/enrolment.ts';
import type { Enrolment } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { fullName } from '../domain/person-name.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { findRow, updateRow, type Writer } from './database.ts';
import { findObstacle } from './edition-status.ts';
import { enrolPeople } from './enrolling.ts';
import { findEnrolmentsOf, type KnownEnrolment, listEnrolmentRows, pickEnrolment } from './enrolment-rows.ts';
import { listEnrolments } from './enrolments.ts';
import { inTransactionUnlessRefused } from './refusable-transaction.ts';
import { fillFreeSeats } from './seats.ts';

export interface TransferOrder {
  enrolmentIds: readonly EnrolmentId[];
  /** Where they go. */
  editionId: EditionId;
}

interface TransferOutcome {
  enrolled: EnrolmentId[];
  waiting: EnrolmentId[];
  /** Who moved up into the seats that became free. */
  movedUp: Enrolment[];
}

type TransferRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> | Refusal<'ALREADY_ENROLLED', { names: string[] }>;

/**
 * Moves people who have a seat or wait to another edition, of any course. What was recorded of them stays with the
 * old enrolment, which is withdrawn with the new edition's code as the reason; nothing of it counts there. They come
 * last where they go, those with a seat before those who waited, each in the order in which they came; whoever finds
 * no seat waits. Refuses NOT_FOUND (also of someone with neither seat nor place), EDITION_CLOSED (either one), and
 * ALREADY_ENROLLED with the names of those who are in the other edition already.
 */
export function transferEnrolments(writer: Writer, order: TransferOrder): TransferOutcome | TransferRefusal {
  return inTransactionUnlessRefused(writer, () => {
    const rows = listEnrolmentRows(writer.db, order.enrolmentIds);
    const refusal = refuseTransfer(writer, order, rows);
    if (refusal !== null) return refusal;
    const inOrder = rows.toSorted((a, b) => Number(holdsSeat(b.status)) - Number(holdsSeat(a.status)));
    const outcome = enrolPeople(writer, {
      editionId: order.editionId,
      personIds: inOrder.map(({ person_id }) => person_id),
      exceptionReason: null,
      prerequisiteReason: null,
      role: 'registrar',
      importId: null,
    });
    if (isRefusal(outcome)) {
      if (outcome.refused === 'COORDINATOR_NEEDED') throw new Error('a transfer asks for no exception');
      return refuse(outcome.refused);
    }
    linkNew(writer, order.editionId, rows);
    return { enrolled: outcome.enrolled, waiting: outcome.waiting, movedUp: leaveOld(writer, order, rows) };
  });
}

function refuseTransfer(
  { db }: Writer,
  { enrolmentIds, editionId }: TransferOrder,
  rows: readonly KnownEnrolment[],
): TransferRefusal | null {
  if (rows.length < new Set(enrolmentIds).size) return refuse('NOT_FOUND');
  for (const id of new Set([editionId, ...rows.map((row) => row.edition_id)])) {
    const obstacle = findObstacle(db, id);
    if (obstacle !== null) return obstacle;
  }
  const areMovable = rows.every(({ status }) => status === 'enrolled' || status === 'waiting');
  if (!areMovable) return refuse('NOT_FOUND');
  const moving = new Set<PersonId>(rows.map((row) => row.person_id));
  const there = listEnrolments(db, editionId).filter(
    ({ personId, status }) => moving.has(personId) && (holdsSeat(status) || status === 'waiting'),
  );
  return there.length === 0 ? null : refuse('ALREADY_ENROLLED', { names: there.slice(0, 10).map(fullName) });
}

/** Each new enrolment says which one it comes from. */
function linkNew(writer: Writer, editionId: EditionId, rows: readonly KnownEnrolment[]): void {
  const newByPerson = findEnrolmentsOf(writer.db, editionId);
  for (const old of rows) {
    const id = newByPerson.get(old.person_id)?.id ?? null;
    updateRow(writer, 'enrolment', { id }, { transferred_from: old.id });
  }
}

function leaveOld(
  writer: Writer,
  { editionId }: TransferOrder,
  rows: readonly KnownEnrolment[],
): Enrolment[] {
  const target = findRow<{ code: string }>(writer.db, 'SELECT code FROM edition WHERE id = ?', editionId);
  for (const { id } of rows) {
    updateRow(
      writer,
      'enrolment',
      { id },
      {
        status: 'withdrawn',
        withdrawn_reason: writeTransferReason(target?.code ?? ''),
        exception_reason: null,
        prerequisite_reason: null,
      },
    );
  }
  return [...new Set(rows.map((row) => row.edition_id))].flatMap((oldId) => {
    const movedUp = fillFreeSeats(writer, oldId);
    const enrolments = listEnrolments(writer.db, oldId);
    return movedUp.map((id) => pickEnrolment(enrolments, id));
  });
}
