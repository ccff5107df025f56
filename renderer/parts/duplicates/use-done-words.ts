import { useTranslation } from 'react-i18next';
import type { Done } from '../../../domain/conflict.ts';
import { useFormat } from '../../lib/format.ts';

/** Who did something, when and on which PC, in one line: 'Rosa Quispe, 5/11/2026 14:30, en Portátil 2'. */
export function useDoneWords(): (done: Done) => string {
  const { t } = useTranslation('conflicts');
  const format = useFormat();
  return ({ at, by, on }) =>
    [by, format.dateTime(at), on === '' ? '' : t('onDevice', { device: on })]
      .filter((part) => part !== '')
      .join(', ');
}
