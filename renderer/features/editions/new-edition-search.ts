import { z } from 'zod';
import { courseIdSchema } from '../../../domain/ids.ts';

/** What the address of a new edition may say: of which course. */
export const newEditionSearchSchema = z.object({ courseId: courseIdSchema.optional().catch(undefined) });
