import { getToday } from '../../db/today.ts';
import { os } from './base.ts';

export const todayRouter = {
  get: os.today.get.handler(({ context }) => getToday(context.db, context.today(), context.ownEditions)),
};
