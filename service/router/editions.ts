import {
  closeEdition,
  moveEdition,
  removeEdition,
  reopenEdition,
  restoreEdition,
} from '../../db/edition-steps.ts';
import {
  createEdition,
  getEdition,
  listEditions,
  suggestEditionCode,
  updateEdition,
} from '../../db/editions.ts';
import { listResults } from '../../db/results.ts';
import { answer, os } from './base.ts';

const { editions } = os;

export const editionsRouter = {
  list: editions.list.handler(({ input, context }) => listEditions(context.db, input, context.ownEditions)),
  get: editions.get.handler(({ input, context, errors }) => answer(getEdition(context.db, input), errors)),
  suggestCode: editions.suggestCode.handler(({ input, context, errors }) =>
    answer(suggestEditionCode(context.db, input, context.today()), errors),
  ),
  create: editions.create.handler(({ input, context, errors }) =>
    answer(createEdition(context.writer, input, context.user.role), errors),
  ),
  update: editions.update.handler(({ input, context, errors }) =>
    answer(updateEdition(context.writer, input, context.user.role), errors),
  ),
  move: editions.move.handler(({ input, context, errors }) =>
    answer(moveEdition(context.writer, input), errors),
  ),
  close: editions.close.handler(({ input, context, errors }) =>
    answer(closeEdition(context.writer, input), errors),
  ),
  reopen: editions.reopen.handler(({ input, context, errors }) =>
    answer(reopenEdition(context.writer, input), errors),
  ),
  remove: editions.remove.handler(({ input, context, errors }) =>
    answer(removeEdition(context.writer, input), errors),
  ),
  restore: editions.restore.handler(({ input, context, errors }) =>
    answer(restoreEdition(context.writer, input), errors),
  ),
  results: editions.results.handler(({ input, context, errors }) =>
    answer(listResults(context.db, input), errors),
  ),
};
