import { IconLock } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../../domain/ids.ts';
import type { User } from '../../../domain/user.ts';
import { useDescribeError } from '../../lib/errors.ts';
import { Notice } from '../../ui/notice.tsx';
import classes from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

interface UserChoiceProps {
  users: readonly User[];
  onAskPassword(userId: UserId): void;
}

/** Everyone who may come in, by name; whoever has no password is in with one press. */
export function UserChoice({ users, onAskPassword }: UserChoiceProps) {
  const { t } = useTranslation('setup');
  const describeError = useDescribeError();
  const signIn = useSignIn();
  const choose = ({ id, hasPassword }: User) => {
    if (hasPassword) onAskPassword(id);
    else if (!signIn.isPending) signIn.mutate({ userId: id, password: null });
  };
  return (
    <>
      <ul className={classes['users']}>
        {users.map((user, index) => (
          <li key={user.id}>
            <button
              type="button"
              className={classes['user']}
              autoFocus={index === 0}
              onClick={() => choose(user)}
            >
              <span>
                <strong>{user.name}</strong>
                <span>{t(`app:role.${user.role}`)}</span>
              </span>
              {user.hasPassword && (
                <span className={classes['lock']}>
                  <IconLock size={17} stroke={1.75} aria-hidden />
                  {t('signIn.withPassword')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {signIn.isError && <Notice tone="danger">{describeError(signIn.error)}</Notice>}
    </>
  );
}
