import { z } from 'zod';
import { editionStatusSchema } from '../../../domain/edition.ts';
import { courseIdSchema } from '../../../domain/ids.ts';

/** What the address says of the editions to show; what it does not know is left aside. */
export const coursesViewSchema = z.object({
  status: editionStatusSchema.optional().catch(undefined),
  courseId: courseIdSchema.optional().catch(undefined),
});
export type CoursesView = z.infer<typeof coursesViewSchema>;
