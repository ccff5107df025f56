import { z } from 'zod';
import { courseDraftSchema, courseSchema } from '../course.ts';
import { courseIdSchema } from '../ids.ts';
import { forReader, forRegistrar } from './procedure.ts';

const courseIdInput = z.object({ id: courseIdSchema });

export const coursesContract = {
  list: forReader.output(z.array(courseSchema)),
  get: forReader.input(courseIdInput).output(courseSchema),
  create: forRegistrar
    .errors({ CODE_TAKEN: { status: 409 }, PREREQUISITE_CIRCLE: { status: 409 } })
    .input(courseDraftSchema)
    .output(courseSchema),
  update: forRegistrar
    .errors({ CODE_TAKEN: { status: 409 }, PREREQUISITE_CIRCLE: { status: 409 } })
    .input(z.object({ id: courseIdSchema, draft: courseDraftSchema }))
    .output(courseSchema),
  /** Refused while the course has editions. */
  remove: forRegistrar
    .errors({ COURSE_IN_USE: { status: 409, data: z.object({ editions: z.number().int() }) } })
    .input(courseIdInput)
    .output(z.null()),
  restore: forRegistrar.input(courseIdInput).output(courseSchema),
};
