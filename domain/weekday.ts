import { z } from 'zod';
import { addDays, type CalendarDate } from './calendar-date.ts';

/** Days of the week as ISO 8601 numbers them: 1 is Monday, 7 Sunday. */
export const weekdaySchema = z.number().int().min(1).max(7);

/** The day of the week as ISO 8601 numbers it: 1 is Monday, 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1;
}

/** The Monday of the week a day is in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}
