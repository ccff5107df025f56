import { z } from 'zod';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { calendarFilterSchema } from '../../../domain/calendar.ts';

const filter = calendarFilterSchema.shape;

/** What the address says of the calendar to show; what it does not know, or no office lives through, is left aside. */
export const calendarViewSchema = z.object({
  view: z.enum(['month', 'week']).optional().catch(undefined),
  /** Any day of the month or week to show; without it, today. */
  date: calendarDateSchema
    .refine((date) => date >= '1950-01-01' && date <= '2150-12-31')
    .optional()
    .catch(undefined),
  programmeId: filter.programmeId.catch(undefined),
  courseId: filter.courseId.catch(undefined),
  trainerId: filter.trainerId.catch(undefined),
  place: filter.place.catch(undefined),
});
export type CalendarView = z.infer<typeof calendarViewSchema>;

/** The whole address of a calendar. */
export function writeCalendarAddress(view: CalendarView): string {
  const known = Object.entries(view).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return known.length === 0 ? '/calendario' : `/calendario?${new URLSearchParams(known).toString()}`;
}
