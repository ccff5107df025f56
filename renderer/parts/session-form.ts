import { typedTimeSchema } from '../../domain/field.ts';
import { sessionDraftSchema } from '../../domain/session.ts';

/** A session as its form has it: the hour may be typed in a hurry. */
export const sessionFormSchema = sessionDraftSchema.extend({ startsAt: typedTimeSchema });
