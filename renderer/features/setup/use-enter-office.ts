import { useRouter } from '@tanstack/react-router';
import { useCallback } from 'react';
import { useRefreshSession } from '../../lib/session.tsx';

/** Lets a new office begin at its first page, whatever address this window had before. */
export function useEnterOffice(): () => Promise<void> {
  const router = useRouter();
  const refreshSession = useRefreshSession();
  return useCallback(async () => {
    router.history.replace('/');
    await refreshSession();
  }, [router, refreshSession]);
}
