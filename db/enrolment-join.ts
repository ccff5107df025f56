import type { AttendanceMark } from '../domain/attendance.ts';
import { type EnrolmentStatus, strongestStatuses } from '../domain/enrolment.ts';
import type { AssessmentId, EditionId, EnrolmentId, SessionId } from '../domain/ids.ts';
import type { EnrolmentJoin } from '../domain/person-merge.ts';
import {
  all,
  deleteRow,
  inTransaction,
  type ReadableDb,
  type SqlRow,
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
}

interface Join extends EnrolmentJoin {
  goneIds: readonly EnrolmentId[];
}

/** Enrolments as a join sees them, the strongest first: who holds a seat before who waits, then who came first. */
export function listByStrength(db: ReadableDb, ids: readonly EnrolmentId[]): EnrolmentRow[] {
  const rows = all<EnrolmentRow>(
    db,
    `SELECT id, edition_id, status, enrolled_at, withdrawn_reason, exception_reason FROM enrolment
     WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY enrolled_at, id`,
    JSON.stringify(ids),
  );
  return rows.toSorted((a, b) => strongestStatuses.indexOf(a.status) - strongestStatuses.indexOf(b.status));
}

/**
 * Makes several enrolments of one person in an edition one. Marks, scores and certificates of the others go to the
 * kept one, which also gets the strongest status of them all; where both say something and it differs, the kept one's
 * word stands unless the other's was chosen. Whoever waits moves up into a seat that becomes free.
 */
export function joinEnrolments(writer: Writer, { keptId, goneIds, ...taken }: Join): void {
  inTransaction(writer.db, () => {
    const [strongest] = listByStrength(writer.db, [keptId, ...goneIds]);
    if (strongest === undefined) throw new Error(`enrolment ${keptId} is gone`);
    const { id: _, edition_id: editionId, ...standing } = strongest;
    const join = () => {
      for (const goneId of goneIds) {
        moveMarks(writer, keptId, goneId, taken);
        moveGrades(writer, keptId, goneId, taken);
        moveCertificates(writer, keptId, goneId);
        deleteRow(writer, 'enrolment', { id: goneId });
      }
      if (strongest.id !== keptId) updateRow(writer, 'enrolment', { id: keptId }, { ...standing });
    };
    keepResultsDigest(writer, editionId, join, goneIds);
    fillFreeSeats(writer, editionId);
  });
}

function moveMarks(
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
    moveFact(
      writer,
      'attendance_mark',
      { session_id },
      { keptId, goneId },
      { mark },
      isTaken || !known.has(session_id),
    );
  }
}

function moveGrades(
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
    moveFact(
      writer,
      'grade',
      { assessment_id },
      { keptId, goneId },
      { score },
      isTaken || !known.has(assessment_id),
    );
  }
}

/** What is recorded of the one that goes is deleted; of the one that is kept it is written where it shall stand. */
function moveFact(
  writer: Writer,
  table: 'attendance_mark' | 'grade',
  of: SqlRow,
  { keptId, goneId }: { keptId: EnrolmentId; goneId: EnrolmentId },
  value: SqlRow,
  stands: boolean,
): void {
  if (stands) upsertRow(writer, table, { ...of, enrolment_id: keptId }, value);
  deleteRow(writer, table, { ...of, enrolment_id: goneId });
}

function moveCertificates(writer: Writer, keptId: EnrolmentId, goneId: EnrolmentId): void {
  const rows = all<{ id: string }>(writer.db, 'SELECT id FROM certificate WHERE enrolment_id = ?', goneId);
  for (const { id } of rows) updateRow(writer, 'certificate', { id }, { enrolment_id: keptId });
}
