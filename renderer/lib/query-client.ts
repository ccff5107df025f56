import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { findErrorTag } from './errors.ts';

/**
 * The cache of what the service answered. The service is on this machine and announces every change, so
 * nothing is fetched again for having lost the focus or for being old, and no network is waited for.
 * `onSignedOut` hears when the service no longer knows who is at the keyboard (it locks after a while).
 */
export function createQueryClient(onSignedOut: (queryClient: QueryClient) => void): QueryClient {
  const onError = (error: unknown) => {
    if (findErrorTag(error) === 'SIGNED_OUT') onSignedOut(queryClient);
  };
  const queryClient = new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        staleTime: 60_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queryClient;
}
