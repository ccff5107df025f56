import { describe, expect, test } from 'vitest';
import { calendarDateSchema, instantSchema } from '../../../domain/calendar-date.ts';
import { readDate, writeDate } from '../../../renderer/lib/date-text.ts';
import { createFormat } from '../../../renderer/lib/format.ts';

const day = calendarDateSchema.parse('2026-11-05');
const moment = instantSchema.parse('2026-11-05T18:03:00.000Z');
const spaced = (text: string) => text.replace(/\s/gu, ' ');

describe('Bolivian Spanish', () => {
  const format = createFormat('es');

  test('writes dates as an office speaks them', () => {
    expect([format.date(day), format.longDate(day), format.weekdayDate(day), format.weekday(day)]).toEqual([
      '5/11/2026',
      '5 de noviembre de 2026',
      'jueves 5 de noviembre',
      'jue',
    ]);
  });

  test('writes moments in the time of Bolivia, whatever the zone of the PC', () => {
    expect([format.time(moment), spaced(format.dateTime(moment))]).toEqual(['14:03', '5/11/2026, 14:03']);
  });

  test('writes numbers with a point for thousands and a comma for decimals', () => {
    expect([
      format.number(1234567.89),
      format.number(1234),
      format.money(1234.5),
      format.percent(84.5),
    ]).toEqual(['1.234.567,89', '1.234', 'Bs 1.234,50', '84,5 %']);
  });

  test('joins names as they are spoken', () => {
    expect(format.list(['Ana', 'Luz', 'Inés'])).toBe('Ana, Luz e Inés');
  });

  test('writes nothing for what is missing', () => {
    expect([format.date(null), format.time(null), format.number(null), format.money(null)]).toEqual([
      '',
      '',
      '',
      '',
    ]);
  });
});

test('English writes its own forms', () => {
  const format = createFormat('en');
  expect([format.weekdayDate(day), format.number(1234.5), format.percent(84)]).toEqual([
    'Thursday 5 November',
    '1,234.5',
    '84%',
  ]);
});

describe('a typed date', () => {
  test('is read in every shape people type', () => {
    const typed = ['5/11/2026', '05-11-2026', '5.11.26', '05112026', '051126', '5 nov 2026'];
    expect(typed.map((text) => writeDate(readDate(text, false)))).toEqual(typed.map(() => '5/11/2026'));
  });

  test('of two digits is a past year for a birth and a coming one for a plan', () => {
    expect(readDate('5/11/49', true)?.slice(0, 4)).toBe('1949');
    expect(readDate('5/11/49', false)?.slice(0, 4)).toBe('2049');
  });

  test('that does not exist is none', () => {
    expect(readDate('31/02/1990', true)).toBeNull();
  });
});
