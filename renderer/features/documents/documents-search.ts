import { z } from 'zod';
import { sessionIdSchema } from '../../../domain/ids.ts';

/** What the address of the documents may say: which session's sheet. */
export const documentsSearchSchema = z.object({ sessionId: sessionIdSchema.optional().catch(undefined) });
