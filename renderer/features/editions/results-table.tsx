import { IconCheck, IconClock, IconDoorExit, IconUserOff, IconX } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { surnamesFirst } from '../../../domain/person-name.ts';
import type { ResultKind } from '../../../domain/result.ts';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { StatusBadge } from '../../ui/status-badge.tsx';
import type { FinalResult } from './use-final-results.ts';
import { useResultReason } from '../../parts/use-result-reason.ts';

const badges = {
  approved: { tone: 'success', icon: IconCheck },
  failed: { tone: 'danger', icon: IconX },
  abandoned: { tone: 'danger', icon: IconDoorExit },
  withdrawn: { tone: 'neutral', icon: IconUserOff },
  pending: { tone: 'warning', icon: IconClock },
} as const satisfies Record<ResultKind, object>;

/** Everyone's result with its reason in words. */
export function ResultsTable({ edition, results }: { edition: Edition; results: readonly FinalResult[] }) {
  const { t } = useTranslation('editions');
  const columns = useResultColumns(edition.passMark !== null);
  return (
    <DataTable
      label={t('closing.table')}
      rows={results}
      rowId={({ enrolment }) => enrolment.id}
      columns={columns}
      empty={<EmptyState title={t('people.empty.title')} text={t('closing.nobody')} />}
    />
  );
}

function useResultColumns(isGraded: boolean): readonly DataColumn<FinalResult>[] {
  const { t } = useTranslation('editions');
  const format = useFormat();
  const writeReason = useResultReason();
  return useMemo(() => {
    const grade: DataColumn<FinalResult> = {
      id: 'grade',
      header: t('closing.column.grade'),
      width: 90,
      align: 'end',
      value: ({ result }) => result.grade,
    };
    return [
      {
        id: 'name',
        header: t('people.column.name'),
        width: 260,
        grow: true,
        value: ({ enrolment }) => surnamesFirst(enrolment),
      },
      {
        id: 'result',
        header: t('closing.column.result'),
        width: 140,
        value: ({ result }) => t(`result.${result.kind}`),
        cell: ({ result }) => <ResultBadge kind={result.kind} />,
      },
      {
        id: 'attendance',
        header: t('people.column.attendance'),
        width: 110,
        align: 'end',
        value: ({ result }) => result.percentSoFar,
        cell: ({ result }) => format.percent(result.percentSoFar),
      },
      ...(isGraded ? [grade] : []),
      {
        id: 'reason',
        header: t('closing.column.reason'),
        width: 320,
        grow: true,
        value: ({ result }) => writeReason(result),
      },
    ];
  }, [t, format, writeReason, isGraded]);
}

function ResultBadge({ kind }: { kind: ResultKind }) {
  const { t } = useTranslation('editions');
  return <StatusBadge {...badges[kind]}>{t(`result.${kind}`)}</StatusBadge>;
}
