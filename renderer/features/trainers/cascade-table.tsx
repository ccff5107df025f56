import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CascadePerson } from '../../../domain/contract/trainers.ts';
import type { EditionId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { Section } from '../../ui/section.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { TreeTable } from '../../ui/tree-table.tsx';
import { type CascadeMember, growCascade, listTrainerIds } from './cascade-tree.ts';
import classes from './trainers.module.css';

const mostHeight = 560;
const everyoneFolded: ReadonlySet<string> = new Set();

/** Everyone whom training reached, below who trained them. */
export function CascadeTable({ people }: { people: readonly CascadePerson[] }) {
  const { t } = useTranslation('trainers');
  const navigate = useNavigate();
  const [expanded, setExpanded] = useState(everyoneFolded);
  const tree = useMemo(() => growCascade(people), [people]);
  const trainerIds = useMemo(() => listTrainerIds(tree), [tree]);
  return (
    <Section
      title={t('cascade.people')}
      level={3}
      action={
        trainerIds.length > 0 && (
          <div className={classes['folding']}>
            <Button onClick={() => setExpanded(new Set(trainerIds))}>{t('cascade.unfold')}</Button>
            <Button onClick={() => setExpanded(everyoneFolded)}>{t('cascade.fold')}</Button>
          </div>
        )
      }
    >
      <TreeTable
        label={t('cascade.people')}
        columns={useCascadeColumns()}
        nodes={tree}
        expanded={expanded}
        onExpand={setExpanded}
        onOpen={({ personId }) => void navigate({ to: '/personas/$personId', params: { personId } })}
        maxHeight={mostHeight}
      />
    </Section>
  );
}

function useCascadeColumns(): readonly DataColumn<CascadeMember>[] {
  const { t } = useTranslation('trainers');
  const format = useFormat();
  const codeById = useEditionCodes();
  return useMemo(() => {
    const codeOf = ({ editionId }: CascadeMember) =>
      editionId === null ? '' : (codeById.get(editionId) ?? '');
    return [
      {
        id: 'name',
        header: t('cascade.name'),
        grow: true,
        value: ({ name }) => name,
        cell: ({ name, personId }) => (
          <TextLink to="/personas/$personId" params={{ personId }} tabIndex={-1}>
            {name}
          </TextLink>
        ),
      },
      { id: 'edition', header: t('cascade.edition'), width: 150, value: codeOf },
      {
        id: 'trained',
        header: t('cascade.trained'),
        width: 120,
        align: 'end',
        value: ({ trained }) => trained,
        cell: ({ trained }) => (trained === 0 ? '–' : format.number(trained)),
      },
      {
        id: 'reached',
        header: t('cascade.reached'),
        width: 170,
        align: 'end',
        value: ({ reached }) => reached,
        cell: ({ reached }) => (reached === 0 ? '–' : format.number(reached)),
      },
    ];
  }, [t, format, codeById]);
}

function useEditionCodes(): ReadonlyMap<EditionId, string> {
  const editions = useQuery(useApi().editions.list.queryOptions({ input: { courseId: null } }));
  return useMemo(() => new Map((editions.data ?? []).map(({ id, code }) => [id, code])), [editions.data]);
}
