import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { dayInBolivia, toInstant } from '../../../domain/calendar-date.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { Session } from '../../../domain/session.ts';

/** The sheet that is needed next: that of today's session, else of the first one to come; else that of all. */
function findNextSession(sessions: readonly Session[]): SessionId | null {
  const today = dayInBolivia(toInstant(Date.now()));
  return sessions.find(({ date }) => date >= today)?.id ?? null;
}

/** The session whose sheet is printed, null for all of them; the one the address names to begin with. */
export function useChosenSession(
  sessions: readonly Session[],
): [SessionId | null, (sessionId: SessionId | null) => void] {
  const { sessionId: asked } = useSearch({ from: '/ediciones/$editionId/documentos' });
  const navigate = useNavigate();
  const [isAll, setIsAll] = useState(false);
  const named = sessions.find(({ id }) => id === asked)?.id ?? null;
  const choose = (sessionId: SessionId | null) => {
    setIsAll(sessionId === null);
    void navigate({
      to: '.',
      search: (before) => ({ ...before, sessionId: sessionId ?? undefined }),
      replace: true,
    });
  };
  return [isAll ? null : (named ?? findNextSession(sessions)), choose];
}
