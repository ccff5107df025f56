import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Result } from '../../domain/result.ts';
import { useFormat } from '../lib/format.ts';

/** Writes why a result is what it is, with its figures: 'Asistencia 75 % de 80 %'. */
export function useResultReason(): (result: Result) => string {
  const { t } = useTranslation('editions');
  const format = useFormat();
  return useCallback(
    (result) =>
      t(`reason.${result.reason}`, {
        soFar: format.percent(result.percentSoFar),
        minimum: format.percent(result.minimumAttendance),
        grade: format.number(result.grade),
        passMark: format.number(result.passMark),
      }),
    [t, format],
  );
}
