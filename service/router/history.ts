import { listHistory, listRowHistory } from '../../db/history/history.ts';
import { restoreEarlier } from '../../db/history/restore.ts';
import { undoAction } from '../../db/history/undo.ts';
import { answer, os } from './base.ts';

export const historyRouter = {
  list: os.history.list.handler(({ input, context }) => listHistory(context.db, context.user, input)),
  row: os.history.row.handler(({ input, context, errors }) =>
    answer(listRowHistory(context.db, context.user, input), errors),
  ),
  undo: os.history.undo.handler(({ input, context, errors }) =>
    answer(undoAction(context.writer, context, input), errors),
  ),
  restore: os.history.restore.handler(({ input, context, errors }) =>
    answer(restoreEarlier(context.writer, context, input), errors),
  ),
};
