import { z } from 'zod';
import { accreditationLevelSchema, accreditationRuleSchema } from '../accreditation-rule.ts';
import { accreditationStateSchema, accreditationWordSchema } from '../accreditation.ts';
import { calendarDateSchema } from '../calendar-date.ts';
import { generationReachSchema } from '../cascade-reach.ts';
import { optionalText } from '../field.ts';
import { courseIdSchema, editionIdSchema, personIdSchema } from '../ids.ts';
import { languageSchema } from '../language.ts';
import { leadObstacleSchema } from '../leading.ts';
import { municipalityCodeSchema } from '../office.ts';
import { nearnessSchema, shortcomingSchema, trainerQuerySchema } from '../trainer-search.ts';
import { forCoordinator, forReader, forRegistrar } from './procedure.ts';

const courseAndLevel = z.object({ courseId: courseIdSchema, level: accreditationLevelSchema });

/** What was last said of an accreditation by somebody's decision, why, and by whom; null: by a coordinator. */
export const saidWordSchema = z.object({
  word: accreditationWordSchema.exclude(['agreementSigned']),
  on: calendarDateSchema,
  reason: z.string().nullable(),
  /** Surnames first. */
  accreditedBy: z.string().nullable(),
});
export type SaidWord = z.infer<typeof saidWordSchema>;

/** A line of the table of trainers. */
export const accreditationSchema = courseAndLevel.extend({
  personId: personIdSchema,
  /** Surnames first. */
  name: z.string(),
  courseCode: z.string(),
  courseTitle: z.string(),
  state: accreditationStateSchema,
  said: saidWordSchema.nullable(),
});
export type AccreditationLine = z.infer<typeof accreditationSchema>;

/** Somebody as a cascade shows them. */
const cascadeFaceSchema = z.object({
  personId: personIdSchema,
  /** Surnames first. */
  name: z.string(),
  /** Of their accreditations the one that lets them do most; null: of them none can be asked. */
  state: accreditationStateSchema.nullable(),
});

/** Someone in a cascade; a root has no trainer. */
export const cascadePersonSchema = cascadeFaceSchema.extend({
  /** 0 are the roots. */
  generation: z.number().int(),
  trainerId: personIdSchema.nullable(),
  editionId: editionIdSchema.nullable(),
});
export type CascadePerson = z.infer<typeof cascadePersonSchema>;

/** An edition that a cascade tells of. */
export const cascadeEditionSchema = z.object({
  id: editionIdSchema,
  code: z.string(),
  courseTitle: z.string(),
  endsOn: calendarDateSchema,
});
export type CascadeEdition = z.infer<typeof cascadeEditionSchema>;

/** Who taught the person (step 1), who taught these (step 2), and so on: everyone, in every edition. */
export const cascadeLineageSchema = z.object({
  /** Each once, at the step that is nearest to the person. */
  people: z.array(cascadeFaceSchema.extend({ step: z.number().int() })),
  links: z.array(
    z.object({
      step: z.number().int(),
      learnerId: personIdSchema,
      trainerId: personIdSchema,
      editionId: editionIdSchema,
    }),
  ),
});
export type CascadeLineage = z.infer<typeof cascadeLineageSchema>;

export const cascadeSchema = z.object({
  reach: z.array(generationReachSchema),
  people: z.array(cascadePersonSchema),
  editions: z.array(cascadeEditionSchema),
  lineage: cascadeLineageSchema,
});
export type NamedCascade = z.infer<typeof cascadeSchema>;

/** A session that somebody teaches when they are wanted; of an edition that whoever asks may not see, only when. */
export const trainerClashSchema = z.object({
  date: calendarDateSchema,
  startsAt: z.string(),
  minutes: z.number(),
  editionId: editionIdSchema.nullable(),
  editionCode: z.string().nullable(),
});
export type TrainerClash = z.infer<typeof trainerClashSchema>;

/** Somebody who may teach, will or did, with what is known of them and what speaks against them. */
export const foundTrainerSchema = accreditationSchema.extend({
  languages: z.array(languageSchema),
  municipalityCode: municipalityCodeSchema.nullable(),
  community: z.string().nullable(),
  /** To the municipality that was asked for; null: not asked for, or not known where they live. */
  nearness: nearnessSchema.nullable(),
  /** The last day on which they taught this course, until today. */
  lastTaughtOn: calendarDateSchema.nullable(),
  clashes: z.array(trainerClashSchema),
  shortcomings: z.array(shortcomingSchema),
});
export type FoundTrainer = z.infer<typeof foundTrainerSchema>;

export const trainersContract = {
  /** Everyone of whom an accreditation can be asked, with its status, reason and what is missing, by name; or one. */
  list: forReader
    .input(
      z.object({ courseId: courseIdSchema.nullable(), personId: personIdSchema.nullable().default(null) }),
    )
    .output(z.array(accreditationSchema)),
  /** Who may teach, speaks a language, lives near and is free: whom one seeks first, then the others and why not. */
  search: forReader.input(trainerQuerySchema).output(z.array(foundTrainerSchema)),
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
  /** Whom someone trained, whom these trained, and so on, how far each generation reached, and who trained them. */
  cascade: forReader
    .input(
      z.object({
        /** Null: of the whole office, below all with whom training began. */
        personId: personIdSchema.nullable(),
      }),
    )
    .output(cascadeSchema),
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
