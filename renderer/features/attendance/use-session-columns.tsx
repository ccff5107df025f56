import { IconBan, IconCheck, IconCircleDashed } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Session } from '../../../domain/session.ts';
import { useFormat } from '../../lib/format.ts';
import type { DataColumn } from '../../ui/data-table-model.ts';
import { StatusBadge } from '../../ui/status-badge.tsx';
import { SessionRowMenu } from './session-row-menu.tsx';

interface SessionColumnsInput {
  edition: Edition;
  /** Whether a session has a room of its own. */
  hasRooms: boolean;
  canPlan: boolean;
  canCancel: boolean;
  onEdit(session: Session): void;
}

const badges = {
  planned: { tone: 'neutral', icon: IconCircleDashed },
  held: { tone: 'success', icon: IconCheck },
  cancelled: { tone: 'danger', icon: IconBan },
} as const;

/** The columns of the list of sessions. */
export function useSessionColumns({ edition, hasRooms, canPlan, canCancel, onEdit }: SessionColumnsInput) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  return useMemo((): readonly DataColumn<Session>[] => {
    const facts: DataColumn<Session>[] = [
      {
        id: 'date',
        header: t('sessions.column.date'),
        width: 220,
        value: ({ date }) => date,
        cell: ({ date }) => format.weekdayDate(date),
      },
      { id: 'startsAt', header: t('sessions.column.startsAt'), width: 80, value: ({ startsAt }) => startsAt },
      {
        id: 'hours',
        header: t('sessions.column.hours'),
        width: 80,
        align: 'end',
        value: ({ minutes }) => minutes / 60,
        cell: ({ minutes }) => format.number(minutes / 60),
      },
      ...(hasRooms
        ? [
            {
              id: 'room',
              header: t('sessions.column.room'),
              width: 170,
              value: ({ room }: Session) => room ?? edition.room,
            },
          ]
        : []),
      {
        id: 'topic',
        header: t('sessions.column.topic'),
        width: 200,
        grow: true,
        value: ({ topic }) => topic,
      },
      {
        id: 'state',
        header: t('sessions.column.state'),
        width: 260,
        value: ({ state }) => t(`sessionState.${state}`),
        cell: ({ state, cancelReason }) => (
          <StatusBadge {...badges[state]}>
            {cancelReason === null
              ? t(`sessionState.${state}`)
              : t('sessions.cancelledBecause', { reason: cancelReason })}
          </StatusBadge>
        ),
      },
    ];
    const actions: DataColumn<Session> = {
      id: 'actions',
      header: t('sessions.column.actions'),
      width: 84,
      align: 'center',
      sortable: false,
      value: () => null,
      cell: (session) => (
        <SessionRowMenu edition={edition} session={session} canPlan={canPlan} onEdit={onEdit} />
      ),
    };
    return canCancel ? [...facts, actions] : facts;
  }, [t, format, edition, hasRooms, canPlan, canCancel, onEdit]);
}
