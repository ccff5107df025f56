import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { CalendarSession, MoveObstacle } from '../../../domain/calendar.ts';
import type { CourseId } from '../../../domain/ids.ts';
import type { SessionsByDate } from './use-calendar.ts';
import type { Spot } from './use-calendar-keys.ts';
import type { Moment } from './use-move-session.tsx';

/** What a month and a week are drawn from. */
export interface CalendarGridProps {
  weeks: readonly CalendarDate[][];
  /** The day of the address. */
  day: CalendarDate;
  today: CalendarDate;
  sessionsByDate: SessionsByDate;
  hueByCourse: ReadonlyMap<CourseId, number>;
  /** Why a day is free, in words. */
  daysOff: ReadonlyMap<CalendarDate, string>;
  onShow(date: CalendarDate): void;
  onOpen(spot: Spot): void;
  /** Null: whoever looks may not move sessions. */
  onMove: ((session: CalendarSession, to: Moment) => void) | null;
  onObstacle(obstacle: MoveObstacle): void;
}
