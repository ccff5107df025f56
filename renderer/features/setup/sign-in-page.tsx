import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import { PasswordEntry } from './password-entry.tsx';
import { UserChoice } from './user-choice.tsx';

/** Who is going to work: a name, and the password of those who have one. */
export function SignInPage() {
  const { t } = useTranslation('setup');
  const api = useApi();
  const state = useQuery(api.setup.state.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const [chosenId, setChosenId] = useState<UserId | null>(null);
  if (state.data?.state !== 'needsSignIn') return null;
  const { users, officeName } = state.data;
  const chosen = users.find(({ id }) => id === chosenId) ?? null;
  return (
    <Entrance>
      <title>{t('signIn.pageTitle')}</title>
      <h1>{t('signIn.title')}</h1>
      <p className={entrance['lead']}>{officeName}</p>
      {chosen === null ? (
        <UserChoice users={users} onAskPassword={setChosenId} />
      ) : (
        <PasswordEntry
          user={chosen}
          submitLabel={t('signIn.enter')}
          backLabel={t('signIn.someoneElse')}
          onBack={() => setChosenId(null)}
        />
      )}
    </Entrance>
  );
}
