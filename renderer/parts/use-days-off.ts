import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { type DayOff, type DaysOff, listDaysOff } from '../../domain/office-day.ts';
import { useApi } from '../lib/api.tsx';

/** Tells the free days between two dates: holidays where the office lies, and its own. Null while they are fetched. */
export function useDaysOff(): ((from: CalendarDate, to: CalendarDate) => DaysOff) | null {
  const api = useApi();
  const municipalityCode = useQuery(api.office.get.queryOptions()).data?.municipalityCode;
  const officeDays = useQuery(api.officeDays.list.queryOptions()).data;
  return useMemo(() => {
    if (municipalityCode === undefined || officeDays === undefined) return null;
    return (from, to) => listDaysOff({ from, to }, { municipalityCode, officeDays });
  }, [municipalityCode, officeDays]);
}

/** Why a day is free, in words. */
export function useDayOffWords(): (dayOff: DayOff) => string {
  const { t } = useTranslation('calendar');
  return useCallback(
    (dayOff) => {
      if (dayOff.of === 'office') return dayOff.name;
      const name = t(`holiday.${dayOff.holiday}`);
      return dayOff.isMoved ? t('movedHoliday', { name }) : name;
    },
    [t],
  );
}
