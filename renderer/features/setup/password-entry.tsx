import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../domain/user.ts';
import { findErrorTag, useDescribeError } from '../../lib/errors.ts';
import classes from './sign-in.module.css';
import { TryAgainLater } from './try-again-later.tsx';
import { useSecondsLeft } from './use-seconds-left.ts';
import { useSignIn } from './use-sign-in.ts';

interface PasswordEntryProps {
  user: User;
  submitLabel: string;
  /** The other way: another name. */
  backLabel: string;
  onBack(): void;
  /** Below the buttons. */
  children?: ReactNode;
}

/** The password of whoever was chosen; a wrong one is said at the field, ready to be typed again. */
export function PasswordEntry({ user, submitLabel, backLabel, onBack, children }: PasswordEntryProps) {
  const { t } = useTranslation('setup');
  const describeError = useDescribeError();
  const field = useRef<HTMLInputElement>(null);
  const [password, setPassword] = useState('');
  const signIn = useSignIn();
  const secondsLeft = useSecondsLeft(signIn.error);
  const mustWait = signIn.isPending || secondsLeft > 0;
  const isWaitOnly = findErrorTag(signIn.error) === 'TOO_MANY_TRIES';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (mustWait) return;
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
        error={signIn.isError && !isWaitOnly ? describeError(signIn.error) : null}
        errorProps={{ role: 'alert' }}
        autoComplete="current-password"
        visibilityToggleButtonProps={{ 'aria-label': t('common:showPassword'), tabIndex: 0 }}
        autoFocus
        data-autofocus
      />
      <TryAgainLater seconds={secondsLeft} />
      <div className={classes['buttons']}>
        <Button onClick={onBack}>{backLabel}</Button>
        <Button type="submit" variant="filled" aria-disabled={mustWait}>
          {submitLabel}
        </Button>
      </div>
      {children}
    </form>
  );
}
