import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { CalendarSession } from '../../../domain/calendar.ts';
import { timeAt } from '../../../domain/time-of-day.ts';
import type { ShownHours } from './shown-hours.ts';
import type { Moment } from './use-move-session.tsx';

const quarter = 15;
const minutesOfDay = 24 * 60;

/**
 * When a session would be if it were let go where the pointer is: on the day below it and, where hours are shown, at
 * the quarter of an hour its upper edge is nearest to, so that it still ends that day. Null: there is no day.
 */
export function findMomentAt(
  upperEdge: number,
  pointer: { clientX: number; clientY: number },
  session: CalendarSession,
  hours: ShownHours | null,
): Moment | null {
  const day = document
    .elementsFromPoint(pointer.clientX, pointer.clientY)
    .map((element) => element.closest('[data-date]'))
    .find((cell) => cell !== null);
  const date = day?.getAttribute('data-date') ?? undefined;
  if (day === undefined || date === undefined) return null;
  if (hours === null) return { date: date as CalendarDate, startsAt: session.startsAt };
  const { top, height } = day.getBoundingClientRect();
  const minutes = hours.from * 60 + ((upperEdge - top) / height) * (hours.to - hours.from) * 60;
  const latest = Math.max(0, minutesOfDay - session.minutes);
  const start = Math.min(latest, Math.max(0, quarter * Math.round(minutes / quarter)));
  return { date: date as CalendarDate, startsAt: timeAt(start) };
}
