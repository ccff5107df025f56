import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateCandidate } from '../../../domain/certificate.ts';
import { DataTable } from '../../ui/data-table.tsx';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Segments } from '../../ui/segments.tsx';
import { CandidateBadge } from './candidate-badge.tsx';
import classes from './certificates.module.css';
import { useCandidateWords } from './use-candidate-words.ts';

const filters = {
  all: () => true,
  may: ({ kind }: CertificateCandidate) => kind !== null,
  have: ({ folio }: CertificateCandidate) => folio !== null,
  not: ({ kind, folio, skipReason }: CertificateCandidate) =>
    kind === null && folio === null && skipReason !== 'editionNotClosed',
};
type Filter = keyof typeof filters;
const filterNames: readonly Filter[] = ['all', 'may', 'have', 'not'];

interface CandidateListProps {
  candidates: readonly CertificateCandidate[];
  current: string | null;
  onCurrent(enrolmentId: string): void;
  chosen: ReadonlySet<string>;
  onChoose(enrolmentIds: ReadonlySet<string>): void;
}

/** Who of the edition may have a certificate, who has one, and who not and why. */
export function CandidateList({ candidates, current, onCurrent, chosen, onChoose }: CandidateListProps) {
  const { t } = useTranslation('certificates');
  const [filter, setFilter] = useState<Filter>('all');
  const columns = useCandidateColumns();
  const shown = useMemo(() => candidates.filter(filters[filter]), [candidates, filter]);
  return (
    <div className={classes['list']}>
      <div>
        <Segments
          label={t('filter.label')}
          value={filter}
          onChange={(value) => setFilter(filterNames.find((name) => name === value) ?? 'all')}
          options={filterNames.map((name) => ({
            value: name,
            label: t(`filter.${name}`, { count: candidates.filter(filters[name]).length }),
          }))}
        />
      </div>
      <div className={classes['table']}>
        <DataTable
          label={t('candidates')}
          rows={shown}
          rowId={({ enrolmentId }) => enrolmentId}
          columns={columns}
          current={current}
          onCurrent={onCurrent}
          selected={chosen}
          onSelect={onChoose}
          empty={<EmptyState title={t(candidates.length === 0 ? 'empty.people' : 'empty.filter')} />}
        />
      </div>
    </div>
  );
}

function useCandidateColumns(): DataColumn<CertificateCandidate>[] {
  const { t } = useTranslation('certificates');
  const { writeReason, writeShort } = useCandidateWords();
  return useMemo(
    () => [
      { id: 'name', header: t('column.name'), width: 196, value: (row) => row.personSortName },
      {
        id: 'state',
        header: t('column.certificate'),
        width: 138,
        value: (row) => row.folio ?? (row.kind === null ? null : t(`kind.${row.kind}`)),
        cell: (row) => <CandidateBadge candidate={row} />,
      },
      {
        id: 'why',
        header: t('column.why'),
        grow: true,
        value: writeShort,
        cell: (row) => <span title={writeReason(row)}>{writeShort(row)}</span>,
      },
    ],
    [t, writeReason, writeShort],
  );
}
