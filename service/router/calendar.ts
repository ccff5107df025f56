import { listCalendar } from '../../db/calendar.ts';
import { os } from './base.ts';

export const calendarRouter = {
  list: os.calendar.list.handler(({ input, context }) =>
    listCalendar(context.db, input, context.ownEditions),
  ),
};
