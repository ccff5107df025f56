import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import type { CalendarSession } from '../../../domain/calendar.ts';
import classes from './calendar.module.css';
import type { CalendarGridProps } from './calendar-grid.ts';
import { DayHead } from './day-head.tsx';
import { LiftedChip } from './lifted-chip.tsx';
import { SessionChip } from './session-chip.tsx';
import { spotName } from './use-calendar-keys.ts';
import type { Lifted } from './use-lift.ts';

interface MonthDayProps extends Pick<CalendarGridProps, 'hueByCourse' | 'onOpen'> {
  date: CalendarDate;
  sessions: readonly CalendarSession[] | undefined;
  /** How many lines there is room for. */
  lines: number;
  dayOff: string | null;
  isToday: boolean;
  isOutside: boolean;
  /** Which of the day's spots Tab stops at; null: none. */
  currentAt: string | null;
  /** What is being moved from or to this day. */
  lifted: Lifted | null;
}

const nothing: readonly CalendarSession[] = [];

/** A day of the month with its sessions. */
export const MonthDay = memo(function MonthDay(props: MonthDayProps) {
  const {
    date,
    sessions = nothing,
    lines,
    hueByCourse,
    dayOff,
    isToday,
    isOutside,
    currentAt,
    lifted,
    onOpen,
  } = props;
  const { t } = useTranslation('calendar');
  const shown = sessions.length <= lines ? sessions : sessions.slice(0, lines - 1);
  const hidden = sessions.length - shown.length;
  return (
    <div
      role="gridcell"
      className={classes['monthDay']}
      data-date={date}
      data-outside={isOutside || undefined}
      data-off={dayOff !== null || undefined}
      aria-current={isToday ? 'date' : undefined}
    >
      <DayHead
        date={date}
        count={sessions.length}
        dayOff={dayOff}
        isCurrent={currentAt === 'day'}
        onOpen={onOpen}
      >
        <b>{Number(date.slice(8))}</b>
      </DayHead>
      {lifted?.to.date === date && <LiftedChip lifted={lifted} hueByCourse={hueByCourse} look="line" />}
      {shown.map((session) => (
        <SessionChip
          key={session.id}
          session={session}
          hue={hueByCourse.get(session.courseId)}
          isCurrent={currentAt === session.id}
          look="line"
          lift={session.id === lifted?.session.id ? 'from' : undefined}
          onOpen={({ id }) => onOpen({ date, at: id })}
        />
      ))}
      {hidden > 0 && (
        <button
          type="button"
          className={classes['more']}
          data-spot={spotName({ date, at: 'more' })}
          tabIndex={currentAt === 'more' ? 0 : -1}
          onClick={() => onOpen({ date, at: 'more' })}
        >
          {t('more', { count: hidden })}
        </button>
      )}
    </div>
  );
});
