import { useQueryClient } from '@tanstack/react-query';
import { useContext, useEffect } from 'react';
import { watchChanges } from '../lib/watch-changes.ts';
import { ClientContext } from './client-context.ts';

/** Listens to the service's changes while someone is signed in. */
export function useWatchedChanges(isSignedIn: boolean): void {
  const client = useContext(ClientContext);
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!isSignedIn || client === null) return;
    const watching = new AbortController();
    void watchChanges(client, queryClient, watching.signal);
    return () => watching.abort();
  }, [isSignedIn, client, queryClient]);
}
