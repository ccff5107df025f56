import { z } from 'zod';
import { courseIdSchema, personIdSchema, type CourseId } from './ids.ts';

/** A course by what it is called. */
export const namedCourseSchema = z.object({ id: courseIdSchema, code: z.string(), title: z.string() });
export type NamedCourse = z.infer<typeof namedCourseSchema>;

/** Somebody who did not pass all that a course asks for, and what they lack. */
export const missingPrerequisitesSchema = z.object({
  personId: personIdSchema,
  courses: z.array(namedCourseSchema).min(1),
});
export type MissingPrerequisites = z.infer<typeof missingPrerequisitesSchema>;

/**
 * Whether a course would in the end ask for itself if it asked for these. `requiredByCourse` is what all courses ask
 * for now; what this one asks for now does not count.
 */
export function closesCircle(
  courseId: CourseId,
  requiredIds: readonly CourseId[],
  requiredByCourse: ReadonlyMap<CourseId, readonly CourseId[]>,
): boolean {
  const seen = new Set<CourseId>();
  const open = [...requiredIds];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === courseId) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    open.push(...(requiredByCourse.get(id) ?? []));
  }
  return false;
}
