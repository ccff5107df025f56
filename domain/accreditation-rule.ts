import { z } from 'zod';
import { percentSchema } from './field.ts';
import { courseIdSchema } from './ids.ts';

/** What one can be accredited as: who teaches a course, and who also trains and accredits its trainers. */
export const accreditationLevelSchema = z.enum(['trainer', 'masterTrainer']);
export type AccreditationLevel = z.infer<typeof accreditationLevelSchema>;

const editions = z.number().int().min(0, { error: 'outOfRange' }).max(50, { error: 'outOfRange' });
const months = z.number().int().min(1, { error: 'outOfRange' }).max(240, { error: 'outOfRange' });

/** What it takes to be accredited for a course at a level, and to stay so. */
export const accreditationRuleSchema = z.object({
  courseId: courseIdSchema,
  level: accreditationLevelSchema,
  /** The course that has to be passed before; null: none. */
  trainingCourseId: courseIdSchema.nullable(),
  /** Editions to be taught beside others, and as the lead, after that training. */
  editionsAssisted: editions,
  editionsLed: editions,
  /** Least score, of 0-100, in an observed session; null: no observation is asked for. */
  observationScore: percentSchema.nullable(),
  needsAgreement: z.boolean(),
  /** All of it within so many months after the training; null: whenever. */
  withinMonths: months.nullable(),
  /** How long an accreditation holds; null: for good. */
  validityMonths: months.nullable(),
  /** Editions to be taught within any twelve months; 0: none. */
  editionsAYear: editions,
  /** The course that renews an accreditation when it is passed; null: none does. */
  refresherCourseId: courseIdSchema.nullable(),
  /** So many editions led within the validity renew it; null: activity does not. */
  renewedByEditions: editions.min(1, { error: 'outOfRange' }).nullable(),
});
export type AccreditationRule = z.infer<typeof accreditationRuleSchema>;
export type AccreditationRequirements = Omit<AccreditationRule, 'courseId' | 'level'>;

const nothingAsked: AccreditationRequirements = {
  trainingCourseId: null,
  editionsAssisted: 0,
  editionsLed: 0,
  observationScore: null,
  needsAgreement: false,
  withinMonths: null,
  validityMonths: null,
  editionsAYear: 0,
  refresherCourseId: null,
  renewedByEditions: null,
};

/** Where an office may begin. All figures are settings: programmes differ, and their agreements decide. */
export const accreditationPresetSchema = z.enum(['siyb', 'smrc', 'own']);
export type AccreditationPreset = z.infer<typeof accreditationPresetSchema>;

/**
 * The shapes of two published programmes and a plain one. Of ILO's Start and Improve Your Business: an observed
 * session within a year after the training, and three years of validity. Of the Self-Management Resource Center: a
 * signed agreement, one course taught beside another trainer, and one a year to stay.
 */
export const accreditationPresets: Readonly<Record<AccreditationPreset, AccreditationRequirements>> = {
  siyb: {
    ...nothingAsked,
    editionsLed: 1,
    observationScore: 70,
    withinMonths: 12,
    validityMonths: 36,
    renewedByEditions: 3,
  },
  smrc: { ...nothingAsked, editionsAssisted: 1, needsAgreement: true, withinMonths: 12, editionsAYear: 1 },
  own: { ...nothingAsked, editionsAssisted: 1, validityMonths: 24 },
};
