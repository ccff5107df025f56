import { canMoveEdition, type Edition, type EditionStatus } from '../domain/edition.ts';
import type { EditionId, EnrolmentId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import {
  all,
  deleteRow,
  findRow,
  getNumber,
  inTransaction,
  type ReadableDb,
  restoreRow,
  updateRow,
  type Writer,
} from './database.ts';
import { followCourse, keepCourse } from './edition-course.ts';
import { findEditionStatus } from './edition-status.ts';
import { countCertificates, countSessions, findEdition } from './editions.ts';
import { requireJustWritten } from './just-written.ts';
import { renewResultsDigest } from './results-digest.ts';
import { fillFreeSeats } from './seats.ts';

type WrongStatus = Refusal<'WRONG_STATUS', { from: EditionStatus; to: EditionStatus }>;
type NotFound = Refusal<'NOT_FOUND'>;

/**
 * Takes an edition a step on or back, up to running. Refuses NOT_FOUND, WRONG_STATUS (a closed one is reopened
 * instead) and NO_SESSIONS where one without sessions should run.
 */
export function moveEdition(
  writer: Writer,
  { editionId, to }: { editionId: EditionId; to: Exclude<EditionStatus, 'closed'> },
): Edition | NotFound | WrongStatus | Refusal<'NO_SESSIONS'> {
  return inTransaction(writer.db, () => {
    const from = findEditionStatus(writer.db, editionId);
    if (from === null) return refuse('NOT_FOUND');
    if (from === 'closed' || !canMoveEdition(from, to)) return refuse('WRONG_STATUS', { from, to });
    if (to === 'running' && countSessions(writer.db, editionId) === 0) return refuse('NO_SESSIONS');
    updateRow(writer, 'edition', { id: editionId }, { status: to });
    if (to === 'running') keepCourse(writer, editionId);
    else followCourse(writer, editionId);
    fillFreeSeats(writer, editionId);
    return requireJustWritten(findEdition(writer.db, editionId));
  });
}

/**
 * Closes a running edition: whoever is enrolled has completed it, and what was not recorded counts as missed. Refuses
 * NOT_FOUND, WRONG_STATUS, and UNRECORDED_SESSIONS with the number of sessions that are neither held nor cancelled,
 * unless that is accepted.
 */
export function closeEdition(
  writer: Writer,
  { editionId, acceptsUnrecorded }: { editionId: EditionId; acceptsUnrecorded: boolean },
): Edition | NotFound | WrongStatus | Refusal<'UNRECORDED_SESSIONS', { sessions: number }> {
  return inTransaction(writer.db, () => {
    const from = findEditionStatus(writer.db, editionId);
    if (from === null) return refuse('NOT_FOUND');
    if (!canMoveEdition(from, 'closed')) return refuse('WRONG_STATUS', { from, to: 'closed' as const });
    const sessions = countUnrecordedSessions(writer.db, editionId);
    if (sessions > 0 && !acceptsUnrecorded) return refuse('UNRECORDED_SESSIONS', { sessions });
    const closedAt = Date.parse(writer.now());
    updateRow(writer, 'edition', { id: editionId }, { status: 'closed', closed_at: closedAt });
    replaceEnrolmentStatus(writer, editionId, 'enrolled', 'completed');
    renewResultsDigest(writer, editionId);
    return requireJustWritten(findEdition(writer.db, editionId));
  });
}

/**
 * Takes a closing back: the edition runs again. Refuses NOT_FOUND, WRONG_STATUS, and CERTIFICATES_ISSUED with the
 * number of certificates that hold.
 */
export function reopenEdition(
  writer: Writer,
  { editionId }: { editionId: EditionId },
): Edition | NotFound | WrongStatus | Refusal<'CERTIFICATES_ISSUED', { certificates: number }> {
  return inTransaction(writer.db, () => {
    const from = findEditionStatus(writer.db, editionId);
    if (from === null) return refuse('NOT_FOUND');
    if (from !== 'closed') return refuse('WRONG_STATUS', { from, to: 'running' as const });
    const certificates = countCertificates(writer.db, editionId);
    if (certificates > 0) return refuse('CERTIFICATES_ISSUED', { certificates });
    updateRow(writer, 'edition', { id: editionId }, reopened);
    replaceEnrolmentStatus(writer, editionId, 'completed', 'enrolled');
    fillFreeSeats(writer, editionId);
    return requireJustWritten(findEdition(writer.db, editionId));
  });
}

/** What an edition that was closed is once it runs again. */
const reopened = { status: 'running', closed_at: null, results_digest: null } as const;

/** Deletes an edition nobody was ever enrolled in. Refuses NOT_FOUND and EDITION_IN_USE with the enrolments. */
export function removeEdition(
  writer: Writer,
  { editionId }: { editionId: EditionId },
): null | NotFound | Refusal<'EDITION_IN_USE', { enrolments: number }> {
  return inTransaction(writer.db, () => {
    if (findEditionStatus(writer.db, editionId) === null) return refuse('NOT_FOUND');
    const enrolments = getNumber(
      writer.db,
      'SELECT count(*) FROM enrolment WHERE edition_id = ? AND deleted_at IS NULL',
      editionId,
    );
    if (enrolments > 0) return refuse('EDITION_IN_USE', { enrolments });
    deleteRow(writer, 'edition', { id: editionId });
    return null;
  });
}

/** Takes the deletion of an edition back. Refuses NOT_FOUND, also where its course was deleted. */
export function restoreEdition(writer: Writer, { editionId }: { editionId: EditionId }): Edition | NotFound {
  return inTransaction(writer.db, () => {
    const row = findRow(
      writer.db,
      `SELECT 1 FROM edition e JOIN course c ON c.id = e.course_id WHERE e.id = ? AND c.deleted_at IS NULL`,
      editionId,
    );
    if (row === undefined) return refuse('NOT_FOUND');
    restoreRow(writer, 'edition', { id: editionId });
    return requireJustWritten(findEdition(writer.db, editionId));
  });
}

function countUnrecordedSessions(db: ReadableDb, editionId: EditionId): number {
  return getNumber(
    db,
    `SELECT count(*) FROM session WHERE edition_id = ? AND state = 'planned' AND deleted_at IS NULL`,
    editionId,
  );
}

function replaceEnrolmentStatus(
  writer: Writer,
  editionId: EditionId,
  from: 'enrolled' | 'completed',
  to: 'enrolled' | 'completed',
): void {
  const rows = all<{ id: EnrolmentId }>(
    writer.db,
    'SELECT id FROM enrolment WHERE edition_id = ? AND status = ? AND deleted_at IS NULL',
    editionId,
    from,
  );
  for (const { id } of rows) updateRow(writer, 'enrolment', { id }, { status: to });
}
