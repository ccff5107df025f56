import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import { type Role, roleAllows } from '../../domain/role.ts';
import type { User } from '../../domain/user.ts';
import { useApi } from './api.tsx';

export interface Session {
  user: User;
  officeName: string;
  /** After so many minutes without a key or the mouse the window locks; null: never. */
  idleMinutes: number | null;
  /** Whether the user may do what asks for a role: screens leave out what they may not. */
  can(needs: Role): boolean;
}

const SessionContext = createContext<Session | null>(null);

interface SessionProviderProps {
  user: User;
  officeName: string;
  idleMinutes: number | null;
  children: ReactNode;
}

export function SessionProvider({ user, officeName, idleMinutes, children }: SessionProviderProps) {
  const session = useMemo(
    () => ({ user, officeName, idleMinutes, can: (needs: Role) => roleAllows(user.role, needs) }),
    [user, officeName, idleMinutes],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

/** Who is signed in; every page inside the frame has a session. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession needs a signed-in user');
  return session;
}

/** Asks the service again who is at the keyboard, after setting up, signing in or signing out. */
export function useRefreshSession(): () => Promise<void> {
  const api = useApi();
  const queryClient = useQueryClient();
  return useCallback(async () => {
    await queryClient.invalidateQueries({ queryKey: api.setup.state.key() });
    // What the user before has seen must not show for a moment to the next one.
    queryClient.removeQueries({ type: 'inactive' });
  }, [api, queryClient]);
}
