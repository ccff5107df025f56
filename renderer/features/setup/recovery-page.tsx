import { Button, Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useLongTask } from '../../lib/use-long-task.ts';
import { BackupReviewFacts } from '../../parts/backup-review.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { type BackupChoice, BackupChooser } from './backup-chooser.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import classes from './recovery-page.module.css';
import { RecoveryDone } from './recovery-done.tsx';

/** `onBack` is absent where the data are damaged: there is nothing to go back to. */
interface RecoveryPageProps {
  onBack?: () => void;
}

/**
 * A PC without readable data starts from a copy: a new one joins an office, one whose data were damaged gets them
 * back, with whatever can still be read of them.
 */
export function RecoveryPage({ onBack }: RecoveryPageProps) {
  const { t } = useTranslation('recovery');
  const api = useApi();
  const describeError = useDescribeError();
  const state = useQuery(api.recovery.state.queryOptions());
  const inspecting = useLongTask(api.recovery.inspect.call);
  const recovering = useLongTask(api.recovery.recover.call);
  const [choice, setChoice] = useState<BackupChoice | null>(null);
  const [salvages, setSalvages] = useState(true);
  const isDamaged = onBack === undefined;
  const inspect = async (chosen: BackupChoice) => {
    setChoice(chosen);
    await inspecting.start(chosen);
  };
  const recover = (backup: BackupChoice | null, salvage: boolean) =>
    void recovering.start({ backup, salvage });
  const review = inspecting.state === 'done' ? inspecting.result : null;
  const words = isDamaged ? 'damaged' : 'join';
  return (
    <Entrance>
      <title>{t(`${words}.pageTitle`)}</title>
      <h1>{t(`${words}.title`)}</h1>
      <p className={entrance['lead']}>{t(`${words}.text`)}</p>
      {recovering.state === 'done' ? (
        <RecoveryDone result={recovering.result} />
      ) : (
        <div className={classes['stack']}>
          {review === null && (
            <Loaded query={state}>
              {(found) => (
                <BackupChooser
                  found={found?.backups ?? []}
                  error={inspecting.error}
                  onChoose={inspect}
                  {...(onBack === undefined ? {} : { onBack })}
                />
              )}
            </Loaded>
          )}
          {inspecting.state === 'running' && (
            <ProgressPanel
              label={t('inspecting')}
              progress={inspecting.progress}
              onCancel={inspecting.cancel}
            />
          )}
          {review !== null && choice !== null && (
            <>
              <BackupReviewFacts review={review} />
              {isDamaged && (
                <Switch
                  label={t('salvage')}
                  description={t('salvageText')}
                  checked={salvages}
                  onChange={(event) => setSalvages(event.currentTarget.checked)}
                />
              )}
              <DialogActions>
                <Button onClick={inspecting.reset}>{t('another')}</Button>
                <Button
                  variant="filled"
                  disabled={recovering.state === 'running'}
                  onClick={() => recover(choice, isDamaged && salvages)}
                >
                  {t(`${words}.do`)}
                </Button>
              </DialogActions>
            </>
          )}
          {isDamaged && review === null && (
            <Notice
              tone="neutral"
              title={t('withoutBackup')}
              action={<Button onClick={() => recover(null, true)}>{t('readWhatIsLeft')}</Button>}
            >
              {t('withoutBackupText')}
            </Notice>
          )}
          {recovering.state === 'running' && (
            <ProgressPanel label={t('recovering')} progress={recovering.progress} />
          )}
          {recovering.state === 'failed' && <Notice tone="danger">{describeError(recovering.error)}</Notice>}
        </div>
      )}
    </Entrance>
  );
}
