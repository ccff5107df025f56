import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '../../../domain/import.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { useUndoImport } from './use-undo-import.ts';

const maxHeight = 420;

/** The lists that were imported before, each with a way back. */
export function PastImports() {
  const { t } = useTranslation('imports');
  const imports = useQuery(useApi().imports.list.queryOptions());
  const { undo, refusal } = useUndoImport();
  const columns = useColumns((summary) => void undo(summary));
  return (
    <Section title={t('past.title')}>
      {refusal !== null && <Notice tone="danger">{refusal}</Notice>}
      <Loaded query={imports}>
        {(found) => (
          <DataTable
            label={t('past.title')}
            rows={found}
            rowId={({ id }) => id}
            columns={columns}
            maxHeight={maxHeight}
            empty={<EmptyState title={t('past.empty.title')} text={t('past.empty.text')} />}
          />
        )}
      </Loaded>
    </Section>
  );
}

function useColumns(onUndo: (summary: ImportSummary) => void): DataColumn<ImportSummary>[] {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { can } = useSession();
  const mayUndo = can('registrar');
  return useMemo(
    () => [
      { id: 'file', header: t('past.file'), grow: true, value: ({ fileName }) => fileName },
      {
        id: 'when',
        header: t('past.when'),
        width: 150,
        value: ({ committedAt }) => committedAt,
        cell: ({ committedAt }) => format.dateTime(committedAt),
      },
      { id: 'who', header: t('past.who'), width: 160, value: ({ committedBy }) => committedBy },
      {
        id: 'edition',
        header: t('past.edition'),
        width: 150,
        value: ({ editionCode }) => editionCode,
        cell: ({ editionId, editionCode }) =>
          editionId !== null && (
            <TextLink to="/ediciones/$editionId" params={{ editionId }}>
              {editionCode}
            </TextLink>
          ),
      },
      { id: 'created', header: t('past.created'), width: 84, align: 'end', value: ({ created }) => created },
      { id: 'matched', header: t('past.matched'), width: 104, align: 'end', value: ({ matched }) => matched },
      {
        id: 'undo',
        header: t('past.undo'),
        width: 190,
        value: ({ undoneAt }) => undoneAt,
        cell: (summary) =>
          summary.undoneAt === null
            ? mayUndo && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={t('undo.actionOf', { fileName: summary.fileName })}
                  onClick={() => onUndo(summary)}
                >
                  {t('common:undo')}
                </Button>
              )
            : t('past.undone', { when: format.dateTime(summary.undoneAt) }),
      },
    ],
    [t, format, mayUndo, onUndo],
  );
}
