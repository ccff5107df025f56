import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useLongTask } from '../../lib/use-long-task.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { type BackupChoice, BackupChooser } from './backup-chooser.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import classes from './recovery-page.module.css';
import { RecoveryDone } from './recovery-done.tsx';
import { RecoveryReview } from './recovery-review.tsx';
import { WithoutBackup } from './without-backup.tsx';

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
  const isDamaged = onBack === undefined;
  const words = isDamaged ? 'damaged' : 'join';
  const inspect = async (chosen: BackupChoice) => {
    setChoice(chosen);
    await inspecting.attempt(chosen);
  };
  const recover = (backup: BackupChoice | null, salvage: boolean) =>
    void recovering.start({ backup, salvage });
  if (recovering.state === 'done') {
    return <RecoveryDone words={words} usedBackup={choice !== null} result={recovering.result} />;
  }
  const isRecovering = recovering.state === 'running';
  return (
    <Entrance>
      <title>{t(`${words}.pageTitle`)}</title>
      <h1>{t(`${words}.title`)}</h1>
      <p className={entrance['lead']}>{t(`${words}.text`)}</p>
      <div className={classes['stack']}>
        {inspecting.state !== 'done' && !isRecovering && (
          <Loaded query={state} skeleton={<ProgressPanel label={t('searching')} progress={null} />}>
            {(found) => (
              <>
                <BackupChooser
                  found={found?.backups ?? []}
                  onChoose={inspect}
                  {...(onBack === undefined ? {} : { onBack })}
                />
                {inspecting.state === 'running' && (
                  <ProgressPanel
                    label={t('inspecting')}
                    progress={inspecting.progress}
                    onCancel={inspecting.cancel}
                  />
                )}
                {isDamaged && (
                  <WithoutBackup
                    found={found?.backups ?? []}
                    onRead={() => {
                      setChoice(null);
                      recover(null, true);
                    }}
                  />
                )}
              </>
            )}
          </Loaded>
        )}
        {inspecting.state === 'done' && choice !== null && !isRecovering && (
          <RecoveryReview
            review={inspecting.result}
            isDamaged={isDamaged}
            onAnother={inspecting.reset}
            onRecover={(salvage) => recover(choice, salvage)}
          />
        )}
        {isRecovering && <ProgressPanel label={t('recovering')} progress={recovering.progress} />}
        {recovering.state === 'failed' && <Notice tone="danger">{describeError(recovering.error)}</Notice>}
      </div>
    </Entrance>
  );
}
