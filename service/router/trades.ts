import { listTrades, setTrades } from '../../db/trades.ts';
import { os } from './base.ts';

export const tradesRouter = {
  list: os.trades.list.handler(({ context }) => listTrades(context.db)),
  set: os.trades.set.handler(({ input, context }) => setTrades(context.writer, input)),
};
