import { Button, Checkbox, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../domain/certificate.ts';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { DialogActions } from '../../ui/dialog-actions.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useToast } from '../../ui/toast.tsx';
import { Correction } from './correction.tsx';
import classes from './register.module.css';

interface RevokeDialogProps {
  certificate: Certificate;
  onClose(): void;
  onRevoked(replacement: Certificate | null): void;
}

const longestReason = 300;

/** Revoking, which cannot be taken back: asks why, and whether a corrected one should take its place. */
export function RevokeDialog({ certificate, onClose, onRevoked }: RevokeDialogProps) {
  const { t } = useTranslation('certificates');
  const toast = useToast();
  const describeError = useDescribeError();
  const revoking = useMutation(useApi().certificates.revoke.mutationOptions());
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const [reissue, setReissue] = useState(false);
  const { id, folio, personName } = certificate;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setIsMissing(true);
    try {
      const { replacement } = await revoking.mutateAsync({ id, reason, reissue });
      toast.show({
        text:
          replacement === null
            ? t('revoke.done', { folio })
            : t('revoke.replaced', { folio, replacement: replacement.folio }),
        tone: 'success',
      });
      return onRevoked(replacement);
    } catch {
      // Shown above the buttons.
      return undefined;
    }
  };
  return (
    <Dialog opened onClose={onClose} title={t('revoke.title', { folio })} size={560}>
      <form className={classes['revoke']} noValidate onSubmit={(event) => void submit(event)}>
        <Text>{t('revoke.text', { name: personName })}</Text>
        <TextInput
          label={t('revoke.reason')}
          description={t('revoke.reasonWhy')}
          value={reason}
          maxLength={longestReason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isMissing && reason.trim() === '' ? t('common:issue.required') : null}
          withAsterisk
          data-autofocus
        />
        <Checkbox
          label={t('revoke.reissue')}
          checked={reissue}
          onChange={(event) => setReissue(event.currentTarget.checked)}
        />
        {reissue && <Correction certificate={certificate} />}
        {revoking.isError && <Notice tone="danger">{describeError(revoking.error)}</Notice>}
        <DialogActions>
          <Button onClick={onClose}>{t('common:cancel')}</Button>
          <Button type="submit" variant="outline" color="red" disabled={revoking.isPending}>
            {t(reissue ? 'revoke.confirmAndReissue' : 'revoke.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
