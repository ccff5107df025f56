import { type CalendarSession, nameWhere } from '../../domain/calendar.ts';
import type { CalendarRequest, PrintedDay } from '../../domain/documents.ts';
import { endOfSession } from '../../domain/time-of-day.ts';
import { writeDate } from './spanish-words.ts';

const weekdays = ['lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado', 'domingo'];

/** So many lines the sessions of a page have, a week below the other: more would be too small to read. */
const mostLines = 42;
/** What a week that has little to say keeps to be written into by hand. */
const fewestLines = 3;
/** A day of a week has room for so many sessions with all that there is to say of them. */
const mostBlocks = 8;

/** What calendar.typ shows: a session a line; or, in a week, with its place and trainers where there is room. */
export function describeCalendar({ period, month, scope, printedOn, weeks }: CalendarRequest) {
  const fullest = Math.max(...weeks.flat().map(({ sessions }) => sessions.length));
  const hasLines = month !== null || fullest > mostBlocks;
  const lines = hasLines ? shareLines(weeks) : weeks.map(() => mostBlocks);
  return {
    title: month === null ? `Calendario ${period}` : `Calendario de ${period}`,
    facts: [...(scope === null ? [] : [['Solo', scope]]), ['Impreso el', writeDate(printedOn)]],
    weekdays,
    hasLines,
    lines,
    weeks: weeks.map((week, index) =>
      week.map((day) => describeDay(day, month, lines[index] ?? fewestLines)),
    ),
  };
}

/** How many lines each week gets: as many as its fullest day needs, and all of them less where a page has no more. */
function shareLines(weeks: CalendarRequest['weeks']): number[] {
  const needed = weeks.map((week) => Math.max(fewestLines, ...week.map(({ sessions }) => sessions.length)));
  const cutTo = (most: number) => needed.map((lines) => Math.min(lines, most));
  let most = Math.max(...needed);
  while (most > fewestLines && cutTo(most).reduce((sum, lines) => sum + lines, 0) > mostLines) most -= 1;
  return cutTo(most);
}

function describeDay({ date, dayOff, sessions }: PrintedDay, month: string | null, lines: number) {
  const shown = sessions.length <= lines ? sessions : sessions.slice(0, lines - 1);
  return {
    number: Number(date.slice(8)),
    isOutside: month !== null && date.slice(0, 7) !== month,
    dayOff,
    sessions: shown.map((session) => describeSession(session)),
    more: shown.length < sessions.length ? `y ${sessions.length - shown.length} más` : null,
  };
}

function describeSession(session: CalendarSession) {
  const { startsAt, courseTitle, editionCode, trainers, state } = session;
  return {
    from: startsAt,
    hours: `${startsAt}–${endOfSession(session)}`,
    course: courseTitle,
    code: editionCode,
    place: nameWhere(session),
    trainers: trainers.map(({ name }) => name).join(', '),
    isCancelled: state === 'cancelled',
  };
}
