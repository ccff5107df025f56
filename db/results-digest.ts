import { type AttendanceMark, computeAttendanceShare, type CountedSession } from '../domain/attendance.ts';
import { type EnrolmentStatus } from '../domain/enrolment.ts';
import { computeFinalGrade } from '../domain/grade.ts';
import type { AssessmentId, EditionId, EnrolmentId, SessionId } from '../domain/ids.ts';
import type { AttendancePolicy } from '../domain/office.ts';
import { computeResult, hasMissedLastSessions } from '../domain/result.ts';
import { type FinalResult, leaveOutOfDigest, writeResultsDigest } from '../domain/results-digest.ts';
import { all, findRow, type ReadableDb, updateRow, type Writer } from './database.ts';

/** Marks of so many editions are held in memory at once. */
const editionsAtOnce = 100;

interface RuleRow {
  id: EditionId;
  lates_per_absence: number | null;
  leave_policy: AttendancePolicy['leave'];
  minimum_attendance: number;
  pass_mark: number | null;
}

interface EnrolmentRow {
  id: EnrolmentId;
  edition_id: EditionId;
  status: EnrolmentStatus;
}

/**
 * The final results of editions as they would be if they were closed now, as a digest each; some queries for all of
 * them. Editions that are gone are left out.
 */
export function digestResults(db: ReadableDb, editionIds: readonly EditionId[]): Map<EditionId, string> {
  const digests = new Map<EditionId, string>();
  for (let start = 0; start < editionIds.length; start += editionsAtOnce) {
    const part = digestSome(db, JSON.stringify(editionIds.slice(start, start + editionsAtOnce)));
    for (const [id, digest] of part) digests.set(id, digest);
  }
  return digests;
}

function digestSome(db: ReadableDb, ids: string): Map<EditionId, string> {
  const rules = all<RuleRow>(
    db,
    `SELECT e.id, e.lates_per_absence, e.leave_policy, c.minimum_attendance, c.pass_mark
     FROM edition e JOIN edition_course c ON c.edition_id = e.id
     WHERE e.id IN (SELECT value FROM json_each(?)) AND e.deleted_at IS NULL`,
    ids,
  );
  const enrolments = all<EnrolmentRow>(
    db,
    `SELECT id, edition_id, status FROM enrolment
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
    ids,
  );
  const enrolmentsByEdition = Map.groupBy(enrolments, (row) => row.edition_id);
  const sessions = listSessionsByEdition(db, ids);
  const marks = listMarksByEnrolment(db, ids);
  const grades = listGradesByEnrolment(db, ids);
  return new Map(
    rules.map((rule) => {
      const results = new Map<EnrolmentId, FinalResult>();
      for (const { id, status } of enrolmentsByEdition.get(rule.id) ?? []) {
        const marksOfOne = marks.get(id) ?? new Map<SessionId, AttendanceMark>();
        const grade = grades.get(id) ?? null;
        results.set(id, judge(rule, status, sessions.get(rule.id) ?? [], marksOfOne, grade));
      }
      return [rule.id, writeResultsDigest(results)];
    }),
  );
}

function judge(
  rule: RuleRow,
  enrolmentStatus: EnrolmentStatus,
  sessions: readonly CountedSession[],
  marks: ReadonlyMap<SessionId, AttendanceMark>,
  grade: number | null,
): FinalResult {
  const policy = { latesPerAbsence: rule.lates_per_absence, leave: rule.leave_policy };
  return computeResult({
    enrolmentStatus,
    share: computeAttendanceShare(sessions, marks, policy),
    missedLastSessions: hasMissedLastSessions(sessions, marks),
    grade,
    minimumAttendance: rule.minimum_attendance,
    passMark: rule.pass_mark,
    isFinal: true,
  });
}

function listSessionsByEdition(db: ReadableDb, ids: string): Map<EditionId, CountedSession[]> {
  const rows = all<CountedSession & { edition_id: EditionId }>(
    db,
    `SELECT id, edition_id, minutes, state FROM session
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY edition_id, date, starts_at, id`,
    ids,
  );
  return Map.groupBy(rows, (row) => row.edition_id);
}

function listMarksByEnrolment(db: ReadableDb, ids: string): Map<EnrolmentId, Map<SessionId, AttendanceMark>> {
  // One row a session: a row a mark would cost several times as much where there are hundreds of thousands.
  const rows = all<{ session_id: SessionId; marks: string }>(
    db,
    `SELECT m.session_id, group_concat(m.enrolment_id || m.mark, ' ') AS marks
     FROM session s JOIN attendance_mark m ON m.session_id = s.id
     WHERE s.edition_id IN (SELECT value FROM json_each(?)) AND s.deleted_at IS NULL AND m.deleted_at IS NULL
     GROUP BY m.session_id`,
    ids,
  );
  const byEnrolment = new Map<EnrolmentId, Map<SessionId, AttendanceMark>>();
  for (const { session_id, marks } of rows) {
    for (const word of marks.split(' ')) {
      const enrolmentId = word.slice(0, -1) as EnrolmentId;
      const mark = word.slice(-1) as AttendanceMark;
      const ofOne = byEnrolment.get(enrolmentId);
      if (ofOne === undefined) byEnrolment.set(enrolmentId, new Map([[session_id, mark]]));
      else ofOne.set(session_id, mark);
    }
  }
  return byEnrolment;
}

function listGradesByEnrolment(db: ReadableDb, ids: string): Map<EnrolmentId, number | null> {
  const assessments = all<{ id: AssessmentId; edition_id: EditionId; weight: number }>(
    db,
    `SELECT id, edition_id, weight FROM assessment
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL ORDER BY position_in_list, id`,
    ids,
  );
  const scores = all<{
    edition_id: EditionId;
    enrolment_id: EnrolmentId;
    assessment_id: AssessmentId;
    score: number;
  }>(
    db,
    `SELECT a.edition_id, g.enrolment_id, g.assessment_id, g.score
     FROM assessment a JOIN grade g ON g.assessment_id = a.id
     WHERE a.edition_id IN (SELECT value FROM json_each(?)) AND a.deleted_at IS NULL AND g.deleted_at IS NULL`,
    ids,
  );
  const assessmentsByEdition = Map.groupBy(assessments, (row) => row.edition_id);
  return new Map(
    [...Map.groupBy(scores, (row) => row.enrolment_id)].map(([id, rows]) => {
      const ofEdition = assessmentsByEdition.get(rows[0]?.edition_id as EditionId) ?? [];
      const scoreByAssessment = new Map(rows.map(({ assessment_id, score }) => [assessment_id, score]));
      return [id, computeFinalGrade(ofEdition, scoreByAssessment)];
    }),
  );
}

/** Remembers the results of an edition as they are, as those it was closed with. */
export function renewResultsDigest(writer: Writer, editionId: EditionId): void {
  const digest = digestResults(writer.db, [editionId]).get(editionId) ?? null;
  updateRow(writer, 'edition', { id: editionId }, { results_digest: digest });
}

/**
 * Runs a change of an edition by someone's explicit word. Where its results were those it was closed with, they are
 * so afterwards too; where they had changed already, that stays to be seen. `leftOut`: enrolments that the change
 * takes out; only if nothing else changes is the digest renewed.
 */
export function keepResultsDigest<Answer>(
  writer: Writer,
  editionId: EditionId,
  change: () => Answer,
  leftOut: readonly EnrolmentId[] | null = null,
): Answer {
  const sql = 'SELECT results_digest AS digest FROM edition WHERE id = ?';
  const stored = findRow<{ digest: string | null }>(writer.db, sql, editionId)?.digest ?? null;
  const agreed = stored !== null && digestResults(writer.db, [editionId]).get(editionId) === stored;
  const answer = change();
  if (!agreed) return answer;
  const now = digestResults(writer.db, [editionId]).get(editionId);
  if (leftOut === null || leaveOutOfDigest(stored, leftOut) === now) renewResultsDigest(writer, editionId);
  return answer;
}
