import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../domain/user.ts';
import { useFormat } from '../../lib/format.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './sign-in.module.css';

interface ForgottenPasswordProps {
  user: User;
  users: readonly User[];
  hasRecoveryCode: boolean;
  onRecover(): void;
}

/** What whoever forgot their password does next: ask someone who coordinates, or take out the recovery sheet. */
export function ForgottenPassword({ user, users, hasRecoveryCode, onRecover }: ForgottenPasswordProps) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const [isAsked, setIsAsked] = useState(false);
  if (!isAsked) {
    return (
      <div>
        <Button variant="subtle" onClick={() => setIsAsked(true)}>
          {t('forgotten.ask')}
        </Button>
      </div>
    );
  }
  const helpers = users.filter(({ id, role }) => role === 'coordinator' && id !== user.id);
  const names = format.list(helpers.map(({ name }) => name));
  const mayRecover = user.role === 'coordinator' && hasRecoveryCode;
  return (
    <Notice tone="info" title={t('forgotten.ask')}>
      <span className={classes['lines']}>
        {helpers.length > 0 && <span>{t('forgotten.askThem', { names })}</span>}
        {mayRecover && <span>{t('forgotten.sheet')}</span>}
        {helpers.length === 0 && !mayRecover && <span>{t('forgotten.noWay')}</span>}
        {mayRecover && <Button onClick={onRecover}>{t('forgotten.useSheet')}</Button>}
      </span>
    </Notice>
  );
}
