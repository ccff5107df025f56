import { describe, expect, test } from 'vitest';
import {
  joinNames,
  writeColumnDate,
  writeDate,
  writeDay,
  writeHours,
  writePeriod,
  writeShortDate,
} from '../../../service/documents/spanish-words.ts';
import { writeHeading } from '../../../service/documents/heading.ts';
import { day } from './requests.ts';

describe('dates in Spanish', () => {
  test('are written out, with the weekday, short, and for a narrow column', () => {
    expect(writeDate(day('2026-11-05'))).toBe('5 de noviembre de 2026');
    expect(writeDay(day('2026-11-05'))).toBe('jueves 5 de noviembre de 2026');
    expect(writeShortDate(day('2026-03-28'))).toBe('28/3/26');
    expect(writeColumnDate(day('2026-11-07'))).toBe('sáb 7/11');
  });

  test.each([
    ['2026-11-05', '2026-11-05', 'el 5 de noviembre de 2026'],
    ['2026-11-05', '2026-11-20', 'del 5 al 20 de noviembre de 2026'],
    ['2026-10-28', '2026-11-20', 'del 28 de octubre al 20 de noviembre de 2026'],
    ['2026-12-28', '2027-01-15', 'del 28 de diciembre de 2026 al 15 de enero de 2027'],
    ['2026-11-05', '2027-11-05', 'del 5 de noviembre de 2026 al 5 de noviembre de 2027'],
  ])('from %s to %s are "%s"', (startsOn, endsOn, words) => {
    expect(writePeriod(day(startsOn), day(endsOn))).toBe(words);
  });
});

test.each([
  [40, '40 horas'],
  [1, '1 hora'],
  [7.5, '7,5 horas'],
])('%s are written "%s"', (hours, words) => {
  expect(writeHours(hours)).toBe(words);
});

test.each([
  [[], ''],
  [['Ana'], 'Ana'],
  [['Ana', 'Luis', 'Eva'], 'Ana, Luis y Eva'],
  [['Rosa', 'Iván'], 'Rosa e Iván'],
  [['Rosa', 'Hilda'], 'Rosa e Hilda'],
  [['Rosa', 'Ian'], 'Rosa y Ian'],
])('%j are joined as "%s"', (names, words) => {
  expect(joinNames(names)).toBe(words);
});

test.each([
  ['Gobierno Autónomo Municipal de Vinto', 'Vinto', null],
  ['GOBIERNO MUNICIPAL DE POCONA', 'Pocona', null],
  ['Dirección de Desarrollo Productivo', 'Vinto', 'Municipio de Vinto'],
])('the heading of %s in %s has below it %j', (heading, municipality, subheading) => {
  expect(writeHeading(heading, municipality)).toEqual({ heading, subheading });
});
