import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FolderExchange } from '../../../domain/packet.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useSession } from '../../lib/session.tsx';
import { useLongTask } from '../../lib/use-long-task.ts';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import classes from './data.module.css';
import { FolderDialog } from './folder-dialog.tsx';
import { OutcomeNotice } from './outcome-notice.tsx';

/** A stick or a shared folder through which the PCs exchange by themselves. */
export function ExchangeFolder({ folder }: { folder: string | null }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const describeError = useDescribeError();
  const { can } = useSession();
  const [isChoosing, setIsChoosing] = useState(false);
  const setting = useMutation(api.exchange.setFolder.mutationOptions());
  const task = useLongTask<null, FolderExchange>((_, options) =>
    api.exchange.exchangeFolder.call(undefined, options),
  );
  return (
    <div className={classes['stack']}>
      <p className={classes['explained']}>{t('folder.text')}</p>
      <div className={classes['row']}>
        <span>{folder === null ? t('folder.none') : t('folder.is', { folder })}</span>
        {can('coordinator') && (
          <Button onClick={() => setIsChoosing(true)}>
            {t(folder === null ? 'folder.choose' : 'folder.change')}
          </Button>
        )}
        {can('coordinator') && folder !== null && (
          <Button variant="subtle" onClick={() => setting.mutate({ folder: null })}>
            {t('folder.stop')}
          </Button>
        )}
        {can('trainer') && folder !== null && (
          <Button onClick={() => void task.start(null)}>{t('folder.now')}</Button>
        )}
      </div>
      {task.state === 'running' && (
        <ProgressPanel label={t('folder.exchanging')} progress={task.progress} onCancel={task.cancel} />
      )}
      {task.state === 'failed' && <Notice tone="danger">{describeError(task.error)}</Notice>}
      {task.state === 'done' && (
        <>
          {task.result.taken.map((outcome) => (
            <OutcomeNotice key={outcome.fileName} outcome={outcome} />
          ))}
          {task.result.unread.length > 0 && (
            <Notice tone="warning">{t('folder.unread', { files: task.result.unread.join(', ') })}</Notice>
          )}
          <Notice tone="success">
            {task.result.written === null
              ? t('folder.nothingToPut')
              : t('folder.put', { file: task.result.written })}
          </Notice>
        </>
      )}
      {isChoosing && (
        <FolderDialog
          title={t('folder.title')}
          initial={folder ?? ''}
          submitLabel={t('folder.use')}
          onClose={() => setIsChoosing(false)}
          onChoose={(chosen) => setting.mutateAsync({ folder: chosen })}
        />
      )}
    </div>
  );
}
