import { getAttendanceGrid } from '../../db/attendance-grid.ts';
import { markAttendance } from '../../db/attendance.ts';
import { answer, os } from './base.ts';

const { attendance } = os;

export const attendanceRouter = {
  grid: attendance.grid.handler(({ input, context, errors }) =>
    answer(getAttendanceGrid(context.db, input), errors),
  ),
  mark: attendance.mark.handler(({ input, context, errors }) =>
    answer(markAttendance(context.writer, input), errors),
  ),
};
