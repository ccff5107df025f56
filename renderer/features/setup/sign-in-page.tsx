import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../../domain/ids.ts';
import { useApi } from '../../lib/api.tsx';
import { Entrance } from './entrance.tsx';
import entrance from './entrance.module.css';
import { ForgottenPassword } from './forgotten-password.tsx';
import { PasswordEntry } from './password-entry.tsx';
import { Recover } from './recover.tsx';
import { UserChoice } from './user-choice.tsx';

/** Who is going to work: a name, and the password of those who have one. */
export function SignInPage() {
  const { t } = useTranslation('setup');
  const api = useApi();
  const state = useQuery(api.setup.state.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const [chosenId, setChosenId] = useState<UserId | null>(null);
  const [isRecovering, setIsRecovering] = useState(false);
  if (state.data?.state !== 'needsSignIn') return null;
  const { users, officeName, hasRecoveryCode } = state.data;
  const chosen = users.find(({ id }) => id === chosenId) ?? null;
  if (isRecovering && chosen !== null) {
    return (
      <Entrance>
        <title>{t('signIn.pageTitle')}</title>
        <h1>{t('access:recover.title')}</h1>
        <p className={entrance['lead']}>{officeName}</p>
        <Recover
          coordinators={users.filter(({ role }) => role === 'coordinator')}
          chosen={chosen}
          onBack={() => setIsRecovering(false)}
        />
      </Entrance>
    );
  }
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
        >
          <ForgottenPassword
            user={chosen}
            users={users}
            hasRecoveryCode={hasRecoveryCode}
            onRecover={() => setIsRecovering(true)}
          />
        </PasswordEntry>
      )}
    </Entrance>
  );
}
