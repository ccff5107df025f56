import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { todaySchema } from '../today.ts';
import { forReader } from './procedure.ts';

export const changesContract = {
  /** Tells which tables changed, so that open screens fetch just those anew. Ends with the connection. */
  watch: forReader.output(eventIterator(z.object({ tables: z.array(z.string()) }))),
};

export const todayContract = {
  get: forReader.output(todaySchema),
};
