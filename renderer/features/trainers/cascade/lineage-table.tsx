import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { maySeeCascade } from '../../../../domain/cascade-rights.ts';
import type { CascadeLineage, NamedCascade } from '../../../../domain/contract/trainers.ts';
import { useFormat } from '../../../lib/format.ts';
import { useSession } from '../../../lib/session.tsx';
import type { DataColumn } from '../../../ui/data-table-model.ts';
import { DataTable } from '../../../ui/data-table.tsx';

type Link = CascadeLineage['links'][number];

const mostHeight = 420;

/** Who trained somebody, who trained these, and so on, in every edition. */
export function LineageTable({ cascade }: { cascade: NamedCascade }) {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  const { user } = useSession();
  return (
    <DataTable
      label={t('lineage.title')}
      columns={useLineageColumns(cascade)}
      rows={cascade.lineage.links}
      rowId={({ learnerId, trainerId, editionId }) => `${learnerId}-${trainerId}-${editionId}`}
      onOpen={({ trainerId }) =>
        void navigate({
          // A trainer sees no cascade but their own.
          to: maySeeCascade(user, trainerId)
            ? '/capacitadores/$personId/cascada'
            : '/capacitadores/$personId',
          params: { personId: trainerId },
        })
      }
      maxHeight={mostHeight}
      empty={null}
    />
  );
}

function useLineageColumns({ people, lineage, editions }: NamedCascade): readonly DataColumn<Link>[] {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  return useMemo(() => {
    const nameById = new Map([...people, ...lineage.people].map(({ personId, name }) => [personId, name]));
    const editionById = new Map(editions.map((edition) => [edition.id, edition]));
    return [
      {
        id: 'step',
        header: t('lineage.step'),
        width: 190,
        value: ({ step }) => step,
        cell: ({ step }) => t('drawing.above', { count: step }),
      },
      {
        id: 'trainer',
        header: t('lineage.trainer'),
        width: 250,
        value: ({ trainerId }) => nameById.get(trainerId) ?? '',
      },
      {
        id: 'learner',
        header: t('lineage.learner'),
        width: 250,
        value: ({ learnerId }) => nameById.get(learnerId) ?? '',
      },
      {
        id: 'edition',
        header: t('lineage.edition'),
        grow: true,
        value: ({ editionId }) => {
          const edition = editionById.get(editionId);
          return edition === undefined ? '' : `${edition.code} · ${edition.courseTitle}`;
        },
      },
      {
        id: 'endsOn',
        header: t('lineage.endsOn'),
        width: 120,
        value: ({ editionId }) => editionById.get(editionId)?.endsOn ?? null,
        cell: ({ editionId }) => format.date(editionById.get(editionId)?.endsOn ?? null),
      },
    ];
  }, [t, format, people, lineage, editions]);
}
