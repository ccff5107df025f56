import { memo } from 'react';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { CalendarSession } from '../../../domain/calendar.ts';
import { type DayColumn, layOutDay } from '../../../domain/day-columns.ts';
import { minutesOf } from '../../../domain/time-of-day.ts';
import classes from './calendar.module.css';
import type { CalendarGridProps } from './calendar-grid.ts';
import { LiftedChip } from './lifted-chip.tsx';
import { SessionChip } from './session-chip.tsx';
import type { ShownHours } from './shown-hours.ts';
import type { Lifted } from './use-lift.ts';

interface WeekDayProps extends Pick<CalendarGridProps, 'hueByCourse' | 'onOpen'> {
  date: CalendarDate;
  hours: ShownHours;
  /** It carries the hours. */
  isFirst: boolean;
  sessions: readonly CalendarSession[] | undefined;
  isOff: boolean;
  isToday: boolean;
  currentAt: string | null;
  /** What is being moved from or to this day. */
  lifted: Lifted | null;
}

const nothing: readonly CalendarSession[] = [];

/** A day of the week as a column of hours. */
export const WeekDay = memo(function WeekDay(props: WeekDayProps) {
  const {
    date,
    hours,
    isFirst,
    sessions = nothing,
    hueByCourse,
    isOff,
    isToday,
    currentAt,
    lifted,
    onOpen,
  } = props;
  const columns = layOutDay(sessions);
  return (
    <div
      role="gridcell"
      className={classes['weekDay']}
      data-date={date}
      data-off={isOff || undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      {isFirst && <HourLabels hours={hours} />}
      {sessions.map((session) => (
        <SessionChip
          key={session.id}
          session={session}
          hue={hueByCourse.get(session.courseId)}
          isCurrent={currentAt === session.id}
          look="block"
          lift={session.id === lifted?.session.id ? 'from' : undefined}
          style={placeInDay(session, columns.get(session.id), hours)}
          onOpen={({ id }) => onOpen({ date, at: id })}
        />
      ))}
      {lifted?.to.date === date && (
        <LiftedChip
          lifted={lifted}
          hueByCourse={hueByCourse}
          look="block"
          style={placeInDay({ ...lifted.session, ...lifted.to }, undefined, hours)}
        />
      )}
    </div>
  );
});

function HourLabels({ hours }: { hours: ShownHours }) {
  const whole = Array.from({ length: hours.to - hours.from }, (_, index) => hours.from + index);
  return (
    <div className={classes['hourLabels']} aria-hidden>
      {whole.map((hour) => (
        <span key={hour}>{`${hour}:00`}</span>
      ))}
    </div>
  );
}

/** In percent of the column: high as it is long, and as wide as those beside it leave. */
function placeInDay(session: CalendarSession, column: DayColumn | undefined, { from, to }: ShownHours) {
  const { index, count } = column ?? { index: 0, count: 1 };
  const shown = (to - from) * 60;
  const start = minutesOf(session.startsAt) - from * 60;
  return {
    top: `${(100 * start) / shown}%`,
    height: `${(100 * Math.min(session.minutes, shown - start)) / shown}%`,
    left: `${(100 * index) / count}%`,
    width: `${100 / count}%`,
  };
}
