import { getGradeTable, recordGrades, setAssessments } from '../../db/grades.ts';
import { answer, os } from './base.ts';

const { grades } = os;

export const gradesRouter = {
  table: grades.table.handler(({ input, context, errors }) =>
    answer(getGradeTable(context.db, input), errors),
  ),
  record: grades.record.handler(({ input, context, errors }) =>
    answer(recordGrades(context.writer, input), errors),
  ),
  setAssessments: grades.setAssessments.handler(({ input, context, errors }) =>
    answer(setAssessments(context.writer, input), errors),
  ),
};
