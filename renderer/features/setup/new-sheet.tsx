import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useDescribeError } from '../../lib/errors.ts';
import { RecoverySheet } from '../../parts/recovery-sheet.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './sign-in.module.css';

/** After a recovery code was spent: another one, now or later. */
export function NewSheet({ onDone }: { onDone(): void }) {
  const { t } = useTranslation('access');
  const api = useApi();
  const describeError = useDescribeError();
  const making = useMutation(api.users.makeRecoveryCode.mutationOptions());
  if (making.data !== undefined) {
    return <RecoverySheet code={making.data.code} doneLabel={t('recover.enter')} onDone={onDone} />;
  }
  return (
    <div className={classes['entry']}>
      <Notice tone="success" title={t('recover.doneTitle')}>
        {t('recover.doneText')}
      </Notice>
      {making.isError && <Notice tone="danger">{describeError(making.error)}</Notice>}
      <div className={classes['buttons']}>
        <Button onClick={onDone}>{t('recover.later')}</Button>
        <Button variant="filled" autoFocus onClick={() => making.mutate(undefined)}>
          {t('recovery.again')}
        </Button>
      </div>
    </div>
  );
}
