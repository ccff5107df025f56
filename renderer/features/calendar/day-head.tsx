import { VisuallyHidden } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { useFormat } from '../../lib/format.ts';
import classes from './calendar.module.css';
import type { CalendarGridProps } from './calendar-grid.ts';
import { spotName } from './use-calendar-keys.ts';

interface DayHeadProps extends Pick<CalendarGridProps, 'onOpen'> {
  date: CalendarDate;
  /** How many sessions the day has. */
  count: number;
  dayOff: string | null;
  /** Whether Tab stops here. */
  isCurrent: boolean;
  /** The day as it is seen: a number, with its weekday where that stands nowhere else. */
  children: ReactNode;
}

/** A day as a button that opens it; it is read aloud whole: 'jueves 25 de diciembre, 3 sesiones, Navidad'. */
export function DayHead({ date, count, dayOff, isCurrent, onOpen, children }: DayHeadProps) {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  const sessions = count === 0 ? t('noSessions') : t('count', { count });
  const words = [format.weekdayDate(date), sessions, ...(dayOff === null ? [] : [dayOff])].join(', ');
  return (
    <button
      type="button"
      className={classes['dayHead']}
      data-spot={spotName({ date, at: 'day' })}
      tabIndex={isCurrent ? 0 : -1}
      title={dayOff ?? undefined}
      onClick={() => onOpen({ date, at: 'day' })}
    >
      <VisuallyHidden>{words}</VisuallyHidden>
      <span aria-hidden>{children}</span>
      {dayOff !== null && <small aria-hidden>{dayOff}</small>}
    </button>
  );
}
