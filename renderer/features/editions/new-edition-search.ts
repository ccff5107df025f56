import { z } from 'zod';
import { courseIdSchema, editionIdSchema } from '../../../domain/ids.ts';

/** What the address of a new edition may say: of which course, or of which edition it is to be a copy. */
export const newEditionSearchSchema = z.object({
  courseId: courseIdSchema.optional().catch(undefined),
  copyOf: editionIdSchema.optional().catch(undefined),
});
