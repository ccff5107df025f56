import type { AttendanceMark } from '../../domain/attendance.ts';
import { type CalendarDate, toInstant } from '../../domain/calendar-date.ts';
import type {
  EditionNamed,
  EnrolmentComparison,
  EnrolmentDifference,
  EnrolmentSide,
} from '../../domain/conflict.ts';
import type { EnrolmentStatus } from '../../domain/enrolment.ts';
import type { AssessmentId, EnrolmentId, SessionId } from '../../domain/ids.ts';
import { all, type ReadableDb } from '../database.ts';
import { type Names, stampColumns, type StampRow } from './done.ts';

interface SideRow extends StampRow {
  id: EnrolmentId;
  status: EnrolmentStatus;
  enrolled_at: number;
}

interface MarkRow {
  sessionId: SessionId;
  enrolmentId: EnrolmentId;
  date: CalendarDate;
  startsAt: string;
  mark: AttendanceMark;
}

interface GradeRow {
  assessmentId: AssessmentId;
  enrolmentId: EnrolmentId;
  title: string;
  score: number;
}

/** The enrolments of one human in an edition side by side, and where they say different things of one fact. */
export function compareEnrolments(
  db: ReadableDb,
  edition: EditionNamed,
  enrolmentIds: readonly EnrolmentId[],
  names: Names,
): EnrolmentComparison {
  const ids = JSON.stringify(enrolmentIds);
  const marks = listMarks(db, ids);
  const grades = listGrades(db, ids);
  const folios = listFolios(db, ids);
  const rows = all<SideRow>(
    db,
    `SELECT n.id, n.status, n.enrolled_at, ${stampColumns('n')} FROM enrolment n
     WHERE n.id IN (SELECT value FROM json_each(?)) ORDER BY n.enrolled_at, n.id`,
    ids,
  );
  const sides = rows.map((row): EnrolmentSide => ({
    enrolmentId: row.id,
    status: row.status,
    enrolledAt: toInstant(row.enrolled_at),
    marks: marks.filter(({ enrolmentId }) => enrolmentId === row.id).length,
    grades: grades.filter(({ enrolmentId }) => enrolmentId === row.id).length,
    folios: folios.filter(({ enrolmentId }) => enrolmentId === row.id).map(({ folio }) => folio),
    made: names.made(row),
    changed: names.changed(row),
  }));
  return { ...edition, sides, differences: [...compareMarks(marks), ...compareGrades(grades)] };
}

function compareMarks(marks: readonly MarkRow[]): EnrolmentDifference[] {
  return [...Map.groupBy(marks, ({ sessionId }) => sessionId).values()].flatMap((ofSession) => {
    const [first] = ofSession;
    if (first === undefined || new Set(ofSession.map(({ mark }) => mark)).size < 2) return [];
    const { sessionId, date, startsAt } = first;
    const values = ofSession.map(({ enrolmentId, mark }) => ({ enrolmentId, mark }));
    return [{ of: 'mark', sessionId, date, startsAt, values }];
  });
}

function compareGrades(grades: readonly GradeRow[]): EnrolmentDifference[] {
  return [...Map.groupBy(grades, ({ assessmentId }) => assessmentId).values()].flatMap((ofOne) => {
    const [first] = ofOne;
    if (first === undefined || new Set(ofOne.map(({ score }) => score)).size < 2) return [];
    const { assessmentId, title } = first;
    const values = ofOne.map(({ enrolmentId, score }) => ({ enrolmentId, score }));
    return [{ of: 'grade', assessmentId, title, values }];
  });
}

function listMarks(db: ReadableDb, ids: string): MarkRow[] {
  return all<MarkRow>(
    db,
    `SELECT s.id AS sessionId, m.enrolment_id AS enrolmentId, s.date, s.starts_at AS startsAt, m.mark
     FROM attendance_mark m JOIN session s ON s.id = m.session_id
     WHERE m.enrolment_id IN (SELECT value FROM json_each(?)) AND m.deleted_at IS NULL AND s.deleted_at IS NULL
     ORDER BY s.date, s.starts_at, s.id, m.enrolment_id`,
    ids,
  );
}

function listGrades(db: ReadableDb, ids: string): GradeRow[] {
  return all<GradeRow>(
    db,
    `SELECT a.id AS assessmentId, g.enrolment_id AS enrolmentId, a.title, g.score
     FROM grade g JOIN assessment a ON a.id = g.assessment_id
     WHERE g.enrolment_id IN (SELECT value FROM json_each(?)) AND g.deleted_at IS NULL AND a.deleted_at IS NULL
     ORDER BY a.position_in_list, a.id, g.enrolment_id`,
    ids,
  );
}

function listFolios(db: ReadableDb, ids: string): { enrolmentId: EnrolmentId; folio: string }[] {
  return all(
    db,
    `SELECT enrolment_id AS enrolmentId, folio FROM certificate
     WHERE enrolment_id IN (SELECT value FROM json_each(?)) AND revoked_on IS NULL AND deleted_at IS NULL
     ORDER BY year, series, number, id`,
    ids,
  );
}
