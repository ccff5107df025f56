import {
  createCourse,
  getCourse,
  listCourses,
  removeCourse,
  restoreCourse,
  updateCourse,
} from '../../db/courses.ts';
import { answer, os } from './base.ts';

export const coursesRouter = {
  list: os.courses.list.handler(({ context }) => listCourses(context.db)),
  get: os.courses.get.handler(({ input, context, errors }) =>
    answer(getCourse(context.db, input.id), errors),
  ),
  create: os.courses.create.handler(({ input, context, errors }) =>
    answer(createCourse(context.writer, input), errors),
  ),
  update: os.courses.update.handler(({ input, context, errors }) =>
    answer(updateCourse(context.writer, input), errors),
  ),
  remove: os.courses.remove.handler(({ input, context, errors }) =>
    answer(removeCourse(context.writer, input.id), errors),
  ),
  restore: os.courses.restore.handler(({ input, context, errors }) =>
    answer(restoreCourse(context.writer, input.id), errors),
  ),
};
