import { attendanceMarkSchema } from '../../domain/attendance.ts';
import type { EnrolmentId } from '../../domain/ids.ts';
import { markAttendance } from '../../db/attendance.ts';
import { findRow, type ReadableDb, type Writer } from '../../db/database.ts';
import { listAssessments, recordGrades } from '../../db/grades.ts';
import { listSessions } from '../../db/sessions.ts';
import type { EditionId } from '../../domain/ids.ts';
import { accepted } from './edition.ts';

/** Marks the sessions of an edition in their order, one a letter: P A F L, any other letter leaves one unmarked. */
export function markRow(writer: Writer, enrolmentId: EnrolmentId, letters: string): void {
  const sessions = listSessions(writer.db, getEditionOf(writer.db, enrolmentId));
  const changes = sessions.flatMap(({ id: sessionId }, index) => {
    const mark = attendanceMarkSchema.safeParse(letters[index]).data;
    return mark === undefined ? [] : [{ sessionId, enrolmentId, mark }];
  });
  accepted(markAttendance(writer, { changes }));
}

/** Gives each enrolment one score in all assessments of its edition, which is then its final grade. */
export function gradeEveryone(writer: Writer, scores: readonly (readonly [EnrolmentId, number])[]): void {
  const changes = scores.flatMap(([enrolmentId, score]) =>
    listAssessments(writer.db, getEditionOf(writer.db, enrolmentId)).map(({ id: assessmentId }) => ({
      assessmentId,
      enrolmentId,
      score,
    })),
  );
  accepted(recordGrades(writer, { changes }));
}

function getEditionOf(db: ReadableDb, enrolmentId: EnrolmentId): EditionId {
  const row = findRow<{ edition_id: EditionId }>(
    db,
    'SELECT edition_id FROM enrolment WHERE id = ?',
    enrolmentId,
  );
  if (row === undefined) throw new Error(`no enrolment ${enrolmentId}`);
  return row.edition_id;
}
