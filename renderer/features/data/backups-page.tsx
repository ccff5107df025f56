import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useLongTask } from '../../lib/use-long-task.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { Section } from '../../ui/section.tsx';
import { BackupList } from './backup-list.tsx';
import classes from './data.module.css';
import { RestoreDialog } from './restore-dialog.tsx';
import { SecondPlaceSection } from './second-place.tsx';

/** Resguardar: the last good copy, making one, the second place, and going back to one. */
export function BackupsPage() {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const describeError = useDescribeError();
  const { can } = useSession();
  const backups = useQuery(api.backups.list.queryOptions());
  const making = useLongTask(api.backups.make.call);
  const [restoring, setRestoring] = useState<string | null>(null);
  return (
    <Loaded query={backups}>
      {({ lastGood, secondPlace, backups: files, folder }) => (
        <div className={classes['page']}>
          <Section title={t('backup.title')}>
            <div className={classes['stack']}>
              <p className={classes['explained']}>{t('backup.text')}</p>
              <div className={classes['row']}>
                <strong>
                  {lastGood === null
                    ? t('backup.never')
                    : t('backup.last', { when: format.dateTime(lastGood), folder })}
                </strong>
                {can('registrar') && (
                  <Button
                    variant="filled"
                    leftSection={<IconShieldCheck size={16} aria-hidden />}
                    onClick={() => void making.start({ to: null })}
                  >
                    {t('backup.now')}
                  </Button>
                )}
              </div>
              {making.state === 'running' && (
                <ProgressPanel
                  label={t('backup.making')}
                  progress={making.progress}
                  onCancel={making.cancel}
                />
              )}
              {making.state === 'failed' && <Notice tone="danger">{describeError(making.error)}</Notice>}
              {making.state === 'done' && (
                <Notice tone="success">{t('backup.made', { path: making.result.path })}</Notice>
              )}
            </div>
          </Section>
          <Section title={t('second.title')}>
            <SecondPlaceSection place={secondPlace} />
          </Section>
          <Section
            title={t('backup.list')}
            action={
              can('coordinator') && <Button onClick={() => setRestoring('')}>{t('restore.other')}</Button>
            }
          >
            <BackupList files={files} onRestore={can('coordinator') ? setRestoring : null} />
          </Section>
          {restoring !== null && <RestoreDialog path={restoring} onClose={() => setRestoring(null)} />}
        </div>
      )}
    </Loaded>
  );
}
