import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, dayInBolivia, type Instant } from '../../../domain/calendar-date.ts';
import type { HistoryAction, HistoryPart } from '../../../domain/history.ts';
import { today } from '../../lib/date-text.ts';
import { useFormat } from '../../lib/format.ts';

/** Parts of an action that only follow from another of its parts. */
function leaveOutConsequences(parts: readonly HistoryPart[]): readonly HistoryPart[] {
  const hasMarks = parts.some(({ table }) => table === 'attendance_mark');
  return hasMarks ? parts.filter(({ table }) => table !== 'session') : parts;
}

/** 'marcó 32 asistencias del martes 3 de marzo': what an action did, after the name of whoever did it. */
export function useActionWords(): (action: Pick<HistoryAction, 'parts'>) => string {
  const { t, i18n } = useTranslation('history');
  const format = useFormat();
  return useCallback(
    ({ parts }) => {
      const sayVerb = ({ table, verb }: HistoryPart) => {
        if (table === 'attendance_mark') return t(verb === 'deleted' ? 'unmarked' : 'marked');
        if (table === 'grade') return t(verb === 'deleted' ? 'unmarked' : 'graded');
        return t(`verb.${verb}`);
      };
      const sayPart = (part: HistoryPart) => {
        const { table, count, person, date, title } = part;
        const thing = i18n.exists(`history:thing.${table}`, { count }) ? table : 'other';
        return [
          `${sayVerb(part)} ${t(`thing.${thing}`, { count })}`,
          title === null ? '' : t('ofTitle', { name: title }),
          person === null ? '' : t('ofPerson', { name: person }),
          date === null ? '' : t('ofDate', { date: format.weekdayDate(date) }),
        ].join('');
      };
      return format.list(leaveOutConsequences(parts).map(sayPart));
    },
    [t, i18n, format],
  );
}

/** 'hoy, 15:40', 'ayer, 9:05', or the date and the hour. */
export function useMomentWords(): (moment: Instant) => string {
  const { t } = useTranslation('history');
  const format = useFormat();
  return useCallback(
    (moment) => {
      const day = dayInBolivia(moment);
      const time = format.time(moment);
      if (day === today()) return t('when.today', { time });
      return day === addDays(today(), -1) ? t('when.yesterday', { time }) : format.dateTime(moment);
    },
    [t, format],
  );
}
