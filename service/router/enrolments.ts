import { enrolPeople, readmitEnrolment, removeEnrolment, withdrawEnrolment } from '../../db/enrolling.ts';
import { listEnrolments } from '../../db/enrolments.ts';
import { getCurrentAction } from '../../db/history/undo.ts';
import { excuseMissing, listMissingPrerequisites } from '../../db/prerequisites.ts';
import { declineRequests, requestEnrolment } from '../../db/requests.ts';
import { transferEnrolments } from '../../db/transfer.ts';
import { answer, os } from './base.ts';

const { enrolments } = os;

export const enrolmentsRouter = {
  list: enrolments.list.handler(({ input, context }) => listEnrolments(context.db, input.editionId)),
  enrol: enrolments.enrol.handler(({ input, context, errors }) => {
    const order = { ...input, role: context.user.role, importId: null };
    return { ...answer(enrolPeople(context.writer, order), errors), done: getCurrentAction(context.db) };
  }),
  request: enrolments.request.handler(({ input, context, errors }) => ({
    ...answer(requestEnrolment(context.writer, input), errors),
    done: getCurrentAction(context.db),
  })),
  decline: enrolments.decline.handler(({ input, context, errors }) => ({
    ...answer(declineRequests(context.writer, input), errors),
    done: getCurrentAction(context.db),
  })),
  transfer: enrolments.transfer.handler(({ input, context, errors }) => ({
    ...answer(transferEnrolments(context.writer, input), errors),
    done: getCurrentAction(context.db),
  })),
  missing: enrolments.missing.handler(({ input, context }) => listMissingPrerequisites(context.db, input)),
  excuse: enrolments.excuse.handler(({ input, context, errors }) => ({
    ...answer(excuseMissing(context.writer, input), errors),
    done: getCurrentAction(context.db),
  })),
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
