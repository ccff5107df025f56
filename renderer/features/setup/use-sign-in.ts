import { useMutation } from '@tanstack/react-query';
import { useApi } from '../../lib/api.tsx';
import { useRefreshSession } from '../../lib/session.tsx';

/** Signs someone in and lets them through. */
export function useSignIn() {
  const api = useApi();
  const refreshSession = useRefreshSession();
  return useMutation(api.setup.signIn.mutationOptions({ onSuccess: refreshSession }));
}
