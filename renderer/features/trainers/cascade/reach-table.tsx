import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { GenerationReach } from '../../../../domain/cascade-reach.ts';
import { useFormat } from '../../../lib/format.ts';
import type { DataColumn } from '../../../ui/data-table-model.ts';
import { DataTable } from '../../../ui/data-table.tsx';
import classes from '../trainers.module.css';

const mostHeight = 420;
const counts = ['people', 'trainers', 'editions', 'participations', 'hours'] as const;
const shares = ['womenShare', 'youthShare'] as const;

/** How far each generation of a cascade reached. */
export function ReachTable({ reach }: { reach: readonly GenerationReach[] }) {
  const { t } = useTranslation('trainers');
  return (
    <>
      <DataTable
        label={t('reach.title')}
        columns={useReachColumns()}
        rows={reach}
        rowId={({ generation }) => String(generation)}
        maxHeight={mostHeight}
        empty={null}
      />
      <p className={classes['note']}>{t('reach.note')}</p>
    </>
  );
}

function useReachColumns(): readonly DataColumn<GenerationReach>[] {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  return useMemo(() => {
    const percentOf = (share: number | null) => (share === null ? null : Math.round(share * 100));
    return [
      {
        id: 'generation',
        header: t('reach.generation'),
        grow: true,
        value: ({ generation }) => generation,
        cell: ({ generation }) =>
          generation === 1 ? t('reach.first') : t('reach.later', { number: generation }),
      },
      ...counts.map((id): DataColumn<GenerationReach> => ({
        id,
        header: t(`reach.${id}`),
        width: 130,
        align: 'end',
        value: (row) => row[id],
        cell: (row) => format.number(row[id]),
      })),
      ...shares.map((id): DataColumn<GenerationReach> => ({
        id,
        header: t(`reach.${id}`),
        width: 96,
        align: 'end',
        value: (row) => percentOf(row[id]),
        cell: (row) => (row[id] === null ? '–' : format.percent(percentOf(row[id]))),
      })),
    ];
  }, [t, format]);
}
