import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CertificateId, EditionId } from '../../../domain/ids.ts';
import { documentAddress, useDocumentActions } from '../../parts/use-document-actions.ts';
import { useDocumentTask } from '../../lib/use-document.ts';
import { Notice } from '../../ui/notice.tsx';
import { PdfPane } from '../../ui/pdf-pane.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import classes from './certificates.module.css';
import type { PrintOptions } from './print-options.tsx';

/** Certificates to print in one file; null: all of the edition that hold. */
export interface Batch {
  certificateIds: CertificateId[] | null;
  count: number;
}

interface BatchPaneProps {
  editionId: EditionId;
  batch: Batch;
  options: PrintOptions;
  onClose(): void;
}

/** Many certificates as one document: how far it is, and then the paper itself. */
export function BatchPane({ editionId, batch, options, onClose }: BatchPaneProps) {
  const { t } = useTranslation('certificates');
  const task = useDocumentTask();
  const actions = useDocumentActions(task.result);
  const { paper, background } = options;
  const start = useRef(task.start);
  useEffect(() => {
    if (paper === null) return;
    const { certificateIds } = batch;
    void start.current({ kind: 'certificates', editionId, certificateIds, paper, background });
  }, [editionId, batch, paper, background]);
  const label = t('batch.making', { count: batch.count });
  return (
    <div className={classes['batch']}>
      <Button variant="subtle" className={classes['backToOne'] ?? ''} onClick={onClose}>
        {t('batch.back')}
      </Button>
      {task.state === 'running' && (
        <ProgressPanel label={label} progress={task.progress} onCancel={task.cancel} />
      )}
      {task.state === 'cancelled' && <Notice tone="info">{t('batch.cancelled')}</Notice>}
      {(task.state === 'done' || task.state === 'failed') && (
        <div className={classes['paper']}>
          <PdfPane
            title={t('batch.title', { count: batch.count })}
            source={task.result === null ? null : documentAddress(task.result)}
            actions={actions}
            isMaking={false}
            error={task.error}
            nothing={{ title: t('batch.cancelled') }}
          />
        </div>
      )}
    </div>
  );
}
