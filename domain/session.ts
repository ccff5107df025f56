import { z } from 'zod';
import { addDays, calendarDateSchema } from './calendar-date.ts';
import { optionalText, timeOfDaySchema } from './field.ts';
import { courseModuleIdSchema, editionIdSchema, sessionIdSchema } from './ids.ts';

/** A session is held or did not happen; until it is recorded it is planned. */
export const sessionStateSchema = z.enum(['planned', 'held', 'cancelled']);
export type SessionState = z.infer<typeof sessionStateSchema>;

export const sessionDraftSchema = z.object({
  date: calendarDateSchema,
  startsAt: timeOfDaySchema,
  minutes: z.number().int().min(15, { error: 'outOfRange' }).max(720, { error: 'outOfRange' }),
  topic: optionalText(200),
  moduleId: courseModuleIdSchema.nullable(),
});
export type SessionDraft = z.infer<typeof sessionDraftSchema>;

/** One meeting of an edition. `cancelReason` is set just where it is cancelled. */
export const sessionSchema = sessionDraftSchema.extend({
  id: sessionIdSchema,
  editionId: editionIdSchema,
  state: sessionStateSchema,
  cancelReason: z.string().nullable(),
});
export type Session = z.infer<typeof sessionSchema>;

/** Days of the week as ISO 8601 numbers them: 1 is Monday, 7 Sunday. */
export const weekdaySchema = z.number().int().min(1).max(7);

const longestPlanDays = 400;

/** Sessions at the same hour on chosen weekdays between two dates. */
export const sessionPlanSchema = z
  .object({
    from: calendarDateSchema,
    to: calendarDateSchema,
    weekdays: z.array(weekdaySchema).min(1, { error: 'required' }),
    startsAt: timeOfDaySchema,
    minutes: z.number().int().min(15, { error: 'outOfRange' }).max(720, { error: 'outOfRange' }),
  })
  .refine((plan) => plan.from <= plan.to, { error: 'endsBeforeStart', path: ['to'] })
  // A mistyped year must not make thousands of sessions.
  .refine((plan) => plan.to <= addDays(plan.from, longestPlanDays), { error: 'planTooLong', path: ['to'] });
export type SessionPlan = z.infer<typeof sessionPlanSchema>;
