import { z } from 'zod';
import { accreditationStatusSchema } from '../../../domain/accreditation.ts';
import { courseIdSchema } from '../../../domain/ids.ts';

/** What the address says of the trainers to show; what it does not know is left aside. */
export const trainersViewSchema = z.object({
  status: accreditationStatusSchema.optional().catch(undefined),
  courseId: courseIdSchema.optional().catch(undefined),
});
export type TrainersView = z.infer<typeof trainersViewSchema>;
