import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useApi } from '../../lib/api.tsx';
import { useRefreshSession } from '../../lib/session.tsx';

/** Signs someone in and lets them through, or back to where they were when the window was locked. */
export function useSignIn() {
  const api = useApi();
  const queryClient = useQueryClient();
  const refreshSession = useRefreshSession();
  return useMutation(
    api.setup.signIn.mutationOptions({
      onSuccess: async () => {
        const wasLocked = queryClient.getQueryData(api.setup.state.queryKey())?.state === 'locked';
        await refreshSession();
        // What changed meanwhile was not heard.
        if (wasLocked) await queryClient.invalidateQueries();
      },
    }),
  );
}
