import { addDays, createCalendarDate, type CalendarDate } from './calendar-date.ts';
import { foldText } from './text.ts';

const months =
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' ');
/** Other spellings, and the English ones an English Excel leaves in a text ('05-Jan-90'). */
const otherMonths: Record<string, number> = { set: 9, setiembre: 9, jan: 1, apr: 4, aug: 8, dec: 12 };

/**
 * Reads a date as Bolivians write it, the day always first: '5/11/26', '26-7-76', '25.09.1993',
 * '5 de noviembre de 1990', '5-nov-90'; and ISO '1990-02-03'. A time after it is dropped. Two digits of a
 * year mean the latest such year whose date is not after `today`. Null where it is no date or there is no such day.
 */
export function parseDate(text: string, today: CalendarDate): CalendarDate | null {
  const folded = foldText(text)
    .replace(/[t ]+\d{1,2}:\d{2}.*$/, '')
    .replace(/^(lunes|martes|miercoles|jueves|viernes|sabado|domingo),? /, '');
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(folded);
  if (iso) return createCalendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts =
    /^(\d{1,2}) ?[-/. ] ?(\d{1,2}) ?[-/. ] ?(\d{4}|\d{2})$/.exec(folded) ??
    /^(\d{1,2})(?:[-/. ]| de )?([a-z]{3,10})\.?(?:[-/., ]| del? )?(\d{4}|\d{2})$/.exec(folded);
  if (!parts) return null;
  const [, day = '', month = '', year = ''] = parts;
  return datePivoted(year, readMonth(month), Number(day), today);
}

/** Number of a month (1-12) written as a number, a name or at least three letters of it; 0 for another word. */
function readMonth(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  return otherMonths[text] ?? months.findIndex((name) => name.startsWith(text)) + 1;
}

function datePivoted(year: string, month: number, day: number, today: CalendarDate): CalendarDate | null {
  if (year.length === 4) return createCalendarDate(Number(year), month, day);
  const century = Number(today.slice(0, 2)) * 100;
  const recent = createCalendarDate(century + Number(year), month, day);
  if (recent !== null && recent <= today) return recent;
  return createCalendarDate(century - 100 + Number(year), month, day);
}

/**
 * The date of a spreadsheet's serial number: days since 1899-12-30, or since 1904-01-01 where the workbook
 * says so. Excel counts a 29 February 1900 that never was, so serials below 60 are a day later. The time of day
 * (the fraction) is dropped. Null outside the years 1900 to 9999.
 */
export function serialToDate(serial: number, since1904 = false): CalendarDate | null {
  const days = Math.floor(serial);
  if (days < 1 || days > 2_958_465) return null;
  const start = since1904 ? createCalendarDate(1904, 1, 1) : createCalendarDate(1899, 12, 30);
  if (start === null) throw new Error('the calendar has lost its first day');
  return addDays(start, !since1904 && days < 60 ? days + 1 : days);
}
