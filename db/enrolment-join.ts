import type { AttendanceMark } from '../domain/attendance.ts';
import { type EnrolmentStatus, strongestStatuses } from '../domain/enrolment.ts';
import type { AssessmentId, EditionId, EnrolmentId, SessionId } from '../domain/ids.ts';
import type { EnrolmentJoin } from '../domain/person-merge.ts';
import {
  all,
  deleteRow,
  inTransaction,
  type ReadableDb,
  updateRow,
  upsertRow,
  type Writer,
} from './database.ts';
import { keepResultsDigest } from './results-digest.ts';
import { fillFreeSeats } from './seats.ts';

interface EnrolmentRow {
  id: EnrolmentId;
  edition_id: EditionId;
  status: EnrolmentStatus;
  enrolled_at: number;
  withdrawn_reason: string | null;
  exception_reason: string | null;
  prerequisite_reason: string | null;
  transferred_from: EnrolmentId | null;
}

interface Join extends EnrolmentJoin {
  goneIds: readonly EnrolmentId[];
}

/** Enrolments as a join sees them, the strongest first: who holds a seat before who waits, then who came first. */
export function listByStrength(db: ReadableDb, ids: readonly EnrolmentId[]): EnrolmentRow[] {
  const rows = all<EnrolmentRow>(
    db,
    `SELECT id, edition_id, status, enrolled_at, withdrawn_reason, exception_reason, prerequisite_reason,
       transferred_from
     FROM enrolment
     WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY enrolled_at, id`,
    JSON.stringify(ids),
  );
  return rows.toSorted((a, b) => strongestStatuses.indexOf(a.status) - strongestStatuses.indexOf(b.status));
}

/**
 * Makes several enrolments of one person in an edition one. Marks, scores and certificates of the others become the
 * kept one's too, which also gets the strongest status of those that stand; where both say something and it differs,
 * the kept one's word stands unless the other's was chosen. What was recorded of the others stays with them, so that
 * nothing is lost where another PC keeps another one. Whoever waits moves up into a seat that becomes free.
 */
export function joinEnrolments(writer: Writer, { keptId, goneIds, ...taken }: Join): void {
  inTransaction(writer.db, () => {
    const [strongest] = listByStrength(writer.db, [keptId, ...goneIds]);
    if (strongest === undefined) throw new Error(`enrolment ${keptId} is gone`);
    const { id: strongestId, edition_id: editionId, ...standing } = strongest;
    const join = () => {
      for (const goneId of goneIds) {
        copyMarks(writer, keptId, goneId, taken);
        copyGrades(writer, keptId, goneId, taken);
        moveCertificates(writer, keptId, goneId);
        updateRow(writer, 'enrolment', { id: goneId }, { joined_into: keptId });
        deleteRow(writer, 'enrolment', { id: goneId });
      }
      if (strongestId !== keptId) updateRow(writer, 'enrolment', { id: keptId }, { ...standing });
    };
    keepResultsDigest(writer, editionId, join, goneIds);
    fillFreeSeats(writer, editionId);
  });
}

function copyMarks(
  writer: Writer,
  keptId: EnrolmentId,
  goneId: EnrolmentId,
  { takenMarks }: Pick<EnrolmentJoin, 'takenMarks'>,
): void {
  const sql = 'SELECT session_id, mark FROM attendance_mark WHERE enrolment_id = ? AND deleted_at IS NULL';
  type MarkRow = { session_id: SessionId; mark: AttendanceMark };
  const known = new Set(all<MarkRow>(writer.db, sql, keptId).map((row) => row.session_id));
  for (const { session_id, mark } of all<MarkRow>(writer.db, sql, goneId)) {
    const isTaken = takenMarks.some(
      ({ sessionId, enrolmentId }) => sessionId === session_id && enrolmentId === goneId,
    );
    if (known.has(session_id) && !isTaken) continue;
    upsertRow(writer, 'attendance_mark', { session_id, enrolment_id: keptId }, { mark });
  }
}

function copyGrades(
  writer: Writer,
  keptId: EnrolmentId,
  goneId: EnrolmentId,
  { takenGrades }: Pick<EnrolmentJoin, 'takenGrades'>,
): void {
  const sql = 'SELECT assessment_id, score FROM grade WHERE enrolment_id = ? AND deleted_at IS NULL';
  type GradeRow = { assessment_id: AssessmentId; score: number };
  const known = new Set(all<GradeRow>(writer.db, sql, keptId).map((row) => row.assessment_id));
  for (const { assessment_id, score } of all<GradeRow>(writer.db, sql, goneId)) {
    const isTaken = takenGrades.some(
      ({ assessmentId, enrolmentId }) => assessmentId === assessment_id && enrolmentId === goneId,
    );
    if (known.has(assessment_id) && !isTaken) continue;
    upsertRow(writer, 'grade', { assessment_id, enrolment_id: keptId }, { score });
  }
}

function moveCertificates(writer: Writer, keptId: EnrolmentId, goneId: EnrolmentId): void {
  const rows = all<{ id: string }>(writer.db, 'SELECT id FROM certificate WHERE enrolment_id = ?', goneId);
  for (const { id } of rows) updateRow(writer, 'certificate', { id }, { enrolment_id: keptId });
}
