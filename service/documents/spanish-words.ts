import type { CalendarDate } from '../../domain/calendar-date.ts';

const months = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];

const weekdays = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'];

function readDate(date: CalendarDate): { year: string; month: string; day: number } {
  const [year = '', month = '', day = ''] = date.split('-');
  return { year, month: months[Number(month) - 1] ?? '', day: Number(day) };
}

/** '5 de noviembre de 2026'. */
export function writeDate(date: CalendarDate): string {
  const { year, month, day } = readDate(date);
  return `${day} de ${month} de ${year}`;
}

/** 'noviembre de 2026'. */
export function writeMonth(date: CalendarDate): string {
  const { year, month } = readDate(date);
  return `${month} de ${year}`;
}

/** 'jueves 5 de noviembre de 2026'. */
export function writeDay(date: CalendarDate): string {
  return `${readWeekday(date)} ${writeDate(date)}`;
}

function readWeekday(date: CalendarDate): string {
  return weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? '';
}

/** '5/11/26', as written in Bolivia where room is short. */
export function writeShortDate(date: CalendarDate): string {
  const [year = '', month, day] = date.split('-');
  return `${Number(day)}/${Number(month)}/${year.slice(2)}`;
}

/** '5/11/2026'. */
export function writeNumericDate(date: CalendarDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${day}/${month}/${year}`;
}

/** 'el 5 de noviembre de 2026' or 'del 5 al 7 de noviembre de 2026': month and year are said once if they are the same. */
export function writePeriod(startsOn: CalendarDate, endsOn: CalendarDate): string {
  if (startsOn === endsOn) return `el ${writeDate(startsOn)}`;
  const start = readDate(startsOn);
  const end = readDate(endsOn);
  const isSameYear = start.year === end.year;
  const month = isSameYear && start.month === end.month ? '' : ` de ${start.month}`;
  const year = isSameYear ? '' : ` de ${start.year}`;
  return `del ${start.day}${month}${year} al ${writeDate(endsOn)}`;
}

/** 'jue 5/11', for a narrow column. */
export function writeColumnDate(date: CalendarDate): string {
  const [, month, day] = date.split('-');
  return `${readWeekday(date).slice(0, 3)} ${Number(day)}/${Number(month)}`;
}

/** '7,5': a comma for decimals, as in es-BO. */
export function writeNumber(value: number): string {
  return String(value).replace('.', ',');
}

/** '40 horas', '1 hora'. */
export function writeHours(hours: number): string {
  return `${writeNumber(hours)} ${hours === 1 ? 'hora' : 'horas'}`;
}

const languageNames = new Intl.DisplayNames('es', { type: 'language', fallback: 'code' });

/** 'inglés' of 'en'; a code without a name as it is. */
export function writeLanguage(code: string): string {
  return languageNames.of(code) ?? code;
}

/** 'Ana, Luis y Eva'; 'e' before the sound of i. */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  const and = /^h?[ií](?![aeou])/i.test(last) ? 'e' : 'y';
  return `${names.slice(0, -1).join(', ')} ${and} ${last}`;
}
