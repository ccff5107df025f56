import { ActionIcon, Button } from '@mantine/core';
import {
  IconDeviceFloppy,
  IconExternalLink,
  IconPrinter,
  IconZoomIn,
  IconZoomOut,
  IconZoomReset,
} from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../lib/format.ts';
import { Delayed } from './delayed.tsx';
import { EmptyState } from './empty-state.tsx';
import { Notice } from './notice.tsx';
import { PdfPage } from './pdf-page.tsx';
import classes from './pdf-viewer.module.css';
import { type PdfSource, usePdf } from './use-pdf.ts';

export interface PdfViewerProps {
  /** Null: nothing to show yet. */
  source: PdfSource | null;
  /** What the document is, for those who cannot see it. */
  title: string;
  actions?: { onPrint?: () => void; onSave?: () => void; onOpen?: () => void };
  /** Shown while there is no source. */
  placeholder?: string;
  /** Another document is on its way: what is shown can be looked at, but not printed by mistake. */
  isOutdated?: boolean;
}

const noActions: NonNullable<PdfViewerProps['actions']> = {};
const zooms = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3];

/** The pages as the printer will bring them out; at zoom 1 a page is as wide as the viewer. */
export function PdfViewer({
  source,
  title,
  actions = noActions,
  placeholder,
  isOutdated = false,
}: PdfViewerProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { pdf, hasFailed } = usePdf(source);
  const [zoom, setZoom] = useState(1);
  const [page, setPage] = useState(1);
  const scroller = useRef<HTMLDivElement>(null);
  const step = (by: 1 | -1) => {
    const next = zooms[zooms.indexOf(zoom) + by];
    if (next !== undefined) setZoom(next);
  };
  const isReady = pdf !== null;
  const canAct = isReady && !isOutdated;

  return (
    <section className={classes['viewer']} aria-label={title}>
      <div className={classes['bar']}>
        <span className={classes['page']} aria-live="polite">
          {isReady ? t('pdf.pageOf', { page: Math.min(page, pdf.numPages), pages: pdf.numPages }) : ''}
        </span>
        <ActionIcon aria-label={t('pdf.zoomOut')} disabled={zoom === zooms[0]} onClick={() => step(-1)}>
          <IconZoomOut size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
        <span className={classes['zoom']}>{format.percent(zoom * 100)}</span>
        <ActionIcon aria-label={t('pdf.zoomIn')} disabled={zoom === zooms.at(-1)} onClick={() => step(1)}>
          <IconZoomIn size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon aria-label={t('pdf.fitWidth')} onClick={() => setZoom(1)}>
          <IconZoomReset size={18} stroke={1.6} aria-hidden />
        </ActionIcon>
        <span className={classes['actions']}>
          {actions.onOpen !== undefined && (
            <Button
              variant="subtle"
              leftSection={<IconExternalLink size={17} stroke={1.6} aria-hidden />}
              disabled={!canAct}
              onClick={actions.onOpen}
            >
              {t('pdf.open')}
            </Button>
          )}
          {actions.onSave !== undefined && (
            <Button
              leftSection={<IconDeviceFloppy size={17} stroke={1.6} aria-hidden />}
              disabled={!canAct}
              onClick={actions.onSave}
            >
              {t('pdf.save')}
            </Button>
          )}
          {actions.onPrint !== undefined && (
            <Button
              leftSection={<IconPrinter size={17} stroke={1.6} aria-hidden />}
              disabled={!canAct}
              onClick={actions.onPrint}
            >
              {t('pdf.print')}
            </Button>
          )}
        </span>
      </div>
      <div
        ref={scroller}
        className={classes['pages']}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the keyboard
        tabIndex={0}
        role="group"
        aria-label={t('pdf.pages', { title })}
      >
        {hasFailed && <Notice tone="danger">{t('pdf.failed')}</Notice>}
        {source === null && <EmptyState title={placeholder ?? t('pdf.nothing')} />}
        {source !== null && !isReady && !hasFailed && (
          <Delayed>
            <p role="status">{t('loading')}</p>
          </Delayed>
        )}
        {isReady &&
          Array.from({ length: pdf.numPages }, (_, index) => (
            <PdfPage
              // Its fingerprint is of the first bytes only, which two documents of one title have in common.
              key={`${pdf.loadingTask.docId}-${index}`}
              pdf={pdf}
              number={index + 1}
              zoom={zoom}
              scroller={scroller}
              onSeen={setPage}
            />
          ))}
      </div>
    </section>
  );
}
