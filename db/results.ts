import type { EditionStatus } from '../domain/edition.ts';
import type { Enrolment } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { surnamesFirst } from '../domain/person-name.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { computeResult, hasMissedLastSessions, type Result } from '../domain/result.ts';
import { findAttendance, getMarks } from './attendance.ts';
import { findRow, type ReadableDb } from './database.ts';
import { listEnrolments } from './enrolments.ts';
import { listFinalGrades } from './grades.ts';

interface RuleRow {
  status: EditionStatus;
  minimum_attendance: number;
  pass_mark: number | null;
}

export interface EnrolmentResult {
  readonly enrolment: Enrolment;
  readonly result: Result;
}

/** Everyone of an edition with their result, sorted by surname; null where there is no such edition. */
export function findResults(db: ReadableDb, editionId: EditionId): EnrolmentResult[] | null {
  const rule = findRow<RuleRow>(
    db,
    `SELECT e.status, c.minimum_attendance, c.pass_mark FROM edition e JOIN edition_course c ON c.edition_id = e.id
     WHERE e.id = ? AND e.deleted_at IS NULL`,
    editionId,
  );
  const attendance = findAttendance(db, editionId);
  if (rule === undefined || attendance === null) return null;
  const gradeByEnrolment = listFinalGrades(db, editionId);
  return listEnrolments(db, editionId, attendance).map((enrolment) => ({
    enrolment,
    result: computeResult({
      enrolmentStatus: enrolment.status,
      share: enrolment.share,
      missedLastSessions: hasMissedLastSessions(attendance.sessions, getMarks(attendance, enrolment.id)),
      grade: gradeByEnrolment.get(enrolment.id) ?? null,
      minimumAttendance: rule.minimum_attendance,
      passMark: rule.pass_mark,
      isFinal: rule.status === 'closed',
    }),
  }));
}

interface ResultLine {
  enrolmentId: EnrolmentId;
  personId: PersonId;
  /** Surnames first. */
  name: string;
  result: Result;
}

/** Everyone's result with its reason, sorted by surname; who waits stands at the end, whoever was declined has none. */
export function listResults(
  db: ReadableDb,
  { editionId }: { editionId: EditionId },
): ResultLine[] | Refusal<'NOT_FOUND'> {
  const results = findResults(db, editionId);
  if (results === null) return refuse('NOT_FOUND');
  return results
    .filter(({ enrolment }) => enrolment.status !== 'declined')
    .map(({ enrolment, result }) => ({
      enrolmentId: enrolment.id,
      personId: enrolment.personId,
      name: surnamesFirst(enrolment),
      result,
    }));
}
