import { type AttendanceMark, computeAttendanceShare, type CountedSession } from '../domain/attendance.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { EditionStatus } from '../domain/edition.ts';
import { type EnrolmentStatus, hasBeenIn } from '../domain/enrolment.ts';
import { computeFinalGrade } from '../domain/grade.ts';
import type { AssessmentId, CourseId, EditionId, EnrolmentId, PersonId, SessionId } from '../domain/ids.ts';
import type { AttendancePolicy } from '../domain/office.ts';
import type { PersonEdition } from '../domain/person.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { computeResult, hasMissedLastSessions, type Result } from '../domain/result.ts';
import { all, findRow, type ReadableDb } from './database.ts';
import { findKeptPersonId } from './merged-people.ts';

interface PersonEditionRow {
  edition_id: EditionId;
  code: string;
  course_id: CourseId;
  title: string;
  edition_status: EditionStatus;
  starts_on: CalendarDate;
  lates_per_absence: number | null;
  leave_policy: AttendancePolicy['leave'];
  minimum_attendance: number;
  pass_mark: number | null;
  /** These are null for someone who teaches. */
  enrolment_id: EnrolmentId | null;
  enrolment_status: EnrolmentStatus | null;
  withdrawn_reason: string | null;
  /** These for someone who does not. */
  role: PersonEdition['role'];
  trained: number | null;
}

interface CertificateRow {
  enrolment_id: EnrolmentId;
  folio: string;
  revoked_on: CalendarDate | null;
  revoked_reason: string | null;
}

/** What is known of a person's enrolments beside the editions themselves. */
interface Records {
  sessionsByEdition: ReadonlyMap<EditionId, readonly CountedSession[]>;
  marksByEnrolment: ReadonlyMap<EnrolmentId, readonly { session_id: SessionId; mark: AttendanceMark }[]>;
  assessmentsByEdition: ReadonlyMap<EditionId, readonly { id: AssessmentId; weight: number }[]>;
  scoresByEnrolment: ReadonlyMap<EnrolmentId, readonly { assessment_id: AssessmentId; score: number }[]>;
  certificatesByEnrolment: ReadonlyMap<EnrolmentId, readonly CertificateRow[]>;
}

const editionColumns = `e.id AS edition_id, e.code, e.course_id, c.title, e.status AS edition_status, e.starts_on,
  e.lates_per_absence, e.leave_policy, c.minimum_attendance, c.pass_mark`;

/**
 * The editions a person (or who they have become by merging) is enrolled in or teaches, newest first. The percentage is
 * of all sessions not cancelled, null for who waits for a seat or teaches; the result that of a closed edition.
 */
export function listPersonEditions(
  db: ReadableDb,
  personId: PersonId,
): PersonEdition[] | Refusal<'NOT_FOUND'> {
  const keptId = findKeptPersonId(db, personId);
  const person = findRow(db, 'SELECT 1 FROM person WHERE id = ? AND deleted_at IS NULL', keptId);
  if (keptId === null || person === undefined) return refuse('NOT_FOUND');
  const records = readRecords(db, keptId);
  return listRows(db, keptId).map((row) => rowToPersonEdition(row, records));
}

function listRows(db: ReadableDb, personId: PersonId): PersonEditionRow[] {
  return all<PersonEditionRow>(
    db,
    `SELECT ${editionColumns}, n.id AS enrolment_id, n.status AS enrolment_status, n.withdrawn_reason,
         NULL AS role, NULL AS trained
       FROM enrolment n JOIN edition e ON e.id = n.edition_id JOIN edition_course c ON c.edition_id = e.id
      WHERE n.person_id = ? AND n.deleted_at IS NULL AND e.deleted_at IS NULL
     UNION ALL
     SELECT ${editionColumns}, NULL, NULL, NULL, t.role,
         (SELECT count(DISTINCT n.person_id) FROM enrolment n
           WHERE n.edition_id = e.id AND n.deleted_at IS NULL AND n.status IN ('enrolled', 'completed'))
       FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id JOIN edition_course c ON c.edition_id = e.id
      WHERE t.person_id = ? AND t.deleted_at IS NULL AND e.deleted_at IS NULL
      ORDER BY starts_on DESC, edition_id DESC, enrolment_id`,
    personId,
    personId,
  );
}

const ownEditionsOf = 'SELECT edition_id FROM enrolment WHERE person_id = ? AND deleted_at IS NULL';

function readRecords(db: ReadableDb, personId: PersonId): Records {
  const sessions = all<CountedSession & { edition_id: EditionId }>(
    db,
    `SELECT s.edition_id, s.id, s.minutes, s.state FROM session s
      WHERE s.deleted_at IS NULL AND s.edition_id IN (${ownEditionsOf})
      ORDER BY s.date, s.starts_at, s.id`,
    personId,
  );
  const marks = all<{ enrolment_id: EnrolmentId; session_id: SessionId; mark: AttendanceMark }>(
    db,
    `SELECT m.enrolment_id, m.session_id, m.mark
       FROM enrolment n JOIN attendance_mark m ON m.enrolment_id = n.id
      WHERE n.person_id = ? AND n.deleted_at IS NULL AND m.deleted_at IS NULL`,
    personId,
  );
  const assessments = all<{ edition_id: EditionId; id: AssessmentId; weight: number }>(
    db,
    `SELECT edition_id, id, weight FROM assessment WHERE deleted_at IS NULL AND edition_id IN (${ownEditionsOf})`,
    personId,
  );
  const scores = all<{ enrolment_id: EnrolmentId; assessment_id: AssessmentId; score: number }>(
    db,
    `SELECT g.enrolment_id, g.assessment_id, g.score FROM enrolment n JOIN grade g ON g.enrolment_id = n.id
      WHERE n.person_id = ? AND n.deleted_at IS NULL AND g.deleted_at IS NULL`,
    personId,
  );
  const certificates = all<CertificateRow>(
    db,
    `SELECT enrolment_id, folio, revoked_on, revoked_reason FROM certificate
      WHERE person_id = ? AND deleted_at IS NULL ORDER BY year, series, number`,
    personId,
  );
  return {
    sessionsByEdition: Map.groupBy(sessions, (session) => session.edition_id),
    marksByEnrolment: Map.groupBy(marks, (mark) => mark.enrolment_id),
    assessmentsByEdition: Map.groupBy(assessments, (assessment) => assessment.edition_id),
    scoresByEnrolment: Map.groupBy(scores, (score) => score.enrolment_id),
    certificatesByEnrolment: Map.groupBy(certificates, (certificate) => certificate.enrolment_id),
  };
}

function rowToPersonEdition(row: PersonEditionRow, records: Records): PersonEdition {
  const { enrolment_id: enrolmentId } = row;
  const result = enrolmentId === null ? null : findResult(row, enrolmentId, records);
  const certificates = enrolmentId === null ? undefined : records.certificatesByEnrolment.get(enrolmentId);
  return {
    editionId: row.edition_id,
    editionCode: row.code,
    courseId: row.course_id,
    courseTitle: row.title,
    editionStatus: row.edition_status,
    startsOn: row.starts_on,
    enrolmentId,
    as: enrolmentId === null ? 'trainer' : 'participant',
    enrolmentStatus: row.enrolment_status,
    withdrawnReason: row.withdrawn_reason,
    percentSoFar: result?.percentSoFar ?? null,
    result: row.edition_status === 'closed' ? result : null,
    certificates: (certificates ?? []).map(({ folio, revoked_on, revoked_reason }) => ({
      folio,
      revokedOn: revoked_on,
      revokedReason: revoked_reason,
    })),
    role: row.role,
    trained: row.trained,
  };
}

/** Null for who waits for a seat, asked for one or was declined. */
function findResult(row: PersonEditionRow, enrolmentId: EnrolmentId, records: Records): Result | null {
  const { enrolment_status: enrolmentStatus, edition_id: editionId } = row;
  if (enrolmentStatus === null || !hasBeenIn(enrolmentStatus)) return null;
  const sessions = records.sessionsByEdition.get(editionId) ?? [];
  const marks = records.marksByEnrolment.get(enrolmentId) ?? [];
  const markBySession = new Map(marks.map(({ session_id, mark }) => [session_id, mark]));
  const scores = records.scoresByEnrolment.get(enrolmentId) ?? [];
  const scoreByAssessment = new Map(scores.map(({ assessment_id, score }) => [assessment_id, score]));
  const policy = { latesPerAbsence: row.lates_per_absence, leave: row.leave_policy };
  return computeResult({
    enrolmentStatus,
    share: computeAttendanceShare(sessions, markBySession, policy),
    missedLastSessions: hasMissedLastSessions(sessions, markBySession),
    grade: computeFinalGrade(records.assessmentsByEdition.get(editionId) ?? [], scoreByAssessment),
    minimumAttendance: row.minimum_attendance,
    passMark: row.pass_mark,
    isFinal: row.edition_status === 'closed',
  });
}
