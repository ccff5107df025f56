import { useTranslation } from 'react-i18next';
import type { Enrolment } from '../../../domain/enrolment.ts';
import { fullName } from '../../../domain/person-name.ts';
import { useFormat } from '../../lib/format.ts';

/** 'Se retiró a Juana. Pasan de la espera: Ana y Luz.' */
export function useMovedUp() {
  const { t } = useTranslation('editions');
  const format = useFormat();
  return (text: string, movedUp: readonly Enrolment[]) =>
    movedUp.length === 0
      ? text
      : `${text} ${t('movedUp', { count: movedUp.length, names: format.list(movedUp.map(fullName)) })}`;
}
