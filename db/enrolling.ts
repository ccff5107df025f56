import type { EditionStatus } from '../domain/edition.ts';
import type { Enrolment, EnrolmentStatus } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId, ImportId, PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type Role, roleAllows } from '../domain/role.ts';
import {
  all,
  deleteRow,
  findRow,
  getNumber,
  inTransaction,
  insertRow,
  type ReadableDb,
  updateRow,
  type Writer,
} from './database.ts';
import { findEditionStatus, findObstacle } from './edition-status.ts';
import { listEnrolments } from './enrolments.ts';
import { keepResultsDigest } from './results-digest.ts';
import { fillFreeSeats, getSeats } from './seats.ts';

export interface EnrolmentOrder {
  editionId: EditionId;
  personIds: readonly PersonId[];
  /** A coordinator's words for enrolling beyond the capacity or into a closed edition; recorded where they were needed. */
  exceptionReason: string | null;
  /** Of whoever enrols. */
  role: Role;
  /** The import this is part of, or null. */
  importId: ImportId | null;
}

interface EnrolmentOutcome {
  enrolled: EnrolmentId[];
  waiting: EnrolmentId[];
  alreadyEnrolled: PersonId[];
}

type EnrolmentRefusal = Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> | Refusal<'COORDINATOR_NEEDED'>;

/**
 * Enrols people in the order given; whoever finds no seat waits behind those who wait already. A coordinator's
 * exception takes people in beyond the capacity (also someone who waits) or into a closed edition, where they
 * count as completed. Someone who withdrew is readmitted with the same enrolment, but never by an import: undoing an
 * import must take back all it did. Refuses NOT_FOUND (edition or a person), EDITION_CLOSED and COORDINATOR_NEEDED.
 */
export function enrolPeople(writer: Writer, order: EnrolmentOrder): EnrolmentOutcome | EnrolmentRefusal {
  return inTransaction(writer.db, () => {
    const status = findEditionStatus(writer.db, order.editionId);
    if (status === null) return refuse('NOT_FOUND');
    const refusal = refuseOrder(writer.db, order, status);
    if (refusal !== null) return refusal;
    const seat = () => seatEveryone(writer, order, status);
    return status === 'closed' ? keepResultsDigest(writer, order.editionId, seat) : seat();
  });
}

function refuseOrder(db: ReadableDb, order: EnrolmentOrder, status: EditionStatus): EnrolmentRefusal | null {
  const isException = order.exceptionReason !== null;
  if (isException && !roleAllows(order.role, 'coordinator')) return refuse('COORDINATOR_NEEDED');
  if (status === 'cancelled' || (status === 'closed' && !isException)) return refuse('EDITION_CLOSED');
  const personIds = [...new Set(order.personIds)];
  const known = getNumber(
    db,
    'SELECT count(*) FROM person WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
    JSON.stringify(personIds),
  );
  return known === personIds.length ? null : refuse('NOT_FOUND');
}

function seatEveryone(writer: Writer, order: EnrolmentOrder, editionStatus: EditionStatus): EnrolmentOutcome {
  const { editionId, exceptionReason } = order;
  fillFreeSeats(writer, editionId);
  const enrolmentByPerson = findEnrolmentsOf(writer.db, editionId);
  const isClosed = editionStatus === 'closed';
  let free = isClosed ? 0 : getSeats(writer.db, editionId).free;
  const waitsSince = nextWaitingInstant(writer, editionId);
  const outcome: EnrolmentOutcome = { enrolled: [], waiting: [], alreadyEnrolled: [] };
  for (const personId of new Set(order.personIds)) {
    const known = enrolmentByPerson.get(personId) ?? null;
    if (known !== null && !mayTakeSeat(known.status, order)) {
      outcome.alreadyEnrolled.push(personId);
      continue;
    }
    const status = seatFor(free, isClosed, exceptionReason);
    const usesException = status !== 'waiting' && free === 0;
    if (status === 'enrolled' && free > 0) free -= 1;
    const id = writeEnrolment(writer, order, personId, known?.id ?? null, {
      status,
      enrolled_at: waitsSince + outcome.waiting.length,
      withdrawn_reason: null,
      exception_reason: usesException ? exceptionReason : null,
    });
    outcome[status === 'waiting' ? 'waiting' : 'enrolled'].push(id);
  }
  return outcome;
}

/** Someone known to the edition takes a seat if they asked or withdrew, or if they wait and a coordinator says so. */
function mayTakeSeat(status: EnrolmentStatus, { exceptionReason, importId }: EnrolmentOrder): boolean {
  if (status === 'requested') return true;
  if (status === 'withdrawn') return importId === null;
  return status === 'waiting' && exceptionReason !== null;
}

function seatFor(
  free: number,
  isClosed: boolean,
  exceptionReason: string | null,
): 'enrolled' | 'completed' | 'waiting' {
  if (isClosed) return 'completed';
  return free > 0 || exceptionReason !== null ? 'enrolled' : 'waiting';
}

interface WrittenEnrolment {
  status: EnrolmentStatus;
  enrolled_at: number;
  withdrawn_reason: null;
  exception_reason: string | null;
}

function writeEnrolment(
  writer: Writer,
  { editionId, importId }: EnrolmentOrder,
  personId: PersonId,
  knownId: EnrolmentId | null,
  row: WrittenEnrolment,
): EnrolmentId {
  if (knownId !== null) {
    updateRow(writer, 'enrolment', { id: knownId }, { ...row });
    return knownId;
  }
  const id = writer.newId() as EnrolmentId;
  insertRow(writer, 'enrolment', {
    id,
    edition_id: editionId,
    person_id: personId,
    import_id: importId,
    ...row,
  });
  return id;
}

interface KnownEnrolment {
  id: EnrolmentId;
  status: EnrolmentStatus;
}

/** The enrolment of each person of an edition: the active one where an earlier one was withdrawn. */
function findEnrolmentsOf(db: ReadableDb, editionId: EditionId): Map<PersonId, KnownEnrolment> {
  const rows = all<KnownEnrolment & { person_id: PersonId }>(
    db,
    `SELECT id, status, person_id FROM enrolment WHERE edition_id = ? AND deleted_at IS NULL
     ORDER BY status <> 'withdrawn'`,
    editionId,
  );
  return new Map(rows.map((row) => [row.person_id, row]));
}

/** Now, or just after the last who waits: a clock that was set back must not let anyone jump the queue. */
function nextWaitingInstant(writer: Writer, editionId: EditionId): number {
  const last = getNumber(
    writer.db,
    `SELECT coalesce(max(enrolled_at), 0) FROM enrolment
     WHERE edition_id = ? AND status = 'waiting' AND deleted_at IS NULL`,
    editionId,
  );
  return Math.max(Date.parse(writer.now()), last + 1);
}

/** Frees the seat of an enrolment and answers who moved up from the waiting list. */
export function withdrawEnrolment(
  writer: Writer,
  { enrolmentId, reason }: { enrolmentId: EnrolmentId; reason: string },
): { enrolment: Enrolment; movedUp: Enrolment[] } | Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> {
  return changeEnrolment(writer, enrolmentId, ({ edition_id }) => {
    updateRow(
      writer,
      'enrolment',
      { id: enrolmentId },
      { status: 'withdrawn', withdrawn_reason: reason, exception_reason: null },
    );
    const movedUp = fillFreeSeats(writer, edition_id);
    const enrolments = listEnrolments(writer.db, edition_id);
    return {
      enrolment: pickEnrolment(enrolments, enrolmentId),
      movedUp: movedUp.map((id) => pickEnrolment(enrolments, id)),
    };
  });
}

/** Takes a withdrawal back: to a seat if one is free, else to the end of the waiting list. */
export function readmitEnrolment(
  writer: Writer,
  { enrolmentId }: { enrolmentId: EnrolmentId },
): Enrolment | Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> {
  return changeEnrolment(writer, enrolmentId, ({ edition_id, status }) => {
    if (status === 'withdrawn') {
      const enrolledAt = nextWaitingInstant(writer, edition_id);
      updateRow(
        writer,
        'enrolment',
        { id: enrolmentId },
        { status: 'waiting', enrolled_at: enrolledAt, withdrawn_reason: null, exception_reason: null },
      );
      fillFreeSeats(writer, edition_id);
    }
    return pickEnrolment(listEnrolments(writer.db, edition_id), enrolmentId);
  });
}

/**
 * Undoes an enrolment made by mistake and answers who moved up. Refuses ENROLMENT_IN_USE once attendance or grades
 * were recorded or a certificate was issued.
 */
export function removeEnrolment(
  writer: Writer,
  { enrolmentId }: { enrolmentId: EnrolmentId },
): { movedUp: Enrolment[] } | Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> | Refusal<'ENROLMENT_IN_USE'> {
  return changeEnrolment(writer, enrolmentId, ({ edition_id }) => {
    if (isEnrolmentInUse(writer.db, enrolmentId)) return refuse('ENROLMENT_IN_USE');
    forgetJoined(writer, enrolmentId);
    deleteRow(writer, 'enrolment', { id: enrolmentId });
    const movedUp = fillFreeSeats(writer, edition_id);
    const enrolments = listEnrolments(writer.db, edition_id);
    return { movedUp: movedUp.map((id) => pickEnrolment(enrolments, id)) };
  });
}

/** Those that had become part of this one lead to none any more: that is known here, so nobody need be asked. */
function forgetJoined(writer: Writer, enrolmentId: EnrolmentId): void {
  const rows = all<{ id: EnrolmentId }>(
    writer.db,
    'SELECT id FROM enrolment WHERE joined_into = ?',
    enrolmentId,
  );
  for (const { id } of rows) updateRow(writer, 'enrolment', { id }, { joined_into: null });
}

/** Whether marks, grades or certificates, revoked ones too, rest upon an enrolment. */
function isEnrolmentInUse(db: ReadableDb, enrolmentId: EnrolmentId): boolean {
  const row = findRow(
    db,
    `SELECT 1 FROM attendance_mark WHERE enrolment_id = @enrolmentId AND deleted_at IS NULL
     UNION ALL SELECT 1 FROM grade WHERE enrolment_id = @enrolmentId AND deleted_at IS NULL
     UNION ALL SELECT 1 FROM certificate WHERE enrolment_id = @enrolmentId AND deleted_at IS NULL LIMIT 1`,
    { enrolmentId },
  );
  return row !== undefined;
}

function changeEnrolment<Answer>(
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

function pickEnrolment(enrolments: readonly Enrolment[], id: EnrolmentId): Enrolment {
  const enrolment = enrolments.find((each) => each.id === id);
  if (enrolment === undefined) throw new Error(`enrolment ${id} is gone`);
  return enrolment;
}
