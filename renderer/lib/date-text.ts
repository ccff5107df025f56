import {
  addDays,
  type CalendarDate,
  calendarDateSchema,
  dayInBolivia,
  toInstant,
} from '../../domain/calendar-date.ts';
import { parseDate } from '../../domain/date-parsing.ts';

export type { CalendarDate };

/** How far ahead the two digits of a year may reach: a plan, never a birth. */
const daysAhead = 50 * 365;

/** The day it is at the office. */
export function today(): CalendarDate {
  return dayInBolivia(toInstant(Date.now()));
}

/** A calendar date, or null for anything else. */
export function toCalendarDate(value: unknown): CalendarDate | null {
  return calendarDateSchema.safeParse(value).data ?? null;
}

/** 5/11/2026; '' for no date. */
export function writeDate(date: CalendarDate | null): string {
  if (date === null) return '';
  const [year, month, day] = date.split('-').map(Number);
  return `${day}/${month}/${year}`;
}

/**
 * Reads a typed date, also in a hurry: '05112026', and '5/11' as of this year. `past`: two digits of a year
 * mean one that has been, as for a birth date.
 */
export function readDate(text: string, past: boolean): CalendarDate | null {
  const trimmed = text.trim();
  const digits = /^(\d{2})(\d{2})(\d{4}|\d{2})$/.exec(trimmed);
  const isShort = /^\d{1,2}[-/. ]\d{1,2}$/.test(trimmed);
  const written = digits?.slice(1).join('/') ?? (isShort ? `${trimmed}/${today().slice(0, 4)}` : trimmed);
  return parseDate(written, past ? today() : addDays(today(), daysAhead));
}
