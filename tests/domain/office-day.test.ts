import { expect, test } from 'vitest';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { listDaysOff } from '../../domain/office-day.ts';

const day = (date: string) => calendarDateSchema.parse(date);
const range = { from: day('2027-01-01'), to: day('2027-12-31') };
const officeDay = (from: string, to: string, given: { name?: string; isWorked?: boolean } = {}) => ({
  startsOn: day(from),
  endsOn: day(to),
  name: 'Vacación colectiva',
  isWorked: false,
  ...given,
});
const listOf = (officeDays: ReturnType<typeof officeDay>[], { from, to } = range) =>
  [...listDaysOff({ from, to }, { municipalityCode: '030904', officeDays })].map(
    ([date, reason]) => `${date} ${reason.of === 'office' ? reason.name : reason.holiday}`,
  );

test('free days are the holidays and those of the office, both ends of a range included', () => {
  const days = listOf([officeDay('2027-12-24', '2027-12-26', { name: 'Aniversario' })]);
  expect(days).toHaveLength(14);
  expect(days.slice(-3)).toEqual([
    '2027-12-24 Aniversario',
    '2027-12-25 Aniversario',
    '2027-12-26 Aniversario',
  ]);
});

test('a holiday that is worked is none, unless the office is closed all the same, in whatever order that was said', () => {
  const worked = officeDay('2027-06-01', '2027-06-30', { isWorked: true });
  const closed = officeDay('2027-06-21', '2027-06-21');
  const june = { from: day('2027-06-01'), to: day('2027-06-30') };
  expect(listOf([], june)).toEqual(['2027-06-21 andeanNewYear']);
  expect(listOf([worked], june)).toEqual([]);
  expect(listOf([worked, closed], june)).toEqual(['2027-06-21 Vacación colectiva']);
  expect(listOf([closed, worked], june)).toEqual(['2027-06-21 Vacación colectiva']);
});

test('of a range that ends before it starts no day is free, of one that is too long the first', () => {
  expect(listOf([officeDay('2027-12-31', '2027-01-04')])).toHaveLength(12);
  expect(
    listOf([officeDay('2027-02-10', '9999-12-31')], { from: day('2027-06-08'), to: day('2027-06-12') }),
  ).toEqual([
    '2027-06-08 Vacación colectiva',
    '2027-06-09 Vacación colectiva',
    '2027-06-10 Vacación colectiva',
  ]);
});

test('a range over the end of a year has the holidays of both', () => {
  expect(listOf([], { from: day('2027-12-20'), to: day('2028-01-05') })).toEqual([
    '2027-12-25 christmas',
    '2028-01-01 newYear',
  ]);
});
