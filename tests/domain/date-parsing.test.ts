import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDateSchema, createCalendarDate } from '../../domain/calendar-date.ts';
import { parseDate, serialToDate } from '../../domain/date-parsing.ts';

const today = calendarDateSchema.parse('2026-11-22');

test.each([
  ['5/11/26', '2026-11-05'],
  ['25/09/1993', '1993-09-25'],
  ['26-7-76', '1976-07-26'],
  ['1-6-02', '2002-06-01'],
  ['5.3.1990', '1990-03-05'],
  ['5 / 11 / 1990', '1990-11-05'],
  ['1990-02-03', '1990-02-03'],
  ['1990-02-03T00:00:00', '1990-02-03'],
  ['25/09/1993 00:00:00', '1993-09-25'],
  ['5 de noviembre de 1990', '1990-11-05'],
  ['5 de noviembre del 90', '1990-11-05'],
  ['jueves 5 de Noviembre de 1990', '1990-11-05'],
  ['5-nov-90', '1990-11-05'],
  ['5 nov 1990', '1990-11-05'],
  ['12-set-85', '1985-09-12'],
  ['05-Jan-90', '1990-01-05'],
  ['29-2-00', '2000-02-29'],
])('%j is %s', (text, date) => {
  expect(parseDate(text, today)).toBe(date);
});

test.each([
  '31/02/1990',
  '9/25/1993',
  '29-2-99',
  '0/1/1990',
  '1990',
  'hoy',
  '',
  '5 martes 1990',
  '5/11',
  '1/1/19900',
])('%j is no date', (text) => {
  expect(parseDate(text, today)).toBeNull();
});

test('two digits of a year are the latest that is not in the future', () => {
  expect(parseDate('22/11/26', today)).toBe('2026-11-22');
  expect(parseDate('23/11/26', today)).toBe('1926-11-23');
});

test('every day reads back however it is written', () => {
  const separator = fc.constantFrom('/', '-', '.', ' ');
  const seen = { short: 0, leap: 0 };
  fc.assert(
    fc.property(fc.integer({ min: -7000, max: 27000 }), separator, fc.boolean(), (day, mark, isShort) => {
      const date = serialToDate(25569 + day);
      const [year = '', month = '', dayOfMonth = ''] = date?.split('-') ?? [];
      const short = isShort && Number(year) > 1926 && (date ?? '') <= today;
      seen.short += Number(short);
      seen.leap += Number(month === '02');
      const text = [Number(dayOfMonth), Number(month), short ? year.slice(2) : year].join(mark);
      expect(parseDate(text, today)).toBe(date);
    }),
    { seed: 1990, numRuns: 1000 },
  );
  expect(seen.short).toBeGreaterThan(200);
  expect(seen.leap).toBeGreaterThan(20);
});

test.each([
  [1, '1900-01-01'],
  [59, '1900-02-28'],
  [61, '1900-03-01'],
  [27263, '1974-08-22'],
  [32907.75, '1990-02-03'],
])('the serial number %d is %s', (serial, date) => {
  expect(serialToDate(serial)).toBe(date);
});

test('a workbook that counts from 1904 has other serial numbers', () => {
  expect(serialToDate(32907 - 1462, true)).toBe('1990-02-03');
});

test.each([0, -5, 0.4, 2_958_466])('the serial number %d is no date', (serial) => {
  expect(serialToDate(serial)).toBeNull();
});

test('a date made of parts is the one its serial number says', () => {
  expect(serialToDate(25569)).toBe(createCalendarDate(1970, 1, 1));
});
