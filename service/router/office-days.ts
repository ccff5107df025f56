import { addOfficeDay, listOfficeDays, removeOfficeDay, restoreOfficeDay } from '../../db/office-days.ts';
import { answer, os } from './base.ts';

export const officeDaysRouter = {
  list: os.officeDays.list.handler(({ context }) => listOfficeDays(context.db)),
  add: os.officeDays.add.handler(({ input, context }) => addOfficeDay(context.writer, input)),
  remove: os.officeDays.remove.handler(({ input, context, errors }) =>
    answer(removeOfficeDay(context.writer, input), errors),
  ),
  restore: os.officeDays.restore.handler(({ input, context, errors }) =>
    answer(restoreOfficeDay(context.writer, input), errors),
  ),
};
