import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ComponentType, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserId } from '../../domain/ids.ts';
import { useApi } from '../lib/api.tsx';
import { useDescribeError } from '../lib/errors.ts';
import { SessionProvider } from '../lib/session.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IdleLock } from './idle-lock.tsx';
import { LockCover } from './lock-cover.tsx';
import { PacketEntrance } from './packet-entrance.tsx';
import { useWatchedChanges } from './use-watched-changes.ts';

export interface GatePages {
  /** Nothing is set up yet: the first start. */
  setup: ComponentType;
  /** Nobody is signed in. */
  signIn: ComponentType;
  /** The data of this PC cannot be read. */
  damaged: ComponentType;
  /** Someone is signed in and went away. */
  lock: ComponentType;
}

interface SessionGateProps {
  pages: GatePages;
  children: ReactNode;
}

/**
 * Lets in whoever is signed in; shows the first start or the sign-in otherwise. While the window is locked the pages
 * stay below the cover as they were; of another user they begin anew.
 */
export function SessionGate({ pages, children }: SessionGateProps) {
  const api = useApi();
  const state = useQuery(api.setup.state.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const [shownUserId, setShownUserId] = useState<UserId | null>(null);
  const readyUserId = state.data?.state === 'ready' ? state.data.user.id : null;
  const isNobody = state.data?.state === 'needsSignIn';
  if (readyUserId !== null && readyUserId !== shownUserId) setShownUserId(readyUserId);
  if (isNobody && shownUserId !== null) setShownUserId(null);
  useWatchedChanges(state.data?.state === 'ready');
  if (state.isError) return <Disconnected error={state.error} onRetry={() => void state.refetch()} />;
  if (state.data === undefined) return null;
  if (state.data.state === 'needsSetup') return <Seldom page={pages.setup} />;
  if (state.data.state === 'needsSignIn') return <pages.signIn />;
  if (state.data.state === 'damaged') return <Seldom page={pages.damaged} />;
  const { user, officeName } = state.data;
  const isLocked = state.data.state === 'locked';
  return (
    <>
      {user.id === shownUserId && (
        <SessionProvider
          key={user.id}
          user={user}
          officeName={officeName}
          idleMinutes={state.data.state === 'ready' ? state.data.idleMinutes : null}
        >
          {children}
          {!isLocked && <IdleLock />}
          {!isLocked && <PacketEntrance />}
        </SessionProvider>
      )}
      {isLocked && (
        <LockCover>
          <pages.lock />
        </LockCover>
      )}
    </>
  );
}

/** A page that may have to be loaded first. */
function Seldom({ page: Page }: { page: ComponentType }) {
  return (
    <Suspense>
      <Page />
    </Suspense>
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
