import type { z } from 'zod';
import type { courseDraftSchema } from '../../../domain/course.ts';

/** What the form of a course holds while it is typed. */
export type CourseInput = z.input<typeof courseDraftSchema>;
