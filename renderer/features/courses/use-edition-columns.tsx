import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionSummary, Seats } from '../../../domain/edition.ts';
import { EditionStatusBadge } from '../../parts/edition-status-badge.tsx';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { Meter } from '../../ui/meter.tsx';

/** The columns of a list of editions; without the course where all are of one. */
export function useEditionColumns(hasCourse: boolean): readonly DataColumn<EditionSummary>[] {
  const { t } = useTranslation('courses');
  const format = useFormat();
  return useMemo(() => {
    const code: DataColumn<EditionSummary> = {
      id: 'code',
      header: t('editions.column.code'),
      width: 116,
      value: (edition) => edition.code,
    };
    const course: DataColumn<EditionSummary> = {
      id: 'course',
      header: t('editions.column.course'),
      grow: true,
      value: ({ courseTitle }) => courseTitle,
    };
    const others: DataColumn<EditionSummary>[] = [
      { id: 'place', header: t('editions.column.place'), grow: true, value: ({ place }) => place },
      {
        id: 'dates',
        header: t('editions.column.dates'),
        width: 178,
        value: ({ startsOn }) => startsOn,
        cell: ({ startsOn, endsOn }) => `${format.date(startsOn)} – ${format.date(endsOn)}`,
      },
      {
        id: 'status',
        header: t('editions.column.status'),
        width: 160,
        value: ({ status }) => t(`editions:status.${status}`),
        cell: ({ status }) => <EditionStatusBadge status={status} />,
      },
      {
        id: 'seats',
        header: t('editions.column.seats'),
        width: 206,
        value: ({ seats }) => seats.enrolled,
        cell: ({ seats }) => <SeatsMeter seats={seats} />,
      },
    ];
    return hasCourse ? [code, course, ...others] : [code, ...others];
  }, [t, format, hasCourse]);
}

function SeatsMeter({ seats }: { seats: Seats }) {
  const { t } = useTranslation('courses');
  const { enrolled, capacity, waiting, free } = seats;
  const taken = t('editions.seats', { enrolled, capacity });
  return (
    <Meter
      label={t('editions.column.seats')}
      value={enrolled}
      max={capacity}
      tone={free === 0 ? 'warning' : 'info'}
      text={waiting === 0 ? taken : t('editions.waiting', { seats: taken, count: waiting })}
    />
  );
}
