import { z } from 'zod';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { optionalText } from '../../../domain/field.ts';
import { personIdSchema } from '../../../domain/ids.ts';
import { today } from '../../lib/date-text.ts';

/** What is asked when something is said of an accreditation. Whether a reason is needed is the service's to say. */
export const wordFormSchema = z.object({
  on: calendarDateSchema.refine((date) => date <= today(), { error: 'trainers:issue.notYet' }),
  accreditedBy: personIdSchema.nullable(),
  reason: optionalText(300),
});

export const startWord = () => ({ on: today(), accreditedBy: null, reason: null });

/** The field that a refusal belongs to. */
export const fieldByRefusal = {
  REASON_NEEDED: 'reason',
  NOT_MASTER_TRAINER: 'accreditedBy',
  COORDINATOR_NEEDED: 'accreditedBy',
} as const;
