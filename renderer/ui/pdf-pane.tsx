import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDescribeError } from '../lib/errors.ts';
import { Delayed } from './delayed.tsx';
import { EmptyState } from './empty-state.tsx';
import { Notice } from './notice.tsx';
import classes from './pdf-pane.module.css';
import { PdfViewer, type PdfViewerProps } from './pdf-viewer.tsx';

interface PdfPaneProps {
  /** What the document is, for those who cannot see it. */
  title: string;
  /** Where the PDF is; null where there is none. */
  source: string | null;
  actions: PdfViewerProps['actions'] | null;
  /** Another one is being made; this one is of before. */
  isMaking: boolean;
  error: unknown;
  /** Why there is nothing to show, and what to do. */
  nothing: { title: string; text?: ReactNode; action?: ReactNode };
}

/** A document on screen as it will be printed: the paper, or why there is none. */
export function PdfPane({ title, source, actions, isMaking, error, nothing }: PdfPaneProps) {
  const { t } = useTranslation();
  const describeError = useDescribeError();
  if (error !== null) {
    return (
      <div className={classes['pane']}>
        <Notice tone="danger">{describeError(error)}</Notice>
      </div>
    );
  }
  if (source === null) {
    return (
      <div className={classes['empty']}>
        {isMaking ? (
          <Delayed>
            <p role="status">{t('loading')}</p>
          </Delayed>
        ) : (
          <EmptyState {...nothing} />
        )}
      </div>
    );
  }
  return (
    <div className={classes['pane']} aria-busy={isMaking}>
      <PdfViewer
        source={source}
        title={title}
        isOutdated={isMaking}
        {...(actions === null || actions === undefined ? {} : { actions })}
      />
    </div>
  );
}
