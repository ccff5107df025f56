import { Button } from '@mantine/core';
import { IconCalendarPlus, IconCalendarRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import classes from './sessions-tab.module.css';
import { PlanDialog } from './plan-dialog.tsx';
import { SessionDialog } from '../../parts/session-dialog.tsx';
import { useSessionColumns } from './use-session-columns.tsx';

/** When an edition meets: plan by the week, add, change, say that one did not happen. */
export function SessionsTab() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  const sessions = useQuery(api.sessions.list.queryOptions({ input: { editionId } }));
  return (
    <Loaded query={edition}>
      {(found) => <Loaded query={sessions}>{(list) => <Sessions edition={found} sessions={list} />}</Loaded>}
    </Loaded>
  );
}

type OpenDialog = { kind: 'plan' } | { kind: 'session'; session: Session | null } | null;

function Sessions({ edition, sessions }: { edition: Edition; sessions: readonly Session[] }) {
  const { t } = useTranslation('attendance');
  const { can } = useSession();
  const { like } = useSearch({ from: '/ediciones/$editionId/sesiones' });
  const navigate = useNavigate();
  const isOver = edition.status === 'closed' || edition.status === 'cancelled';
  const canPlan = can('registrar') && !isOver;
  const [dialog, setDialog] = useState<OpenDialog>(
    like !== undefined && canPlan && sessions.length === 0 ? { kind: 'plan' } : null,
  );
  const closePlan = () => {
    setDialog(null);
    // Back, and it does not come up again.
    if (like !== undefined)
      void navigate({
        to: '/ediciones/$editionId/sesiones',
        params: { editionId: edition.id },
        replace: true,
      });
  };
  const canCancel = can('trainer') && !isOver;
  const edit = (session: Session) => setDialog({ kind: 'session', session });
  const hasRooms = sessions.some(({ room }) => room !== null);
  const columns = useSessionColumns({ edition, hasRooms, canPlan, canCancel, onEdit: edit });
  const planButton = (
    <Button
      leftSection={<IconCalendarRepeat size={17} stroke={1.75} />}
      onClick={() => setDialog({ kind: 'plan' })}
    >
      {t('sessions.plan')}
    </Button>
  );
  return (
    <div className={classes['sessions']}>
      {(canPlan || sessions.length > 0) && (
        <Toolbar
          end={
            canPlan && (
              <>
                <Button
                  leftSection={<IconCalendarPlus size={17} stroke={1.75} />}
                  onClick={() => setDialog({ kind: 'session', session: null })}
                >
                  {t('sessions.add')}
                </Button>
                {sessions.length > 0 && planButton}
              </>
            )
          }
        >
          <PlannedHours edition={edition} sessions={sessions} />
        </Toolbar>
      )}
      <div className={classes['table']}>
        <DataTable
          label={t('sessions.label')}
          rows={sessions}
          rowId={({ id }) => id}
          columns={columns}
          {...(canPlan ? { onOpen: edit } : {})}
          empty={
            <EmptyState
              title={t('sessions.empty.title')}
              text={t('sessions.empty.text', { hours: edition.hours })}
              {...(canPlan ? { action: planButton } : {})}
            />
          }
        />
      </div>
      {dialog?.kind === 'plan' && (
        <PlanDialog edition={edition} sessions={sessions} like={like ?? null} onClose={closePlan} />
      )}
      {dialog?.kind === 'session' && (
        <SessionDialog
          edition={edition}
          session={dialog.session}
          sessions={sessions}
          onClose={() => setDialog(null)}
        />
      )}
    </div>
  );
}

/** Whether the sessions add up to the hours of the course. */
function PlannedHours({ edition, sessions }: { edition: Edition; sessions: readonly Session[] }) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const minutes = sessions
    .filter(({ state }) => state !== 'cancelled')
    .reduce((sum, one) => sum + one.minutes, 0);
  const hours = minutes / 60;
  return (
    <Meter
      label={t('sessions.hours')}
      value={hours}
      max={edition.hours}
      tone={hours < edition.hours ? 'warning' : 'success'}
      text={t('sessions.hoursOf', { hours: format.number(hours), total: format.number(edition.hours) })}
    />
  );
}
