import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CascadeMember } from '../../../../domain/cascade-tree.ts';
import type { CascadeEdition } from '../../../../domain/contract/trainers.ts';
import type { PersonId } from '../../../../domain/ids.ts';
import { useFormat } from '../../../lib/format.ts';
import { useAccreditationWords } from '../../../parts/use-accreditation-words.ts';
import type { DataColumn } from '../../../ui/data-table-model.ts';
import { TextLink } from '../../../ui/text-link.tsx';
import { TreeTable } from '../../../ui/tree-table.tsx';
import classes from './cascade.module.css';
import { StatusMark } from './status-mark.tsx';
import type { CascadeView } from './use-cascade-view.ts';

interface PersonTreeProps {
  view: CascadeView;
  editions: readonly CascadeEdition[];
  onOpen(personId: PersonId): void;
}

/** Everyone of the cascade, below who trained them: what the drawing shows, as a table. */
export function PersonTree({ view, editions, onOpen }: PersonTreeProps) {
  const { t } = useTranslation('trainers');
  return (
    <TreeTable
      label={t('cascade.people')}
      columns={useCascadeColumns(editions)}
      nodes={view.roots}
      expanded={view.expanded}
      onExpand={view.expand}
      onOpen={({ personId }) => onOpen(personId)}
      current={view.currentId}
      onCurrent={view.select}
    />
  );
}

function useCascadeColumns(editions: readonly CascadeEdition[]): readonly DataColumn<CascadeMember>[] {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const { writeReason } = useAccreditationWords();
  return useMemo(() => {
    const codeById = new Map(editions.map(({ id, code }) => [id, code]));
    const codeOf = ({ editionId }: CascadeMember) =>
      editionId === null ? '' : (codeById.get(editionId) ?? '');
    const writeCount = (count: number) => (count === 0 ? '–' : format.number(count));
    return [
      {
        id: 'name',
        header: t('cascade.name'),
        grow: true,
        value: ({ name }) => name,
        cell: ({ name, personId, state }) => (
          <span className={classes['person']}>
            {state !== null && <StatusMark status={state.status} reason={writeReason(state)} />}
            <TextLink to="/personas/$personId" params={{ personId }} tabIndex={-1} title={name}>
              {name}
            </TextLink>
          </span>
        ),
      },
      { id: 'edition', header: t('cascade.edition'), width: 104, value: codeOf },
      {
        id: 'trained',
        header: t('cascade.trained'),
        width: 76,
        align: 'end',
        value: ({ trained }) => trained,
        cell: ({ trained }) => writeCount(trained),
      },
      {
        id: 'reached',
        header: t('cascade.reached'),
        width: 76,
        align: 'end',
        value: ({ reached }) => reached,
        cell: ({ reached }) => writeCount(reached),
      },
    ];
  }, [t, format, writeReason, editions]);
}
