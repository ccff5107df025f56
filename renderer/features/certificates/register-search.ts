import { z } from 'zod';
import { certificateIdSchema, editionIdSchema } from '../../../domain/ids.ts';

/** What the address of the register may say: what it is narrowed down to, and whose certificate is open. */
export const registerSearchSchema = z.object({
  text: z.string().max(100).optional().catch(undefined),
  editionId: editionIdSchema.optional().catch(undefined),
  certificateId: certificateIdSchema.optional().catch(undefined),
});

/** What the address of the printed register may say. */
export const registerPrintSearchSchema = z.object({
  editionId: editionIdSchema.optional().catch(undefined),
  year: z.number().int().min(2000).max(2100).optional().catch(undefined),
});
