import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { BackupContents, BackupFile } from '../../../domain/backup.ts';
import { requiredText } from '../../../domain/field.ts';
import { findErrorTag, useDescribeError } from '../../lib/errors.ts';
import { useFormat } from '../../lib/format.ts';
import { PathField } from '../../parts/path-field.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import classes from './recovery-page.module.css';

const choiceSchema = z.object({ path: requiredText(1000), passphrase: z.string().nullable() });
export type BackupChoice = z.infer<typeof choiceSchema>;

/** A copy that was found on this PC; those that are not locked were opened already. */
type FoundBackup = BackupFile & { isSound: boolean | null; contents: BackupContents | null };

interface BackupChooserProps {
  found: readonly FoundBackup[];
  /** Of the last attempt to open one. */
  error: unknown;
  onChoose(choice: BackupChoice): Promise<void>;
  onBack?: () => void;
}

/** Which copy to start from: one that was found here, or a file on a stick. */
export function BackupChooser({ found, error, onChoose, onBack }: BackupChooserProps) {
  const { t } = useTranslation('recovery');
  const describeError = useDescribeError();
  const [path, setPath] = useState('');
  const tag = findErrorTag(error);
  const choose = (backup: FoundBackup) => {
    setPath(backup.path);
    if (!backup.isEncrypted) void onChoose({ path: backup.path, passphrase: null });
  };
  return (
    <div className={classes['stack']}>
      {found.length > 0 && (
        <Section title={t('found')} level={2}>
          <ul className={classes['found']}>
            {found.map((backup) => (
              <li key={backup.path}>
                <FoundBackupButton backup={backup} onChoose={() => choose(backup)} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Form key={path} schema={choiceSchema} defaultValues={{ path, passphrase: null }} onSubmit={onChoose}>
        {(field) => (
          <>
            <PathField
              of="backup"
              {...field('path')}
              label={t('path')}
              description={t('pathHint')}
              required
              autoFocus={found.length === 0 || path !== ''}
            />
            <PasswordField
              {...field('passphrase')}
              label={t('passphrase')}
              description={t(tag === 'PASSPHRASE_NEEDED' ? 'passphraseNeeded' : 'passphraseHint')}
            />
            {error !== null && tag !== 'PASSPHRASE_NEEDED' && (
              <Notice tone="danger">{describeError(error)}</Notice>
            )}
            <FormActions
              submitLabel={t('open')}
              {...(onBack === undefined ? {} : { onCancel: onBack, cancelLabel: t('common:back') })}
            />
          </>
        )}
      </Form>
    </div>
  );
}

function FoundBackupButton({ backup, onChoose }: { backup: FoundBackup; onChoose(): void }) {
  const { t } = useTranslation('recovery');
  const format = useFormat();
  const { contents, isSound, isEncrypted, madeAt, name } = backup;
  const holds =
    contents === null
      ? null
      : t('holds', {
          people: format.number(contents.counts.people),
          editions: format.number(contents.counts.editions),
          certificates: format.number(contents.counts.certificates),
        });
  return (
    <button type="button" className={classes['backup']} disabled={isSound === false} onClick={onChoose}>
      <strong>{t('madeAt', { when: format.dateTime(madeAt) })}</strong>
      <span>{holds ?? t(isEncrypted ? 'locked' : isSound === false ? 'unsound' : 'unopened')}</span>
      <span className={classes['soft']}>{name}</span>
    </button>
  );
}
