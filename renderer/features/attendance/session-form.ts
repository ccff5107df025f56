import { z } from 'zod';
import { timeOfDaySchema } from '../../../domain/field.ts';
import { sessionDraftSchema, sessionPlanSchema } from '../../../domain/session.ts';

/** '8', '8:30', '8.30' and '830' are how people write 08:00 and 08:30. */
function tidyTime(text: string): string {
  const parts = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(text.trim());
  return parts === null ? text.trim() : `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`;
}

const typedTimeSchema = z.string().transform(tidyTime).pipe(timeOfDaySchema);

/** A session as its form has it: the hour may be typed in a hurry. */
export const sessionFormSchema = sessionDraftSchema.extend({ startsAt: typedTimeSchema });

/** A weekly plan as its form has it; the schema of the domain checks the whole. */
export const planFormSchema = z
  .object({ ...sessionPlanSchema.shape, startsAt: typedTimeSchema })
  .refine((plan) => plan.from <= plan.to, { error: 'endsBeforeStart', path: ['to'] });
