import { z } from 'zod';
import { addDays, calendarDateSchema } from '../calendar-date.ts';
import { calendarSchema } from '../calendar.ts';
import { forReader } from './procedure.ts';

/** Two months, each with the days that fill its first and last week. */
const longestCalendar = 75;

export const calendarContract = {
  /** The sessions between two days, both included, but for those of cancelled editions. */
  list: forReader
    .input(
      z
        .object({ from: calendarDateSchema, to: calendarDateSchema })
        .refine(({ from, to }) => from <= to, { error: 'endsBeforeStart', path: ['to'] })
        .refine(({ from, to }) => to <= addDays(from, longestCalendar), {
          error: 'tooManyDays',
          path: ['to'],
        }),
    )
    .output(calendarSchema),
};
