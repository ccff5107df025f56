import { z } from 'zod';
import { addDays, type CalendarDate, createCalendarDate } from './calendar-date.ts';
import { weekdayOf } from './weekday.ts';

/** Days on which public and private activities are suspended; their names stand with the texts. */
export const holidayNameSchema = z.enum([
  'newYear',
  'plurinationalState',
  'carnivalMonday',
  'carnivalTuesday',
  'goodFriday',
  'labour',
  'corpusChristi',
  'andeanNewYear',
  'independence',
  'allSouls',
  'christmas',
  'department',
]);
export type HolidayName = z.infer<typeof holidayNameSchema>;

export interface Holiday {
  date: CalendarDate;
  name: HolidayName;
  /** It is not the day itself, but one that a rule or a decree frees for it. */
  isMoved: boolean;
}

const fixed: readonly [HolidayName, month: number, day: number][] = [
  ['newYear', 1, 1],
  ['plurinationalState', 1, 22],
  ['labour', 5, 1],
  ['andeanNewYear', 6, 21],
  ['independence', 8, 6],
  ['allSouls', 11, 2],
  ['christmas', 12, 25],
];

/** Days after Easter Sunday. */
const movable: readonly [HolidayName, days: number][] = [
  ['carnivalMonday', -48],
  ['carnivalTuesday', -47],
  ['goodFriday', -2],
  ['corpusChristi', 60],
];

/** The department's own day, by the first two digits of a municipality's code: month and day. */
const departmentDays: Readonly<Record<string, readonly [month: number, day: number]>> = {
  '01': [5, 25],
  '02': [7, 16],
  '03': [9, 14],
  '04': [2, 10],
  '05': [11, 10],
  '06': [4, 15],
  '07': [9, 24],
  '08': [11, 18],
  '09': [9, 24],
};

/** What decrees said of single years: a day freed beside the holiday, or in its place. */
const decreed: Readonly<Record<number, readonly { date: string; name: HolidayName; insteadOf?: string }[]>> =
  {
    // The bridge of the new year, and D.S. 5521 of 13 January 2026.
    2026: [
      { date: '2026-01-02', name: 'newYear' },
      { date: '2026-01-23', name: 'plurinationalState', insteadOf: '2026-01-22' },
      { date: '2026-06-05', name: 'corpusChristi' },
      { date: '2026-08-07', name: 'independence' },
    ],
  };

/**
 * The holidays of a year where a municipality lies, by date: the national ones and the department's. One that falls on
 * a Sunday frees the Monday after it as well. Sources: D.S. 2750 of 2016 with the changes of D.S. 5019 of 2023 (its
 * article 3: the Mondays), and the decrees named above; what is decreed later, an office adds as its own days.
 */
export function listHolidays(year: number, municipalityCode: string): Holiday[] {
  const decrees = decreed[year] ?? [];
  const replaced = new Set(decrees.map(({ insteadOf }) => insteadOf));
  const days = listRegularDays(year, municipalityCode).filter(({ date }) => !replaced.has(date));
  const added = decrees.map(({ date, name }) => ({ date: date as CalendarDate, name, isMoved: true }));
  return [...days, ...days.filter(isSunday).map(toMonday), ...added].toSorted((a, b) =>
    a.date < b.date ? -1 : 1,
  );
}

function listRegularDays(year: number, municipalityCode: string): Holiday[] {
  const easter = easterSunday(year);
  const [month, day] = departmentDays[municipalityCode.slice(0, 2)] ?? [0, 0];
  const dated: [HolidayName, CalendarDate | null][] = [
    ...fixed.map(([name, ...date]): [HolidayName, CalendarDate | null] => [
      name,
      createCalendarDate(year, ...date),
    ]),
    ...movable.map(([name, days]): [HolidayName, CalendarDate] => [name, addDays(easter, days)]),
    ['department', createCalendarDate(year, month, day)],
  ];
  return dated.flatMap(([name, date]) =>
    date === null || date.slice(0, 4) !== String(year) ? [] : [{ date, name, isMoved: false }],
  );
}

const isSunday = ({ date }: Holiday) => weekdayOf(date) === 7;
const toMonday = ({ date, name }: Holiday): Holiday => ({ date: addDays(date, 1), name, isMoved: true });

/**
 * Easter Sunday of the Gregorian calendar (1583 to 9999), by the rule that Meeus (Astronomical Algorithms, chapter 8)
 * calls valid without exception: the golden number, the century's leap and moon corrections, then the next Sunday.
 */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const march = epact + toSunday - 7 * late + 22;
  return addDays(`${year}-03-01` as CalendarDate, march - 1);
}
