import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../domain/user.ts';
import { useDescribeError } from '../../lib/errors.ts';
import classes from './sign-in.module.css';
import { useSignIn } from './use-sign-in.ts';

/** The password of whoever was chosen; a wrong one is said at the field, ready to be typed again. */
export function PasswordEntry({ user, onBack }: { user: User; onBack(): void }) {
  const { t } = useTranslation('setup');
  const describeError = useDescribeError();
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (signIn.isPending) return;
    signIn.mutate({ userId: user.id, password }, { onError: () => field.current?.select() });
  };
  const leaveOnEscape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onBack();
  };
  return (
    <form className={classes['entry']} onSubmit={submit} noValidate>
      <input type="text" name="username" autoComplete="username" value={user.name} readOnly hidden />
      <div className={classes['chosen']}>
        <strong>{user.name}</strong>
        <span>{t(`app:role.${user.role}`)}</span>
      </div>
      <PasswordInput
        ref={field}
        label={t('signIn.password')}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        onKeyDown={leaveOnEscape}
        error={signIn.isError ? describeError(signIn.error) : null}
        errorProps={{ role: 'alert' }}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('common:showPassword'), tabIndex: 0 }}
        autoFocus
      />
      <div className={classes['buttons']}>
        <Button onClick={onBack}>{t('signIn.someoneElse')}</Button>
        <Button type="submit" variant="filled" aria-disabled={signIn.isPending}>
          {t('signIn.enter')}
        </Button>
      </div>
    </form>
  );
}
