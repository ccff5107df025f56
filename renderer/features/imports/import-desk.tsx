import { Button } from '@mantine/core';
import { IconTableImport } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditionId } from '../../../domain/ids.ts';
import type { ImportSummary } from '../../../domain/import.ts';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import { useToast } from '../../ui/toast.tsx';
import type { CellPlace } from './cell-place.ts';
import { EditionChoice } from './edition-choice.tsx';
import { Findings } from './findings.tsx';
import classes from './import-desk.module.css';
import { SheetView } from './sheet-view.tsx';
import { Understanding } from './understanding.tsx';
import { useCommit } from './use-commit.ts';
import { useCommitLabel } from './use-commit-label.ts';
import type { ImportDraft } from './use-import-draft.ts';
import { useReview } from './use-review.ts';

interface ImportDeskProps {
  draft: ImportDraft;
  onDraft(draft: ImportDraft | null): void;
  editionId: EditionId | null;
  onEdition(editionId: EditionId | null): void;
  onCommitted(summary: ImportSummary): void;
}

/** Their sheet, what was understood of it, and what needs a word; the button says what will happen. */
export function ImportDesk({ draft, onDraft, editionId, onEdition, onCommitted }: ImportDeskProps) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const toast = useToast();
  const describeError = useDescribeError();
  const review = useReview(draft, editionId);
  const commit = useCommit(draft, editionId, onCommitted);
  const { label, hasSomething } = useCommitLabel(review.data ?? null, editionId !== null);
  const { upload, reading } = draft;
  const [place, setPlace] = useState<CellPlace | null>(null);
  const showCell = useCallback(
    (row: number, column: string | null) =>
      setPlace((before) => ({ row, column, reading, asked: (before?.asked ?? 0) + 1 })),
    [reading],
  );
  const leave = () => {
    onDraft(null);
    toast.show({ text: t('left', { fileName: upload.fileName }), undo: async () => onDraft(draft) });
  };
  return (
    <Page fill>
      <PageHeader
        title={t('title')}
        subtitle={t('fileAndRows', {
          fileName: upload.fileName,
          count: upload.rowCount,
          rows: format.number(upload.rowCount),
        })}
        trail={[{ label: t('app:nav.people'), to: '/personas' }]}
        tools={<Button onClick={leave}>{t('chooseOther')}</Button>}
        next={
          <Button
            variant="filled"
            leftSection={<IconTableImport size={16} stroke={1.75} aria-hidden />}
            disabled={!hasSomething || review.isPlaceholderData || commit.isCommitting}
            onClick={() => void commit.run()}
          >
            {label}
          </Button>
        }
      >
        <EditionChoice value={editionId} onChange={onEdition} />
      </PageHeader>
      {commit.error !== null && <Notice tone="danger">{describeError(commit.error)}</Notice>}
      {review.isError && <Notice tone="danger">{describeError(review.error)}</Notice>}
      <div className={classes['panes']}>
        <section className={classes['pane']} aria-label={t('sheet.title')}>
          <h2>{t('sheet.title')}</h2>
          <SheetView
            key={reading}
            draft={draft}
            review={review.data ?? null}
            place={place?.reading === reading ? place : null}
          />
        </section>
        <section className={classes['pane']} aria-label={t('understood.title')}>
          <h2>{t('understood.title')}</h2>
          <Understanding draft={draft} onDraft={onDraft} onColumn={(column) => showCell(0, column)} />
        </section>
        <section className={classes['pane']} aria-label={t('findings.title')} aria-busy={review.isFetching}>
          <h2>{t('findings.title')}</h2>
          <Findings draft={draft} onDraft={onDraft} review={review} onShow={showCell} />
        </section>
      </div>
    </Page>
  );
}
