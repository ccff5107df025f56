import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { passphraseSchema } from '../../../domain/backup.ts';
import { requiredText } from '../../../domain/field.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { useLongTask } from '../../lib/use-long-task.ts';
import { PathField } from '../../parts/path-field.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { ProgressPanel } from '../../ui/progress-panel.tsx';
import classes from './data.module.css';

const copySchema = z
  .object({ folder: requiredText(1000), passphrase: passphraseSchema, again: z.string() })
  .refine(({ passphrase, again }) => passphrase === again, { path: ['again'], error: 'passwordsDiffer' });

/** A locked copy on a stick, from which another PC joins the office. */
export function NewDevice() {
  const { t } = useTranslation('data');
  const api = useApi();
  const describeError = useDescribeError();
  const task = useLongTask(api.backups.make.call);
  return (
    <div className={classes['stack']}>
      <p className={classes['explained']}>{t('newDevice.text')}</p>
      <Form
        schema={copySchema}
        defaultValues={{ folder: '', passphrase: '', again: '' }}
        onSubmit={async ({ folder, passphrase }) => task.start({ to: { path: folder, passphrase } })}
      >
        {(field) => (
          <>
            <PathField
              of="folder"
              {...field('folder')}
              label={t('newDevice.folder')}
              description={t('folder.pathHint')}
              required
            />
            <div className={classes['pair']}>
              <PasswordField {...field('passphrase')} label={t('passphrase')} required />
              <PasswordField {...field('again')} label={t('passphraseAgain')} required />
            </div>
            <FormActions submitLabel={t('newDevice.make')} />
          </>
        )}
      </Form>
      {task.state === 'running' && (
        <ProgressPanel label={t('newDevice.making')} progress={task.progress} onCancel={task.cancel} />
      )}
      {task.state === 'failed' && <Notice tone="danger">{describeError(task.error)}</Notice>}
      {task.state === 'done' && (
        <Notice tone="success" title={t('newDevice.made', { path: task.result.path })}>
          {t('newDevice.next')}
        </Notice>
      )}
    </div>
  );
}
