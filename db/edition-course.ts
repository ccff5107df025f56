import type { CourseId, EditionId } from '../domain/ids.ts';
import { all, findRow, type ReadableDb, type SqlRow, updateRow, type Writer } from './database.ts';

/**
 * What an edition keeps of its course from its beginning on, so that a course that is changed later does not change it.
 * Whoever reads what a course says of an edition reads the view `edition_course`.
 */
export function keepCourse(writer: Writer, editionId: EditionId): void {
  const row = findRow<SqlRow>(
    writer.db,
    `SELECT c.title AS course_title, c.code AS course_code, c.hours AS course_hours, c.minimum_attendance, c.pass_mark,
       c.gives_participation, c.gives_approval, c.validity_months
     FROM edition e JOIN course c ON c.id = e.course_id WHERE e.id = ?`,
    editionId,
  );
  if (row !== undefined) updateRow(writer, 'edition', { id: editionId }, row);
}

/** An edition that has not begun after all follows its course again. */
export function followCourse(writer: Writer, editionId: EditionId): void {
  const kept = findRow(
    writer.db,
    'SELECT 1 FROM edition WHERE id = ? AND course_title IS NOT NULL',
    editionId,
  );
  if (kept !== undefined) updateRow(writer, 'edition', { id: editionId }, { course_title: null });
}

/** Before a course is changed: its editions that have begun keep what it said until now. */
export function keepCourseOfBegun(writer: Writer, courseId: CourseId): void {
  for (const id of listBegun(writer.db, courseId)) keepCourse(writer, id);
}

/** Those from before editions kept anything, and those that began on another PC at the same time. */
function listBegun(db: ReadableDb, courseId: CourseId): EditionId[] {
  return all<{ id: EditionId }>(
    db,
    `SELECT id FROM edition WHERE course_id = ? AND status IN ('running', 'closed') AND course_title IS NULL
     AND deleted_at IS NULL ORDER BY id`,
    courseId,
  ).map(({ id }) => id);
}
