import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateCandidate } from '../../../domain/certificate.ts';
import { useFormat } from '../../lib/format.ts';

/** Why someone may have a certificate or not, with the figures: 'Asistencia 62 %, por debajo del 80 %'. */
export function useCandidateWords(): (candidate: CertificateCandidate) => string {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  return useCallback(
    ({ result, skipReason }) => {
      if (skipReason === 'courseGivesNone') return t('courseGivesNone');
      return t(`editions:reason.${result.reason}`, {
        soFar: format.percent(result.percentSoFar),
        minimum: format.percent(result.minimumAttendance),
        grade: format.number(result.grade),
        passMark: format.number(result.passMark),
      });
    },
    [t, format],
  );
}
