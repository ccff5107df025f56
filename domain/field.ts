import { z } from 'zod';

/** Text a person must type: outer blanks removed, at most `max` characters. */
export const requiredText = (max: number) =>
  z.string().trim().min(1, { error: 'required' }).max(max, { error: 'tooLong' });

const emptyToNull = (text: string | null): string | null => (text === '' ? null : text);

/** Text a person may leave out: an empty field is stored as null. */
export const optionalText = (max: number) =>
  z.string().trim().max(max, { error: 'tooLong' }).nullable().transform(emptyToNull);

/** Text of a given shape that may be left out; `error` is the tag of what to say of another shape. */
export const optionalPattern = (pattern: RegExp, error: string) =>
  z.string().trim().nullable().transform(emptyToNull).pipe(z.string().regex(pattern, { error }).nullable());

export const percentSchema = z.number().min(0, { error: 'outOfRange' }).max(100, { error: 'outOfRange' });

/** Time of day 'HH:MM', 24 hours. */
export const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'invalidTime' });

/** '8', '8:30', '8.30' and '830' are how people write 08:00 and 08:30. */
function tidyTime(text: string): string {
  const parts = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(text.trim());
  return parts === null ? text.trim() : `${(parts[1] ?? '').padStart(2, '0')}:${parts[2] ?? '00'}`;
}

/** A time of day as it is typed in a hurry. */
export const typedTimeSchema = z.string().transform(tidyTime).pipe(timeOfDaySchema);
