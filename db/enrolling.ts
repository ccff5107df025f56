import type { EditionStatus } from '../domain/edition.ts';
import { type Enrolment, type EnrolmentStatus, hasLeft } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId, ImportId, PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { type Role, roleAllows } from '../domain/role.ts';
import {
  all,
  deleteRow,
  findRow,
  inTransaction,
  type ReadableDb,
  updateRow,
  type Writer,
} from './database.ts';
import { findEditionStatus } from './edition-status.ts';
import {
  arePeople,
  changeEnrolment,
  findEnrolmentsOf,
  type KnownEnrolment,
  nextInstantAmong,
  pickEnrolment,
  writeEnrolment,
} from './enrolment-rows.ts';
import { listEnrolments } from './enrolments.ts';
import { listMissingPrerequisites } from './prerequisites.ts';
import { keepResultsDigest } from './results-digest.ts';
import { fillFreeSeats, getSeats } from './seats.ts';

export interface EnrolmentOrder {
  editionId: EditionId;
  personIds: readonly PersonId[];
  /** A coordinator's words for enrolling beyond the capacity or into a closed edition; recorded where they were needed. */
  exceptionReason: string | null;
  /** A coordinator's words, told by a registrar or said by themselves, for those who had not passed what the course asks for; recorded where they lack it. */
  prerequisiteReason: string | null;
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
 * Enrols people: first those of them who had asked, in the order in which they did, which accepts their requests;
 * then the others in the order given. Whoever finds no seat waits behind those who wait already. A coordinator's
 * exception takes people in beyond the capacity (also someone who waits) or into a closed edition, where they
 * count as completed. Someone who left is readmitted with the same enrolment. An import accepts no request and readmits
 * nobody: undoing it must take back all it did. Lacking what the course asks for keeps nobody out. Refuses NOT_FOUND
 * (edition or a person), EDITION_CLOSED and COORDINATOR_NEEDED.
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
  if (order.prerequisiteReason !== null && !roleAllows(order.role, 'registrar')) {
    return refuse('COORDINATOR_NEEDED');
  }
  if (status === 'cancelled' || (status === 'closed' && !isException)) return refuse('EDITION_CLOSED');
  return arePeople(db, order.personIds) ? null : refuse('NOT_FOUND');
}

function seatEveryone(writer: Writer, order: EnrolmentOrder, editionStatus: EditionStatus): EnrolmentOutcome {
  const { editionId, exceptionReason } = order;
  fillFreeSeats(writer, editionId);
  const enrolmentByPerson = findEnrolmentsOf(writer.db, editionId);
  const isClosed = editionStatus === 'closed';
  let free = isClosed ? 0 : getSeats(writer.db, editionId).free;
  const waitsSince = nextInstantAmong(writer, editionId, 'waiting');
  const excused = listExcused(writer.db, order);
  /** Who is in the edition or asked keeps the word that was given, unless there is a new one. */
  const wordFor = (personId: PersonId) => {
    if (excused.has(personId)) return { prerequisite_reason: order.prerequisiteReason };
    const known = enrolmentByPerson.get(personId);
    return known === undefined || hasLeft(known.status) ? { prerequisite_reason: null } : {};
  };
  const outcome: EnrolmentOutcome = { enrolled: [], waiting: [], alreadyEnrolled: [] };
  for (const personId of inOrderOfArrival(order.personIds, enrolmentByPerson)) {
    const known = enrolmentByPerson.get(personId) ?? null;
    if (known !== null && !mayTakeSeat(known.status, order)) {
      outcome.alreadyEnrolled.push(personId);
      continue;
    }
    const status = seatFor(free, isClosed, exceptionReason);
    const usesException = status !== 'waiting' && free === 0;
    if (status === 'enrolled' && free > 0) free -= 1;
    const row = {
      status,
      enrolled_at: waitsSince + outcome.waiting.length,
      withdrawn_reason: null,
      exception_reason: usesException ? exceptionReason : null,
      ...wordFor(personId),
      ...(known === null ? { import_id: order.importId } : {}),
    };
    const id = writeEnrolment(writer, { editionId, personId, knownId: known?.id ?? null }, row);
    outcome[status === 'waiting' ? 'waiting' : 'enrolled'].push(id);
  }
  return outcome;
}

/** Who had asked comes first, in the order in which they did; the others as they are given. */
function inOrderOfArrival(
  personIds: readonly PersonId[],
  enrolmentByPerson: ReadonlyMap<PersonId, KnownEnrolment>,
): PersonId[] {
  const askedAt = (personId: PersonId) => {
    const known = enrolmentByPerson.get(personId);
    return known?.status === 'requested' ? known.enrolled_at : Number.POSITIVE_INFINITY;
  };
  const distinct = [...new Set(personIds)];
  // Sorting is stable: Infinity less Infinity is no number, so those who never asked are compared as equal.
  return distinct.toSorted((a, b) => askedAt(a) - askedAt(b) || 0);
}

/** Those of an order whom the coordinator's word is about. */
function listExcused(
  db: ReadableDb,
  { editionId, personIds, prerequisiteReason }: EnrolmentOrder,
): Set<PersonId> {
  if (prerequisiteReason === null) return new Set();
  const missing = listMissingPrerequisites(db, { editionId, personIds });
  return new Set(missing.map(({ personId }) => personId));
}

/** Someone known to the edition takes a seat if they asked or left, or if they wait and a coordinator says so. */
function mayTakeSeat(status: EnrolmentStatus, { exceptionReason, importId }: EnrolmentOrder): boolean {
  if (status === 'requested' || hasLeft(status)) return importId === null;
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

/**
 * Takes a withdrawal back: to a seat if one is free, else to the end of the waiting list. Who was declined asks
 * again, since when they asked first.
 */
export function readmitEnrolment(
  writer: Writer,
  { enrolmentId }: { enrolmentId: EnrolmentId },
): Enrolment | Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> {
  return changeEnrolment(writer, enrolmentId, ({ edition_id, status }) => {
    if (status === 'declined') {
      updateRow(writer, 'enrolment', { id: enrolmentId }, { status: 'requested', withdrawn_reason: null });
    }
    if (status === 'withdrawn') {
      const enrolledAt = nextInstantAmong(writer, edition_id, 'waiting');
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
