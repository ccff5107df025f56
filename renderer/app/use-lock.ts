import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useToast } from '../ui/toast.tsx';
import { useApi } from '../lib/api.tsx';
import { findErrorTag, useDescribeError } from '../lib/errors.ts';
import { useSession } from '../lib/session.tsx';

const longestWaitMs = 2_000;
const stepMs = 50;

/**
 * Locks this window. The field one is in is left first and what that saves is waited for; then it has the focus
 * again, so that it gets it back when the window is unlocked.
 */
export function useLock(): () => Promise<void> {
  const { t } = useTranslation('access');
  const api = useApi();
  const queryClient = useQueryClient();
  const toast = useToast();
  const describeError = useDescribeError();
  const { user } = useSession();
  const { hasPassword } = user;
  return useCallback(async () => {
    if (!hasPassword) {
      toast.show({ text: t('lock.noPassword') });
      return;
    }
    const focused = document.activeElement;
    if (focused instanceof HTMLElement) focused.blur();
    for (let waited = 0; queryClient.isMutating() > 0 && waited < longestWaitMs; waited += stepMs) {
      await new Promise((resolve) => setTimeout(resolve, stepMs));
    }
    if (focused instanceof HTMLElement) focused.focus();
    try {
      await api.setup.lock.call();
    } catch (error) {
      if (findErrorTag(error) !== 'SIGNED_OUT') toast.show({ text: describeError(error), tone: 'danger' });
    }
    await queryClient.invalidateQueries({ queryKey: api.setup.state.key() });
  }, [hasPassword, api, queryClient, toast, describeError, t]);
}
