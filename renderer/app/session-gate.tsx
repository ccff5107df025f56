import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../lib/api.tsx';
import { useDescribeError } from '../lib/errors.ts';
import { SessionProvider } from '../lib/session.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { useWatchedChanges } from './use-watched-changes.ts';

export interface GatePages {
  /** Nothing is set up yet: the first start. */
  setup: ComponentType;
  /** Nobody is signed in. */
  signIn: ComponentType;
}

interface SessionGateProps {
  pages: GatePages;
  children: ReactNode;
}

/** Lets in whoever is signed in; shows the first start or the sign-in otherwise. */
export function SessionGate({ pages, children }: SessionGateProps) {
  const api = useApi();
  const state = useQuery(api.setup.state.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  useWatchedChanges(state.data?.state === 'ready');
  if (state.isError) return <Disconnected error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return null;
  if (state.data.state === 'needsSetup') return <pages.setup />;
  if (state.data.state === 'needsSignIn') return <pages.signIn />;
  return (
    <SessionProvider user={state.data.user} officeName={state.data.officeName}>
      {children}
    </SessionProvider>
  );
}

function Disconnected({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const { t } = useTranslation('app');
  const describeError = useDescribeError();
  return (
    <main>
      <EmptyState
        title={t('fault.disconnected')}
        text={describeError(error)}
        action={<Button onClick={onRetry}>{t('common:retry')}</Button>}
      />
    </main>
  );
}
