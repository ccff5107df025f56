import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../../domain/calendar-date.ts';
import { useFormat } from '../../lib/format.ts';

/** A day as it is read aloud: 'jueves 5 de noviembre, 3 sesiones, Navidad'. */
export function useDayWords(): (date: CalendarDate, count: number, dayOff: string | null) => string {
  const { t } = useTranslation('calendar');
  const format = useFormat();
  return useCallback(
    (date, count, dayOff) => {
      const sessions = count === 0 ? t('noSessions') : t('count', { count });
      return [format.weekdayDate(date), sessions, ...(dayOff === null ? [] : [dayOff])].join(', ');
    },
    [t, format],
  );
}
