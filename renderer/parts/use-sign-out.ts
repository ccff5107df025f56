import { useMutation } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useApi } from '../lib/api.tsx';
import { useRefreshSession } from '../lib/session.tsx';
import { dropAllDrafts } from '../ui/form-draft.ts';
import { useToast } from '../ui/toast.tsx';

/** Leaves the window to whoever comes next, with nothing of the user before in it. */
export function useSignOut() {
  const api = useApi();
  const router = useRouter();
  const toasts = useToast();
  const refreshSession = useRefreshSession();
  return useMutation(
    api.setup.signOut.mutationOptions({
      onSuccess: async () => {
        dropAllDrafts();
        toasts.clear();
        await refreshSession();
        // The sign-in is drawn first: the page of another address would ask the service once more, as nobody.
        await new Promise(requestAnimationFrame);
        router.history.push('/');
      },
    }),
  );
}
