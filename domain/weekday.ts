import { addDays, type CalendarDate } from './calendar-date.ts';

/** The day of the week as ISO 8601 numbers it: 1 is Monday, 7 Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1;
}

/** The Monday of the week a day is in. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** The days between two dates, both included, that fall on the given weekdays, in order. */
export function listDatesOnWeekdays(
  from: CalendarDate,
  to: CalendarDate,
  weekdays: readonly number[],
): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (weekdays.includes(weekdayOf(date))) dates.push(date);
  }
  return dates;
}
