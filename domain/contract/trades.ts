import { z } from 'zod';
import { tradeSchema, tradesDraftSchema } from '../trade.ts';
import { forCoordinator, forReader } from './procedure.ts';

export const tradesContract = {
  list: forReader.output(z.array(tradeSchema)),
  /** The whole list at once. */
  set: forCoordinator.input(tradesDraftSchema).output(z.array(tradeSchema)),
};
