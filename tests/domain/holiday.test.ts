import { describe, expect, test } from 'vitest';
import { easterSunday, listHolidays } from '../../domain/holiday.ts';

const vinto = '030904';
const listOf = (year: number, municipality = vinto) =>
  listHolidays(year, municipality).map(
    ({ date, name, isMoved }) => `${date} ${name}${isMoved ? ' moved' : ''}`,
  );

/** Easter by Clavius' rule as Knuth gives it (The Art of Computer Programming, 1.3.2, exercise 14): another way. */
function easterByClavius(year: number): string {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const leapDropped = Math.floor((3 * century) / 4) - 12;
  const moon = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - leapDropped - 10;
  let epact = (((11 * golden + 20 + moon - leapDropped) % 30) + 30) % 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let march = 44 - epact;
  if (march < 21) march += 30;
  march = march + 7 - ((sunday + march) % 7);
  return new Date(Date.UTC(year, 2, march)).toISOString().slice(0, 10);
}

describe('the holidays of a year', () => {
  test('Easter is where another rule puts it, in every year of the Gregorian calendar up to 4000', () => {
    const years = Array.from({ length: 4000 - 1583 + 1 }, (_, index) => 1583 + index);
    expect(years.map(easterSunday)).toEqual(years.map(easterByClavius));
  });

  test('are the eleven of D.S. 2750 and 5019 and that of the department', () => {
    expect(listOf(2027)).toEqual([
      '2027-01-01 newYear',
      '2027-01-22 plurinationalState',
      '2027-02-08 carnivalMonday',
      '2027-02-09 carnivalTuesday',
      '2027-03-26 goodFriday',
      '2027-05-01 labour',
      '2027-05-27 corpusChristi',
      '2027-06-21 andeanNewYear',
      '2027-08-06 independence',
      '2027-09-14 department',
      '2027-11-02 allSouls',
      '2027-12-25 christmas',
    ]);
  });

  test('free the Monday after a Sunday, also of the department and of All Souls', () => {
    expect(listOf(2025).filter((line) => line.endsWith('moved'))).toEqual([
      '2025-09-15 department moved',
      '2025-11-03 allSouls moved',
    ]);
    expect(listOf(2023).filter((line) => line.endsWith('moved'))).toEqual([
      '2023-01-02 newYear moved',
      '2023-01-23 plurinationalState moved',
      '2023-08-07 independence moved',
    ]);
  });

  test('of 2026 are as D.S. 5521 says: one moved, days added to others', () => {
    const days = listOf(2026);
    expect(days).not.toContain('2026-01-22 plurinationalState');
    expect(days).toEqual(
      expect.arrayContaining([
        '2026-01-02 newYear moved',
        '2026-01-23 plurinationalState moved',
        '2026-06-04 corpusChristi',
        '2026-06-05 corpusChristi moved',
        '2026-06-21 andeanNewYear',
        '2026-06-22 andeanNewYear moved',
        '2026-08-07 independence moved',
      ]),
    );
  });

  test('include the day of the department where the office lies, and no other’s', () => {
    const department = (code: string) => listOf(2027, code).filter((line) => line.includes('department'));
    expect(department('020101')).toEqual(['2027-07-16 department']);
    expect(department('070101')).toEqual(['2027-09-24 department']);
    expect(department('990101')).toEqual([]);
  });
});
