import { enrolPeople, readmitEnrolment, removeEnrolment, withdrawEnrolment } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { answer, os } from './base.ts';

const { enrolments } = os;

export const enrolmentsRouter = {
  list: enrolments.list.handler(({ input, context }) => listEnrolments(context.db, input.editionId)),
  enrol: enrolments.enrol.handler(({ input, context, errors }) =>
    answer(enrolPeople(context.writer, { ...input, role: context.user.role, importId: null }), errors),
  ),
  withdraw: enrolments.withdraw.handler(({ input, context, errors }) =>
    answer(withdrawEnrolment(context.writer, input), errors),
  ),
  readmit: enrolments.readmit.handler(({ input, context, errors }) =>
    answer(readmitEnrolment(context.writer, input), errors),
  ),
  remove: enrolments.remove.handler(({ input, context, errors }) =>
    answer(removeEnrolment(context.writer, input), errors),
  ),
};
