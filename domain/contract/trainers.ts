import { z } from 'zod';
import { accreditationLevelSchema, accreditationRuleSchema } from '../accreditation-rule.ts';
import { accreditationStateSchema, accreditationWordSchema } from '../accreditation.ts';
import { calendarDateSchema } from '../calendar-date.ts';
import { generationReachSchema } from '../cascade-reach.ts';
import { optionalText } from '../field.ts';
import { courseIdSchema, editionIdSchema, personIdSchema } from '../ids.ts';
import { leadObstacleSchema } from '../leading.ts';
import { forCoordinator, forReader, forRegistrar } from './procedure.ts';

const courseAndLevel = z.object({ courseId: courseIdSchema, level: accreditationLevelSchema });

/** A line of the table of trainers. */
export const accreditationSchema = courseAndLevel.extend({
  personId: personIdSchema,
  /** Surnames first. */
  name: z.string(),
  courseCode: z.string(),
  courseTitle: z.string(),
  state: accreditationStateSchema,
});
export type AccreditationLine = z.infer<typeof accreditationSchema>;

/** Someone in a cascade; the root has no trainer. */
export const cascadePersonSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  /** 0 is the root. */
  generation: z.number().int(),
  trainerId: personIdSchema.nullable(),
  editionId: editionIdSchema.nullable(),
});
export type CascadePerson = z.infer<typeof cascadePersonSchema>;

export const trainersContract = {
  /** Everyone of whom an accreditation can be asked, with its status, reason and what is missing, by name; or one. */
  list: forReader
    .input(
      z.object({ courseId: courseIdSchema.nullable(), personId: personIdSchema.nullable().default(null) }),
    )
    .output(z.array(accreditationSchema)),
  /** Who of some people may lead an edition of a course only by a coordinator's word, and why. */
  leadObstacles: forReader
    .input(
      z.object({
        courseId: courseIdSchema,
        personIds: z.array(personIdSchema).max(20),
        startsOn: calendarDateSchema,
        endsOn: calendarDateSchema,
      }),
    )
    .output(z.array(leadObstacleSchema)),
  /** Whom someone trained, whom these trained, and so on, and how far each generation reached. */
  cascade: forReader
    .input(z.object({ personId: personIdSchema }))
    .output(z.object({ reach: z.array(generationReachSchema), people: z.array(cascadePersonSchema) })),
  rules: forReader
    .input(z.object({ courseId: courseIdSchema.nullable() }))
    .output(z.array(accreditationRuleSchema)),
  setRule: forCoordinator.input(accreditationRuleSchema).output(accreditationRuleSchema),
  removeRule: forCoordinator.input(courseAndLevel).output(z.null()),
  /** Writes down that somebody signed, was accredited, renewed, suspended, or that a suspension is over. */
  say: forRegistrar
    .errors({
      /** Whoever is to accredit is no master trainer of the course, or it is themselves. */
      NOT_MASTER_TRAINER: { status: 409 },
      COORDINATOR_NEEDED: { status: 403 },
      REASON_NEEDED: { status: 422 },
    })
    .input(
      courseAndLevel.extend({
        personId: personIdSchema,
        word: accreditationWordSchema,
        on: calendarDateSchema,
        accreditedBy: personIdSchema.nullable(),
        reason: optionalText(300),
      }),
    )
    .output(z.null()),
};
