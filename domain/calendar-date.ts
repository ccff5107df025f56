import { z } from 'zod';

/** A day of the civil calendar, 'YYYY-MM-DD'; it has no time and no zone. */
export const calendarDateSchema = z
  .string()
  .refine((text) => isCalendarDate(text), { error: 'invalidDate' })
  .brand<'CalendarDate'>();
export type CalendarDate = z.infer<typeof calendarDateSchema>;

/** A moment in UTC, ISO 8601 with milliseconds: '2026-11-05T14:03:00.000Z'. */
export const instantSchema = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof instantSchema>;

/** Bolivia keeps UTC-4 all year, so the office's day never depends on the PC's time zone. */
const boliviaOffsetMs = -4 * 60 * 60 * 1000;

function isCalendarDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && createCalendarDate(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** The last moment of the year 9999, in milliseconds since 1970: what a calendar can show. */
export const lastMoment = 253_402_300_799_999;

/** Makes a date of its parts (month 1-12), or null where the calendar has no such day (31 February). */
export function createCalendarDate(year: number, month: number, day: number): CalendarDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists =
    year >= 1000 &&
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return exists ? (date.toISOString().slice(0, 10) as CalendarDate) : null;
}

/** The moment of a number of milliseconds since 1970. */
export function toInstant(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** The day it is in Bolivia (UTC-4) at a moment. */
export function dayInBolivia(instant: Instant): CalendarDate {
  return new Date(Date.parse(instant) + boliviaOffsetMs).toISOString().slice(0, 10) as CalendarDate;
}

/** The date a number of days later (earlier where negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10) as CalendarDate;
}

/**
 * The date a number of months later (earlier where negative); where that month has no such day, its last one:
 * a month after 31 January is 28 February.
 */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  lastDay.setUTCDate(Math.min(day, lastDay.getUTCDate()));
  return lastDay.toISOString().slice(0, 10) as CalendarDate;
}

/** Whole years between a birth date and a day. */
export function ageOn(birthDate: CalendarDate, day: CalendarDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** Youth is 16 to 28 (Ley 342, art. 4); the band of someone without a birth date is unknown. */
export function isYouth(birthDate: CalendarDate, day: CalendarDate): boolean {
  const age = ageOn(birthDate, day);
  return age >= 16 && age <= 28;
}
