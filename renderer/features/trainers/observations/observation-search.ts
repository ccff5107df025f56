import { z } from 'zod';
import { courseIdSchema, editionIdSchema, observationIdSchema } from '../../../../domain/ids.ts';

/** Which observation is printed; none: the blank form, for a course and an edition. */
export const observationSearchSchema = z.object({
  observationId: observationIdSchema.optional().catch(undefined),
  courseId: courseIdSchema.optional().catch(undefined),
  editionId: editionIdSchema.optional().catch(undefined),
});
export type ObservationSearch = z.infer<typeof observationSearchSchema>;
