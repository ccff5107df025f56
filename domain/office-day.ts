import { z } from 'zod';
import { addDays, type CalendarDate, calendarDateSchema } from './calendar-date.ts';
import { requiredText } from './field.ts';
import { type HolidayName, listHolidays } from './holiday.ts';
import { officeDayIdSchema } from './ids.ts';

const longestOfficeDays = 120;

const officeDayFields = z.object({
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  name: requiredText(80),
  /** Holidays in this time are worked; otherwise the office does not work. */
  isWorked: z.boolean(),
});

/** Days that are not what the calendar says: the office is closed, or works on a holiday. */
export const officeDayDraftSchema = officeDayFields
  .refine((day) => day.startsOn <= day.endsOn, { error: 'endsBeforeStart', path: ['endsOn'] })
  .refine((day) => day.endsOn <= addDays(day.startsOn, longestOfficeDays), {
    error: 'tooManyDays',
    path: ['endsOn'],
  });
export type OfficeDayDraft = z.infer<typeof officeDayDraftSchema>;

export const officeDaySchema = officeDayFields.extend({ id: officeDayIdSchema });
export type OfficeDay = z.infer<typeof officeDaySchema>;

/** Why a day is free: a holiday, or as the office named it. */
export type DayOff =
  { of: 'holiday'; holiday: HolidayName; isMoved: boolean } | { of: 'office'; name: string };

export type DaysOff = ReadonlyMap<CalendarDate, DayOff>;

/**
 * The free days between two dates, both included. The office's own word counts for more than a holiday, and that it is
 * closed more than that it works. What PCs wrote apart may end before it starts, or be too long: only its first days
 * count.
 */
export function listDaysOff(
  { from, to }: { from: CalendarDate; to: CalendarDate },
  {
    municipalityCode,
    officeDays,
  }: { municipalityCode: string; officeDays: readonly Omit<OfficeDay, 'id'>[] },
): DaysOff {
  const daysOff = new Map<CalendarDate, DayOff>();
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    for (const { date, name, isMoved } of listHolidays(year, municipalityCode)) {
      if (!daysOff.has(date)) daysOff.set(date, { of: 'holiday', holiday: name, isMoved });
    }
  }
  for (const day of officeDays) if (day.isWorked) for (const date of datesOf(day)) daysOff.delete(date);
  for (const day of officeDays.filter(({ isWorked }) => !isWorked)) {
    for (const date of datesOf(day)) daysOff.set(date, { of: 'office', name: day.name });
  }
  return new Map([...daysOff].filter(([date]) => from <= date && date <= to).toSorted(byDate));
}

const byDate = ([a]: [CalendarDate, DayOff], [b]: [CalendarDate, DayOff]) => (a < b ? -1 : 1);

/** Both ends included; no day is computed that lies beyond the end, since a calendar ends somewhere. */
function datesOf({ startsOn, endsOn }: Pick<OfficeDay, 'startsOn' | 'endsOn'>): CalendarDate[] {
  const days = (Date.parse(endsOn) - Date.parse(startsOn)) / 86_400_000;
  const count = Math.max(0, Math.min(days, longestOfficeDays) + 1);
  return Array.from({ length: count }, (_, index) => addDays(startsOn, index));
}
