import { Box } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format.ts';
import classes from './calendar.module.css';
import type { CalendarGridProps } from './calendar-grid.ts';
import { findShownHours } from './shown-hours.ts';
import { DayHead } from './day-head.tsx';
import { LiftBar } from './lift-bar.tsx';
import { useCalendarMoves } from './use-calendar-moves.ts';
import { liftedOn } from './use-lift.ts';
import { WeekDay } from './week-day.tsx';

/** A week, hours down and days across; sessions that overlap stand side by side. */
export function WeekView(props: CalendarGridProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const { weeks, day, today, sessionsByDate, hueByCourse, daysOff, onOpen } = props;
  const days = weeks[0] ?? [];
  const hours = findShownHours([...sessionsByDate.values()].flat());
  const { current, lifted, handlers } = useCalendarMoves({
    ...props,
    span: 'week',
    hours,
    isShown: (date) => days.includes(date),
    listSpots: (date) => (sessionsByDate.get(date) ?? []).map(({ id }) => id),
  });
  return (
    <>
      <LiftBar lifted={lifted} />
      <div
        {...handlers}
        role="grid"
        aria-label={t('gridLabel', { period: format.range(days[0] ?? day, days.at(-1) ?? day) })}
        className={classes['week']}
      >
        <div role="row" className={classes['weekHead']}>
          {days.map((date) => (
            <div
              key={date}
              role="columnheader"
              data-off={daysOff.has(date) || undefined}
              aria-current={date === today ? 'date' : undefined}
            >
              <DayHead
                date={date}
                count={sessionsByDate.get(date)?.length ?? 0}
                dayOff={daysOff.get(date) ?? null}
                isCurrent={current.date === date && current.at === 'day'}
                onOpen={onOpen}
              >
                {format.weekday(date)} <b>{Number(date.slice(8))}</b>
              </DayHead>
            </div>
          ))}
        </div>
        <Box role="row" className={classes['weekDays']} __vars={{ '--hours': String(hours.to - hours.from) }}>
          {days.map((date, index) => (
            <WeekDay
              key={date}
              date={date}
              hours={hours}
              isFirst={index === 0}
              sessions={sessionsByDate.get(date)}
              hueByCourse={hueByCourse}
              isOff={daysOff.has(date)}
              isToday={date === today}
              currentAt={current.date === date ? current.at : null}
              lifted={liftedOn(date, lifted)}
              onOpen={onOpen}
            />
          ))}
        </Box>
      </div>
    </>
  );
}
