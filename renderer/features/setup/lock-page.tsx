import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../lib/api.tsx';
import { useSignOut } from '../../parts/use-sign-out.ts';
import { Notice } from '../../ui/notice.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import { PasswordEntry } from './password-entry.tsx';
import classes from './sign-in.module.css';

/** Before a locked window: its user goes on with their password, or leaves it to someone else. */
export function LockPage() {
  const { t } = useTranslation('access');
  const api = useApi();
  const state = useQuery(api.setup.state.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const [isLeaving, setIsLeaving] = useState(false);
  if (state.data?.state !== 'locked') return null;
  const { user } = state.data;
  return (
    <Entrance>
      <title>{t('lock.pageTitle')}</title>
      <h1>{t('lock.title')}</h1>
      <p className={entrance['lead']}>{t('lock.text', { name: user.name })}</p>
      {isLeaving ? (
        <LeaveToSomeoneElse name={user.name} onStay={() => setIsLeaving(false)} />
      ) : (
        <PasswordEntry
          user={user}
          submitLabel={t('lock.unlock')}
          backLabel={t('lock.someoneElse')}
          onBack={() => setIsLeaving(true)}
        />
      )}
    </Entrance>
  );
}

/** What was typed and not saved is gone with the page it stands on: that is said before. */
function LeaveToSomeoneElse({ name, onStay }: { name: string; onStay(): void }) {
  const { t } = useTranslation('access');
  const signOut = useSignOut();
  return (
    <div className={classes['entry']}>
      <Notice tone="warning" title={t('lock.leaveTitle', { name })}>
        {t('lock.leaveText', { name })}
      </Notice>
      <div className={classes['buttons']}>
        <Button autoFocus onClick={onStay}>
          {t('common:back')}
        </Button>
        <Button variant="filled" aria-disabled={signOut.isPending} onClick={() => signOut.mutate(undefined)}>
          {t('lock.leave')}
        </Button>
      </div>
    </div>
  );
}
