import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateCandidate } from '../../../domain/certificate.ts';
import { useFormat } from '../../lib/format.ts';

/** Why someone may have a certificate or not, with the figures: as a sentence, and short as a table takes it. */
export function useCandidateWords() {
  const { t } = useTranslation('certificates');
  const format = useFormat();
  const write = useCallback(
    (reasons: string, { result, skipReason }: CertificateCandidate): string => {
      if (skipReason === 'courseGivesNone') return t('courseGivesNone');
      return t(`${reasons}.${result.reason}`, {
        soFar: format.percent(result.percentSoFar),
        minimum: format.percent(result.minimumAttendance),
        grade: format.number(result.grade),
        passMark: format.number(result.passMark),
      });
    },
    [t, format],
  );
  const writeReason = useCallback(
    (candidate: CertificateCandidate) => write('editions:reason', candidate),
    [write],
  );
  const writeShort = useCallback((candidate: CertificateCandidate) => write('short', candidate), [write]);
  return { writeReason, writeShort };
}
