import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { requiredText } from '../../../domain/field.ts';
import { useDescribeError } from '../../lib/errors.ts';
import { PathField } from '../../parts/path-field.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { type FoundBackup, FoundBackups } from './found-backups.tsx';
import classes from './recovery-page.module.css';

const choiceSchema = z.object({ path: requiredText(1000), passphrase: z.string().nullable() });
export type BackupChoice = z.infer<typeof choiceSchema>;

interface BackupChooserProps {
  found: readonly FoundBackup[];
  /** Throws why a copy cannot be opened. */
  onChoose(choice: BackupChoice): Promise<void>;
  onBack?: () => void;
}

/** Which copy to start from: one that was found here, or a file on a stick. */
export function BackupChooser({ found, onChoose, onBack }: BackupChooserProps) {
  const { t } = useTranslation('recovery');
  const describeError = useDescribeError();
  const [path, setPath] = useState<string | null>(found.length === 0 ? '' : null);
  const [error, setError] = useState<unknown>(null);
  const choose = ({ path: chosen, isEncrypted }: FoundBackup) => {
    setError(null);
    setPath(isEncrypted ? chosen : null);
    if (!isEncrypted) onChoose({ path: chosen, passphrase: null }).catch(setError);
  };
  return (
    <div className={classes['stack']}>
      {found.length > 0 && <FoundBackups backups={found} onChoose={choose} />}
      {error !== null && <Notice tone="danger">{describeError(error)}</Notice>}
      {path === null ? (
        <div>
          <Button onClick={() => setPath('')}>{t('otherFile')}</Button>
        </div>
      ) : (
        <FileForm key={path} path={path} onChoose={onChoose} onBack={onBack} />
      )}
    </div>
  );
}

interface FileFormProps {
  /** Of a copy that was chosen already and is locked, or ''. */
  path: string;
  onChoose(choice: BackupChoice): Promise<void>;
  onBack: (() => void) | undefined;
}

function FileForm({ path, onChoose, onBack }: FileFormProps) {
  const { t } = useTranslation('recovery');
  return (
    <Form
      schema={choiceSchema}
      defaultValues={{ path, passphrase: null }}
      fieldByError={{
        PASSPHRASE_NEEDED: 'passphrase',
        WRONG_PASSPHRASE: 'passphrase',
        DEVICE_GONE: 'path',
        NOT_A_BACKUP: 'path',
      }}
      onSubmit={onChoose}
    >
      {(field) => (
        <>
          <PathField
            of="backup"
            {...field('path')}
            label={t('path')}
            description={t('pathHint')}
            required
            autoFocus={path === ''}
          />
          <PasswordField
            {...field('passphrase')}
            label={t('passphrase')}
            description={t('passphraseHint')}
            autoComplete="off"
            autoFocus={path !== ''}
          />
          <FormActions
            submitLabel={t('open')}
            {...(onBack === undefined ? {} : { onCancel: onBack, cancelLabel: t('common:back') })}
          />
        </>
      )}
    </Form>
  );
}
