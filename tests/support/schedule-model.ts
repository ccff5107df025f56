import type { CalendarDate } from '../../domain/calendar-date.ts';
import type { ScheduleRule } from '../../domain/schedule.ts';
import type { SessionState } from '../../domain/session.ts';

export interface ModelSession {
  date: CalendarDate;
  startsAt: string;
  minutes: number;
}

interface ModelOffice {
  needed: number;
  planned: readonly (ModelSession & { state: SessionState })[];
  busy: readonly CalendarDate[];
  officeDays: readonly { startsOn: string; endsOn: string; isWorked: boolean }[];
}

/**
 * The printed calendars of the Ministry of Labour for Cochabamba, as a desk has them: what is suspended in 2026 (with
 * D.S. 5521), 2027 and 2028, Mondays after Sundays included.
 */
const printedCalendar = `
  2026-01-01 2026-01-02 2026-01-23 2026-02-16 2026-02-17 2026-04-03 2026-05-01 2026-06-04 2026-06-05 2026-06-21
  2026-06-22 2026-08-06 2026-08-07 2026-09-14 2026-11-02 2026-12-25
  2027-01-01 2027-01-22 2027-02-08 2027-02-09 2027-03-26 2027-05-01 2027-05-27 2027-06-21 2027-08-06 2027-09-14
  2027-11-02 2027-12-25
  2028-01-01 2028-01-22 2028-02-28 2028-02-29 2028-04-14 2028-05-01 2028-06-15 2028-06-21 2028-08-06 2028-08-07
  2028-09-14 2028-11-02 2028-12-25
  2029-01-01 2029-01-22`
  .trim()
  .split(/\s+/);

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const nameOfWeekday = ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Somebody with a finger on a wall calendar: each day they ask the same questions from the beginning. */
export function planByHand(rule: ScheduleRule, office: ModelOffice): ModelSession[] {
  const made: ModelSession[] = [];
  const noon = new Date(`${rule.from}T12:00:00Z`);
  for (let turned = 0; turned <= 400; turned += 1) {
    const date = noon.toISOString().slice(0, 10) as CalendarDate;
    const weekday = weekdayNames[noon.getUTCDay()];
    noon.setUTCDate(noon.getUTCDate() + 1);
    if (rule.until === 'date' && date > String(rule.to)) return made;
    const line = rule.hours.find((each) => nameOfWeekday[each.weekday] === weekday);
    if (line === undefined) continue;
    const given = [...office.planned.filter(({ state }) => state !== 'cancelled'), ...made];
    let left = office.needed;
    for (const { minutes } of given) left -= minutes;
    if (rule.until === 'full' && left < 15) return made;
    if (!isMeetingDay(date, rule, office)) continue;
    const minutes = toMinutes(line.endsAt) - toMinutes(line.startsAt);
    made.push({
      date,
      startsAt: line.startsAt,
      minutes: rule.until === 'full' ? cut(minutes, left) : minutes,
    });
  }
  return made;
}

function isMeetingDay(
  date: CalendarDate,
  rule: ScheduleRule,
  { planned, busy, officeDays }: ModelOffice,
): boolean {
  if (planned.some((session) => session.date === date)) return false;
  if (rule.excluded.includes(date)) return false;
  if (rule.included.includes(date)) return true;
  if (busy.includes(date)) return false;
  const said = officeDays.filter(({ startsOn, endsOn }) => startsOn <= date && date <= endsOn);
  if (said.some(({ isWorked }) => !isWorked)) return false;
  return said.length > 0 || !printedCalendar.includes(date);
}

/** Not longer than what is left; nor so that less than a quarter of an hour remains, unless it gets too long. */
function cut(usual: number, left: number): number {
  if (left <= usual) return left;
  const rest = left - usual;
  return rest < 15 && left <= 720 ? left : usual;
}

function toMinutes(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
