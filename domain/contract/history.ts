import { z } from 'zod';
import { historyActionSchema, historyPageSchema, historySubjectSchema } from '../history.ts';
import { forReader, forRegistrar } from './procedure.ts';

export const historyContract = {
  /** A page of what was done to a record: who, when, on which device, from what to what. Newest first. */
  list: forReader
    .input(
      z.object({
        subject: historySubjectSchema,
        userId: z.string().nullable(),
        table: z.string().nullable(),
        offset: z.number().int().min(0),
        limit: z.number().int().min(1).max(200),
      }),
    )
    .output(historyPageSchema),
  /** Everything that was done to one row, newest first. */
  row: forRegistrar
    .input(z.object({ table: z.string().max(60), key: z.string().max(300) }))
    .output(z.array(historyActionSchema)),
};
