import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';
import { optionalText, timeOfDaySchema } from './field.ts';
import { courseModuleIdSchema, editionIdSchema, sessionIdSchema } from './ids.ts';

/** A session is held or did not happen; until it is recorded it is planned. */
export const sessionStateSchema = z.enum(['planned', 'held', 'cancelled']);
export type SessionState = z.infer<typeof sessionStateSchema>;

/** In minutes. */
export const shortestSession = 15;
export const longestSession = 720;

export const sessionDraftSchema = z.object({
  date: calendarDateSchema,
  startsAt: timeOfDaySchema,
  minutes: z
    .number()
    .int()
    .min(shortestSession, { error: 'outOfRange' })
    .max(longestSession, { error: 'outOfRange' }),
  /** Null: the room of the edition. */
  room: optionalText(80),
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
