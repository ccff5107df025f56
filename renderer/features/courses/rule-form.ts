import type { z } from 'zod';
import {
  type AccreditationRequirements,
  type AccreditationRule,
  accreditationRuleSchema,
} from '../../../domain/accreditation-rule.ts';

/** What can be said of a rule; its course and level are known. */
export const ruleFormSchema = accreditationRuleSchema.omit({ courseId: true, level: true });
export type RuleInput = z.input<typeof ruleFormSchema>;

export function toRequirements(rule: AccreditationRule): AccreditationRequirements {
  const { courseId: _courseId, level: _level, ...requirements } = rule;
  return requirements;
}
