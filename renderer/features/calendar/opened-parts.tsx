import { skipToken, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarSession } from '../../../domain/calendar.ts';
import { useApi } from '../../lib/api.tsx';
import { SessionDialog } from '../../parts/session-dialog.tsx';
import type { CalendarGridProps } from './calendar-grid.ts';
import { DayDialog } from './day-dialog.tsx';
import { SessionCard } from './session-card.tsx';
import type { Spot } from './use-calendar-keys.ts';

interface OpenedPartsProps extends Pick<CalendarGridProps, 'daysOff' | 'hueByCourse'> {
  opened: Spot | null;
  /** Of the opened day. */
  sessions: readonly CalendarSession[];
  onOpen(spot: Spot | null): void;
}

/** What is opened over the calendar: a day with all its sessions, a session, or its form to move it by hand. */
export function OpenedParts({ opened, sessions, daysOff, hueByCourse, onOpen }: OpenedPartsProps) {
  const [moved, setMoved] = useState<CalendarSession | null>(null);
  const edition = useQuery(
    useApi().editions.get.queryOptions({
      input: moved === null ? skipToken : { editionId: moved.editionId },
    }),
  ).data;
  const close = () => {
    setMoved(null);
    onOpen(null);
  };
  if (opened === null) return null;
  if (moved !== null && edition !== undefined) {
    return <SessionDialog edition={edition} session={moved} sessions={sessions} onClose={close} />;
  }
  const session = sessions.find(({ id }) => id === opened.at);
  if (session !== undefined) {
    return <SessionCard session={session} onMove={() => setMoved(session)} onClose={close} />;
  }
  return (
    <DayDialog
      date={opened.date}
      sessions={sessions}
      dayOff={daysOff.get(opened.date) ?? null}
      hueByCourse={hueByCourse}
      onOpen={({ id }) => onOpen({ date: opened.date, at: id })}
      onClose={close}
    />
  );
}
