import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccreditationLine } from '../../../domain/contract/trainers.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { AccreditationBadge } from '../../parts/accreditation-badge.tsx';
import { useAccreditationWords } from '../../parts/use-accreditation-words.ts';

/** The columns of the table of trainers: who, for what, how it stands and why. */
export function useTrainerColumns(): readonly DataColumn<AccreditationLine>[] {
  const { t } = useTranslation('trainers');
  const { writeReason } = useAccreditationWords();
  return useMemo(
    () => [
      { id: 'name', header: t('column.name'), width: 208, value: ({ name }) => name },
      {
        id: 'course',
        header: t('column.course'),
        width: 180,
        value: ({ courseTitle }) => courseTitle,
        cell: ({ courseTitle }) => <span title={courseTitle}>{courseTitle}</span>,
      },
      {
        id: 'level',
        header: t('column.level'),
        width: 112,
        value: ({ level }) => t(`shortLevel.${level}`),
      },
      {
        id: 'status',
        header: t('column.status'),
        width: 152,
        value: ({ state }) => t(`status.${state.status}`),
        cell: ({ state }) => <AccreditationBadge status={state.status} />,
      },
      {
        id: 'reason',
        header: t('column.reason'),
        grow: true,
        value: ({ state }) => writeReason(state),
        cell: ({ state }) => <span title={writeReason(state)}>{writeReason(state)}</span>,
      },
    ],
    [t, writeReason],
  );
}
