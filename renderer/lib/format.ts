import { useTranslation } from 'react-i18next';
import type { CalendarDate, Instant } from '../../domain/calendar-date.ts';

/** Bolivia keeps UTC-4 all year; moments are shown in the office's time, whatever the PC's zone. */
const officeZone = 'America/La_Paz';

function dateParts(locale: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  return (date: CalendarDate | null) => (date === null ? '' : format.format(Date.parse(date)));
}

function dateRange(locale: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  return (from: CalendarDate, to: CalendarDate) => format.formatRange(Date.parse(from), Date.parse(to));
}

function momentParts(locale: string, options: Intl.DateTimeFormatOptions) {
  const format = new Intl.DateTimeFormat(locale, { timeZone: officeZone, ...options });
  return (moment: Instant | null) => (moment === null ? '' : format.format(Date.parse(moment)));
}

/** Spanish writes "jueves 5 de noviembre" without the comma that Intl puts after the weekday. */
function withoutComma(write: (date: CalendarDate | null) => string) {
  return (date: CalendarDate | null) => write(date).replace(',', '');
}

/** Writes dates, numbers and money as Bolivian offices do, or in English. Null becomes ''. */
export function createFormat(language: string) {
  const isSpanish = language.startsWith('es');
  const locale = isSpanish ? 'es-BO' : 'en-GB';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: true });
  const money = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const percent = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const conjunction = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    /** 5/11/2026 */
    date: dateParts(locale, { day: 'numeric', month: 'numeric', year: 'numeric' }),
    /** 5 de noviembre de 2026 */
    longDate: dateParts(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    /** jueves 5 de noviembre */
    weekdayDate: withoutComma(dateParts(locale, { weekday: 'long', day: 'numeric', month: 'long' })),
    /** 5 nov */
    shortDate: dateParts(locale, { day: 'numeric', month: 'short' }),
    /** noviembre de 2026 */
    month: dateParts(locale, { month: 'long', year: 'numeric' }),
    /** 2–8 de noviembre de 2026 */
    range: dateRange(locale, { day: 'numeric', month: 'long', year: 'numeric' }),
    /** jueves */
    longWeekday: dateParts(locale, { weekday: 'long' }),
    /** jue */
    weekday: dateParts(locale, { weekday: 'short' }),
    /** 5/11/2026, 14:03 in Bolivia */
    dateTime: momentParts(locale, {
      day: 'numeric',
      month: 'numeric',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    /** 14:03 in Bolivia */
    time: momentParts(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }),
    /** 1.234,5 */
    number: (value: number | null) => (value === null ? '' : whole.format(value)),
    /** 84 % of a figure between 0 and 100 */
    percent: (value: number | null) =>
      value === null ? '' : `${percent.format(value)}${isSpanish ? ' %' : '%'}`,
    /** Bs 1.234,50 */
    money: (value: number | null) => (value === null ? '' : `Bs ${money.format(value)}`),
    /** Ana, Luz y Juan */
    list: (texts: readonly string[]) => conjunction.format(texts),
  };
}

export type Format = ReturnType<typeof createFormat>;

// Making them takes a browser some milliseconds, and nearly every part of a page wants them.
const formatByLanguage = new Map<string, Format>();

/** The formats of the language on screen. */
export function useFormat(): Format {
  const { language } = useTranslation().i18n;
  const known = formatByLanguage.get(language);
  if (known !== undefined) return known;
  const format = createFormat(language);
  formatByLanguage.set(language, format);
  return format;
}
