import { z } from 'zod';
import { namedCourseSchema } from './prerequisite.ts';
import { optionalText, percentSchema, requiredText } from './field.ts';
import { courseIdSchema, courseModuleIdSchema, themeIdSchema } from './ids.ts';

/** For whom a course is: the levels of the cascade. */
export const levelSchema = z.enum(['entrepreneur', 'trainer', 'masterTrainer']);
export type Level = z.infer<typeof levelSchema>;

export const courseModuleDraftSchema = z.object({
  id: courseModuleIdSchema.nullable(),
  title: requiredText(160),
  hours: z.number().min(0, { error: 'outOfRange' }).max(1000, { error: 'outOfRange' }),
});

/** What a form sends of a course. A module without an id is new. */
export const courseDraftSchema = z.object({
  code: requiredText(20),
  title: requiredText(160),
  themeId: themeIdSchema.nullable(),
  level: levelSchema,
  hours: z.number().min(1, { error: 'outOfRange' }).max(2000, { error: 'outOfRange' }),
  contents: optionalText(4000),
  minimumAttendance: percentSchema,
  /** Least final grade of 0-100 to be approved; null: the course is not graded. */
  passMark: percentSchema.nullable(),
  givesParticipation: z.boolean(),
  givesApproval: z.boolean(),
  /** How long its certificates hold, in months; null: for good. */
  validityMonths: z
    .number()
    .int()
    .min(1, { error: 'outOfRange' })
    .max(600, { error: 'outOfRange' })
    .nullable(),
  modules: z.array(courseModuleDraftSchema).max(60, { error: 'tooMany' }),
  /** What has to be passed before; it only matters when people enrol. */
  prerequisiteIds: z.array(courseIdSchema).max(10, { error: 'tooMany' }),
});
export type CourseDraft = z.infer<typeof courseDraftSchema>;

/** The defaults of a new course: 80 % of attendance and 51 of 100. */
export const newCourse = {
  code: '',
  title: '',
  themeId: null,
  level: 'entrepreneur',
  hours: 20,
  contents: null,
  minimumAttendance: 80,
  passMark: 51,
  givesParticipation: true,
  givesApproval: true,
  validityMonths: null,
  modules: [],
  prerequisiteIds: [],
} as const satisfies CourseDraft;

/** A catalogue entry: what is taught, for whom, and what it takes to be certified. */
export const courseSchema = courseDraftSchema.extend({
  id: courseIdSchema,
  themeName: z.string().nullable(),
  modules: z.array(courseModuleDraftSchema.extend({ id: courseModuleIdSchema })),
  prerequisites: z.array(namedCourseSchema),
  editionCount: z.number().int(),
});
export type Course = z.infer<typeof courseSchema>;
