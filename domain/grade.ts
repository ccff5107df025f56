import { z } from 'zod';
import { percentSchema, requiredText } from './field.ts';
import { type AssessmentId, assessmentIdSchema, enrolmentIdSchema } from './ids.ts';

export const assessmentKindSchema = z.enum(['preTest', 'practice', 'postTest']);

/** Part of the final grade; one of weight 0 (a pre-test) is kept for comparison only. */
export const assessmentSchema = z.object({
  id: assessmentIdSchema,
  kind: assessmentKindSchema,
  title: z.string(),
  weight: z.number(),
});
export type Assessment = z.infer<typeof assessmentSchema>;

export const assessmentDraftSchema = z.object({
  id: assessmentIdSchema.nullable(),
  kind: assessmentKindSchema,
  title: requiredText(80),
  weight: percentSchema,
});
export type AssessmentDraft = z.infer<typeof assessmentDraftSchema>;

/** A score of 0-100; null takes the grade away. */
export const gradeChangeSchema = z.object({
  assessmentId: assessmentIdSchema,
  enrolmentId: enrolmentIdSchema,
  score: percentSchema.nullable(),
});
export type GradeChange = z.infer<typeof gradeChangeSchema>;

/** What an edition of a graded course starts with. */
export const defaultAssessments = [
  { kind: 'preTest', title: 'Prueba inicial', weight: 0 },
  { kind: 'practice', title: 'Práctica', weight: 50 },
  { kind: 'postTest', title: 'Prueba final', weight: 50 },
] as const;

/**
 * The final grade of 0-100: the mean of the scores by weight, rounded to the nearest whole point (half up).
 * Null while a weighted score is missing, or where nothing has a weight.
 */
export function computeFinalGrade(
  assessments: readonly Pick<Assessment, 'id' | 'weight'>[],
  scoreByAssessment: ReadonlyMap<AssessmentId, number>,
): number | null {
  let points = 0;
  let weights = 0;
  for (const { id, weight } of assessments) {
    if (weight === 0) continue;
    const score = scoreByAssessment.get(id);
    if (score === undefined) return null;
    points += score * weight;
    weights += weight;
  }
  if (weights === 0) return null;
  // Weights with decimals leave a half a hair below itself, which must not cost a point.
  return Math.round(Math.round((points / weights) * 1e6) / 1e6);
}
