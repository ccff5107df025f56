import { z } from 'zod';
import { enrolmentIdSchema, sessionIdSchema } from '../../../domain/ids.ts';

export const documentKindSchema = z.enum(['signatureSheet', 'enrolmentList', 'enrolmentForm', 'register']);
export type DocumentKind = z.infer<typeof documentKindSchema>;

/** What the address of the documents may say: which document, which session's sheet, whose form. */
export const documentsSearchSchema = z.object({
  kind: documentKindSchema.optional().catch(undefined),
  sessionId: sessionIdSchema.optional().catch(undefined),
  enrolmentId: enrolmentIdSchema.optional().catch(undefined),
});
