import type { EnrolmentId } from '../../domain/ids.ts';
import { all, type ReadableDb } from '../../db/database.ts';

/** The marks of an enrolment as letters, one a session of its edition in their order, - where there is none. */
export function listMarksOf(db: ReadableDb, enrolmentId: EnrolmentId): string {
  const rows = all<{ mark: string | null }>(
    db,
    `SELECT m.mark FROM enrolment n JOIN session s ON s.edition_id = n.edition_id AND s.deleted_at IS NULL
       LEFT JOIN attendance_mark m ON m.session_id = s.id AND m.enrolment_id = n.id AND m.deleted_at IS NULL
     WHERE n.id = ? ORDER BY s.date, s.starts_at, s.id`,
    enrolmentId,
  );
  return rows.map(({ mark }) => mark ?? '-').join('');
}

/** The scores of an enrolment in the order of the assessments. */
export function listScoresOf(db: ReadableDb, enrolmentId: EnrolmentId): number[] {
  const rows = all<{ score: number }>(
    db,
    `SELECT g.score FROM grade g JOIN assessment a ON a.id = g.assessment_id
     WHERE g.enrolment_id = ? AND g.deleted_at IS NULL ORDER BY a.position_in_list`,
    enrolmentId,
  );
  return rows.map(({ score }) => score);
}
