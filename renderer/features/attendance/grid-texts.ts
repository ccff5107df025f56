import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceMark } from '../../../domain/attendance.ts';
import type { AttendanceRisk } from '../../../domain/attendance-risk.ts';
import { useFormat } from '../../lib/format.ts';

/** The words of the cells. Thousands of cells share them: a translator of its own in each would be felt. */
export interface GridTexts {
  readonly mark: Record<AttendanceMark, string>;
  readonly unmarked: string;
  readonly cancelled: string;
  readonly hasLeft: string;
  readonly risk: Record<Exclude<AttendanceRisk, 'none'>, string>;
  readonly unsaved: (mark: string) => string;
  readonly percent: (percent: number | null) => string;
}

export function useGridTexts(minimumPercent: number): GridTexts {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return useMemo(() => {
    const minimum = format.percent(minimumPercent);
    return {
      mark: { P: t('mark.P'), A: t('mark.A'), F: t('mark.F'), L: t('mark.L') },
      unmarked: t('cell.unmarked'),
      cancelled: t('cell.cancelled'),
      hasLeft: t('hasLeft'),
      risk: { atRisk: t('risk.atRisk', { minimum }), outOfReach: t('risk.outOfReach', { minimum }) },
      unsaved: (mark) => t('cell.unsaved', { mark }),
      percent: format.percent,
    };
  }, [t, format, minimumPercent]);
}
