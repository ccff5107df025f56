import { takeBackWords } from '../../db/conflicts/words.ts';
import { getCurrentAction } from '../../db/history/undo.ts';
import { countConflicts, listConflicts, resolveConflict } from '../conflicts.ts';
import { answer, os } from './base.ts';

export const conflictsRouter = {
  list: os.conflicts.list.handler(({ context }) => listConflicts(context.db, context.ownEditions)),
  count: os.conflicts.count.handler(({ context }) => countConflicts(context.db, context.ownEditions)),
  resolve: os.conflicts.resolve.handler(({ input, context, errors }) => ({
    ...answer(resolveConflict(context.writer, input, context.user.role), errors),
    done: getCurrentAction(context.db),
  })),
  takeBack: os.conflicts.takeBack.handler(({ input, context }) => takeBackWords(context.writer, input.words)),
};
