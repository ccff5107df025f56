import type { RecordedMark } from '../domain/attendance.ts';
import type { Enrolment } from '../domain/enrolment.ts';
import type { EditionId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import type { Session } from '../domain/session.ts';
import { findAttendance } from './attendance.ts';
import type { ReadableDb } from './database.ts';
import { listEnrolments } from './enrolments.ts';

interface AttendanceGrid {
  sessions: Session[];
  enrolments: Enrolment[];
  marks: RecordedMark[];
}

/** All sessions, enrolments and marks of an edition: what the grid shows. */
export function getAttendanceGrid(
  db: ReadableDb,
  { editionId }: { editionId: EditionId },
): AttendanceGrid | Refusal<'NOT_FOUND'> {
  const attendance = findAttendance(db, editionId);
  if (attendance === null) return refuse('NOT_FOUND');
  const { sessions, marks } = attendance;
  return { sessions, marks, enrolments: listEnrolments(db, editionId, attendance) };
}
