import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { passphraseSchema, type SecondPlace } from '../../../domain/backup.ts';
import { requiredText } from '../../../domain/field.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { PathField } from '../../parts/path-field.tsx';
import { PasswordField } from '../../ui/fields/text-field.tsx';
import { FormActions } from '../../ui/form-actions.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './data.module.css';

/** The stick or folder where every automatic copy also goes, locked. */
export function SecondPlaceSection({ place }: { place: SecondPlace | null }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const format = useFormat();
  const confirm = useConfirm();
  const { can } = useSession();
  const forgetting = useMutation(api.backups.forgetSecondPlace.mutationOptions());
  const [isSetting, setIsSetting] = useState(false);
  const forget = async () => {
    const question = {
      title: t('second.forgetTitle'),
      text: t('second.forgetText'),
      confirmLabel: t('second.forget'),
    };
    if (await confirm(question)) forgetting.mutate(undefined);
  };
  return (
    <div className={classes['stack']}>
      <p className={classes['explained']}>{t('second.text')}</p>
      {place !== null && (
        <Notice tone={place.problem === null ? 'success' : 'warning'} title={place.folder}>
          {place.lastGood === null
            ? t('second.never')
            : t('second.last', { when: format.dateTime(place.lastGood) })}
          {place.problem !== null && ` ${t(`problem.${place.problem}`)}`}
          {!place.isThere && ` ${t('second.notThere')}`}
        </Notice>
      )}
      {can('coordinator') && (
        <div className={classes['row']}>
          <Button onClick={() => setIsSetting(true)}>
            {t(place === null ? 'second.set' : 'second.change')}
          </Button>
          {place !== null && (
            <Button variant="subtle" onClick={() => void forget()}>
              {t('second.forget')}
            </Button>
          )}
        </div>
      )}
      {isSetting && <SecondPlaceDialog initial={place?.folder ?? ''} onClose={() => setIsSetting(false)} />}
    </div>
  );
}

const placeSchema = z
  .object({ folder: requiredText(1000), passphrase: passphraseSchema, again: z.string() })
  .refine(({ passphrase, again }) => passphrase === again, { path: ['again'], error: 'passwordsDiffer' });

function SecondPlaceDialog({ initial, onClose }: { initial: string; onClose(): void }) {
  const { t } = useTranslation('data');
  const api = useApi();
  const setting = useMutation(api.backups.setSecondPlace.mutationOptions());
  return (
    <Dialog opened onClose={onClose} title={t('second.title')} size="lg">
      <Form
        schema={placeSchema}
        defaultValues={{ folder: initial, passphrase: '', again: '' }}
        onSubmit={async ({ folder, passphrase }) => {
          await setting.mutateAsync({ folder, passphrase });
          onClose();
        }}
      >
        {(field) => (
          <>
            <PathField
              of="folder"
              {...field('folder')}
              label={t('folder.path')}
              description={t('folder.pathHint')}
              required
              autoFocus
            />
            <Notice tone="warning">{t('second.passphraseText')}</Notice>
            <PasswordField {...field('passphrase')} label={t('passphrase')} required />
            <PasswordField {...field('again')} label={t('passphraseAgain')} required />
            <FormActions submitLabel={t('second.use')} onCancel={onClose} />
          </>
        )}
      </Form>
    </Dialog>
  );
}
