import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { BackupReview } from '../../../domain/backup.ts';
import { requiredText } from '../../../domain/field.ts';
import { useApi } from '../../lib/api.tsx';
import { findErrorTag, useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { useLongTask } from '../../lib/use-long-task.ts';
import { useConfirm } from '../../ui/confirm.tsx';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PathField } from '../../parts/path-field.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import { BackupReviewFacts } from '../../parts/backup-review.tsx';
import classes from './data.module.css';
import { useState } from 'react';

const choiceSchema = z.object({ path: requiredText(1000), passphrase: z.string().nullable() });
type Choice = z.infer<typeof choiceSchema>;

/** Going back to a copy: what it holds and what would be lost, then the word that does it. */
export function RestoreDialog({ path, onClose }: { path: string; onClose(): void }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const describeError = useDescribeError();
  const inspecting = useLongTask(api.backups.inspect.call);
  const [choice, setChoice] = useState<Choice | null>(null);
  const inspect = async (chosen: Choice) => {
    setChoice(chosen);
    await inspecting.start(chosen);
  };
  const tag = findErrorTag(inspecting.error);
  const review = inspecting.state === 'done' ? inspecting.result : null;
  return (
    <Dialog opened onClose={onClose} title={t('restore.dialog')} size="xl">
      <div className={classes['stack']}>
        {review === null && (
          <Form schema={choiceSchema} defaultValues={{ path, passphrase: null }} onSubmit={inspect}>
            {(field) => (
              <>
                <PathField
                  of="backup"
                  {...field('path')}
                  label={t('restore.path')}
                  description={t('restore.pathHint')}
                  required
                  autoFocus
                />
                <PasswordField
                  {...field('passphrase')}
                  label={t('passphrase')}
                  description={t(
                    tag === 'PASSPHRASE_NEEDED' ? 'restore.passphraseNeeded' : 'restore.passphraseHint',
                  )}
                />
                <FormActions submitLabel={t('restore.inspect')} onCancel={onClose} />
              </>
            )}
          </Form>
        )}
        {inspecting.state === 'running' && (
          <ProgressPanel
            label={t('restore.inspecting')}
            progress={inspecting.progress}
            onCancel={inspecting.cancel}
          />
        )}
        {inspecting.state === 'failed' && tag !== 'PASSPHRASE_NEEDED' && (
          <Notice tone="danger">{describeError(inspecting.error)}</Notice>
        )}
        {review !== null && choice !== null && <Restore review={review} choice={choice} onClose={onClose} />}
      </div>
    </Dialog>
  );
}

/** The review, and the step that cannot be taken back by a click. */
function Restore({ review, choice, onClose }: { review: BackupReview; choice: Choice; onClose(): void }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const describeError = useDescribeError();
  const confirm = useConfirm();
  const restoring = useLongTask(api.backups.restore.call);
  const restore = async () => {
    const when = format.dateTime(review.madeAt);
    const question = {
      title: t('restore.sureTitle', { when }),
      text: t('restore.sureText'),
      confirmLabel: t('restore.do'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    // Everyone is signed out by it: what is on screen belongs to the database that was put aside.
    if ((await restoring.start(choice)) !== null) window.location.assign('/');
  };
  return (
    <>
      <BackupReviewFacts review={review} />
      {restoring.state === 'running' && (
        <ProgressPanel label={t('restore.doing')} progress={restoring.progress} />
      )}
      {restoring.state === 'failed' && <Notice tone="danger">{describeError(restoring.error)}</Notice>}
      <DialogActions>
        <Button onClick={onClose}>{t('common:cancel')}</Button>
        <Button variant="filled" disabled={restoring.state === 'running'} onClick={() => void restore()}>
          {t('restore.do')}
        </Button>
      </DialogActions>
    </>
  );
}
