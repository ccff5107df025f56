import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './calendar.module.css';
import type { CalendarGridProps } from './calendar-grid.ts';
import { MonthDay } from './month-day.tsx';
import { LiftBar } from './lift-bar.tsx';
import { useCalendarMoves } from './use-calendar-moves.ts';
import { liftedOn } from './use-lift.ts';

const headHeight = 28;
const dayHeadHeight = 27;
const lineHeight = 21;
const fewestLines = 2;

/** A month of whole weeks; a day shows as many of its sessions as there is room for, and how many more there are. */
export function MonthView(props: CalendarGridProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const { weeks, day, today, sessionsByDate, hueByCourse, daysOff, onOpen } = props;
  const { ref, height } = useElementSize();
  const lines = Math.max(
    fewestLines,
    Math.floor(((height - headHeight) / weeks.length - dayHeadHeight) / lineHeight),
  );
  const listShown = (date: CalendarDate) => {
    const sessions = sessionsByDate.get(date) ?? [];
    return sessions.length <= lines ? sessions : sessions.slice(0, lines - 1);
  };
  const isShown = (date: CalendarDate) => weeks.some((week) => week.includes(date));
  const { current, lifted, handlers } = useCalendarMoves({
    ...props,
    span: 'month',
    hours: null,
    isShown,
    listSpots: (date) => {
      const shown = listShown(date);
      const hasMore = shown.length < (sessionsByDate.get(date)?.length ?? 0);
      return [...shown.map(({ id }) => id), ...(hasMore ? ['more'] : [])];
    },
  });
  const mergedRef = useMergedRef(ref, handlers.ref);
  return (
    <>
      <LiftBar lifted={lifted} />
      <div
        {...handlers}
        ref={mergedRef}
        role="grid"
        aria-label={t('gridLabel', { period: format.month(day) })}
        className={classes['month']}
      >
        <div role="row" className={classes['weekdays']}>
          {weeks[0]?.map((date) => (
            <div key={date} role="columnheader">
              {format.longWeekday(date)}
            </div>
          ))}
        </div>
        {weeks.map((week) => (
          <div key={week[0]} role="row" className={classes['monthWeek']}>
            {week.map((date) => (
              <MonthDay
                key={date}
                date={date}
                sessions={sessionsByDate.get(date)}
                lines={lines}
                hueByCourse={hueByCourse}
                dayOff={daysOff.get(date) ?? null}
                isToday={date === today}
                isOutside={date.slice(0, 7) !== day.slice(0, 7)}
                currentAt={current.date === date ? current.at : null}
                lifted={liftedOn(date, lifted)}
                onOpen={onOpen}
              />
            ))}
          </div>
        ))}
      </div>
    </>
  );
}
