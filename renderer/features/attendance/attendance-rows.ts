import type { RecordedMark } from '../../../domain/attendance.ts';
import { type Enrolment, holdsSeat } from '../../../domain/enrolment.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';

export interface AttendanceRow {
  readonly enrolment: Enrolment;
  readonly name: string;
  /** The number on the printed sheet; null for someone who left, whose marks are only kept. */
  readonly number: number | null;
}

/** Who has a seat, numbered as on the printed sheet; then those who left and had been marked. */
export function listAttendanceRows(
  enrolments: readonly Enrolment[],
  marks: readonly RecordedMark[],
): readonly AttendanceRow[] {
  const marked = new Set(marks.map((mark) => mark.enrolmentId));
  const toRow = (enrolment: Enrolment, number: number | null) => ({
    enrolment,
    name: surnamesFirst(enrolment),
    number,
  });
  const seated = enrolments.filter(({ status }) => holdsSeat(status));
  const left = enrolments.filter(({ status, id }) => status === 'withdrawn' && marked.has(id));
  return [...seated.map((one, index) => toRow(one, index + 1)), ...left.map((one) => toRow(one, null))];
}
