import type { CalendarDate } from '../../domain/calendar-date.ts';
import { type Calendar, type CalendarFilter, listWeeks, passesFilter } from '../../domain/calendar.ts';
import type { DocumentOrder } from '../../domain/contract/documents.ts';
import type { PrintedDay } from '../../domain/documents.ts';
import { type DayOff, listDaysOff } from '../../domain/office-day.ts';
import { refuse } from '../../domain/refusal.ts';
import { listCalendar } from '../../db/calendar.ts';
import { listCourses } from '../../db/courses.ts';
import type { ReadableDb } from '../../db/database.ts';
import { listOfficeDays } from '../../db/office-days.ts';
import { findOffice, findOfficeLogo } from '../../db/office.ts';
import type { OwnEditions } from '../../db/own-editions.ts';
import { listProgrammes } from '../../db/programmes.ts';
import type { DocumentPlan, PlanRefusal } from './document-plan.ts';
import { nameFile } from './file-name.ts';
import type { ScreenWords } from './screen-words.ts';
import { writeMonth, writePeriod } from './spanish-words.ts';

/** A month or a week of the office on one page, as the filters leave it. */
export function planCalendar(
  db: ReadableDb,
  { span, date, filter, paper }: DocumentOrder & { kind: 'calendar' },
  { today, own, words }: { today: CalendarDate; own: OwnEditions; words: ScreenWords },
): DocumentPlan | PlanRefusal {
  const office = findOffice(db);
  const weeks = listWeeks(span, date);
  const [from = date, to = date] = [weeks[0]?.[0], weeks.at(-1)?.at(-1)];
  if (office === null) return refuse('NOTHING_TO_PRINT');
  const calendar = listCalendar(db, { from, to }, own);
  const officeDays = listOfficeDays(db);
  const daysOff = listDaysOff({ from, to }, { municipalityCode: office.municipalityCode, officeDays });
  const sessionsByDate = Map.groupBy(
    calendar.sessions.filter((session) => passesFilter(session, filter)),
    (session) => session.date,
  );
  const printDay = (day: CalendarDate): PrintedDay => {
    const dayOff = daysOff.get(day);
    return {
      date: day,
      dayOff: dayOff === undefined ? null : nameDayOff(dayOff, words),
      sessions: sessionsByDate.get(day) ?? [],
    };
  };
  const period = span === 'month' ? writeMonth(date) : writePeriod(from, to);
  return {
    request: {
      kind: 'calendar',
      paper,
      officeName: office.name,
      municipality: office.municipality,
      logo: findOfficeLogo(db),
      period,
      month: span === 'month' ? date.slice(0, 7) : null,
      scope: describeFilter(db, filter, calendar),
      printedOn: today,
      weeks: weeks.map((week) => week.map(printDay)),
    },
    fileName: nameFile('calendario', period),
  };
}

/** As on screen, a day that a rule or a decree frees says so. */
function nameDayOff(dayOff: DayOff, words: ScreenWords): string {
  if (dayOff.of === 'office') return dayOff.name;
  const name = words(`calendar:holiday.${dayOff.holiday}`);
  return dayOff.isMoved ? words('calendar:movedHoliday', { name }) : name;
}

/** What is left out of a calendar that shows not all: each chosen name. */
function describeFilter(db: ReadableDb, filter: CalendarFilter, calendar: Calendar): string | null {
  const named = [
    listProgrammes(db).find(({ id }) => id === filter.programmeId)?.name,
    listCourses(db).find(({ id }) => id === filter.courseId)?.title,
    calendar.trainers.find(({ personId }) => personId === filter.trainerId)?.name,
    filter.place,
  ].filter((name) => name !== undefined);
  return named.length === 0 ? null : named.join(' · ');
}
