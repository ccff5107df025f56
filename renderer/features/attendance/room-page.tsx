import { Button } from '@mantine/core';
import { IconChecks, IconPrinter, IconTable } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import { nameRoom } from '../../../domain/room.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { useFormat } from '../../lib/format.ts';
import { useSession } from '../../lib/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Page } from '../../ui/page.tsx';
import type { AttendanceRow } from './attendance-rows.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { isMarkable } from './grid-commands.ts';
import { RoomList } from './room-list.tsx';
import classes from './room.module.css';
import { UnsavedNotice } from './unsaved-notice.tsx';
import { useAttendance } from './use-attendance.ts';
import { useMarkAllPresent } from './use-mark-all-present.ts';
import { WalkIn, type WalkInForm } from './walk-in.tsx';

interface RoomPageProps {
  /** The form for someone the office does not know yet; it belongs to another feature. */
  NewPersonForm: WalkInForm;
}

/** One session as it is held: who is here, in the order of the printed sheet, in large rows. */
export function RoomPage({ NewPersonForm }: RoomPageProps) {
  const { editionId, sessionId } = useParams({ from: '/ediciones/$editionId/asistencia/$sessionId' });
  const { t } = useTranslation('attendance');
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  const { query, store, rows } = useAttendance(editionId);
  return (
    <Loaded query={edition}>
      {(found) => (
        <Loaded query={query}>
          {({ sessions }) => {
            const session = sessions.find(({ id }) => id === sessionId);
            if (session === undefined) return <EmptyState title={t('room.sessionGone')} />;
            const present = rows.filter(({ number }) => number !== null);
            return (
              <Room
                edition={found}
                session={session}
                rows={present}
                store={store}
                NewPersonForm={NewPersonForm}
              />
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

interface RoomProps extends RoomPageProps {
  edition: Edition;
  session: Session;
  rows: readonly AttendanceRow[];
  store: AttendanceStore;
}

function Room({ edition, session, rows, store, NewPersonForm }: RoomProps) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const { can } = useSession();
  const navigate = useNavigate();
  const markAllPresent = useMarkAllPresent(store, rows);
  const editionId = edition.id;
  const isOver = edition.status === 'closed' || edition.status === 'cancelled';
  const isReadOnly = isOver || !can('trainer') || !isMarkable(session);
  const title = t('room.title', { date: format.weekdayDate(session.date) });
  return (
    <Page fill>
      <PageHeader
        title={title}
        subtitle={[
          edition.courseTitle,
          session.startsAt,
          nameRoom(edition.place, session.room ?? edition.room),
          session.topic,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
        trail={[
          { label: t('app:nav.courses'), to: '/cursos' },
          { label: edition.code, to: `/ediciones/${editionId}/asistencia` },
        ]}
        badge={<Counter rows={rows} store={store} session={session} />}
        tools={
          <>
            <Button
              leftSection={<IconTable size={16} />}
              onClick={() => void navigate({ to: '/ediciones/$editionId/asistencia', params: { editionId } })}
            >
              {t('room.allSessions')}
            </Button>
            <Button
              leftSection={<IconPrinter size={16} />}
              onClick={() =>
                void navigate({
                  to: '/ediciones/$editionId/documentos',
                  params: { editionId },
                  search: { sessionId: session.id },
                })
              }
            >
              {t('printSheet')}
            </Button>
          </>
        }
        next={
          isReadOnly ? undefined : (
            <Button
              variant="filled"
              leftSection={<IconChecks size={16} />}
              onClick={() => markAllPresent(session)}
            >
              {t('allPresent')}
            </Button>
          )
        }
      />
      <div className={classes['room']}>
        {isReadOnly && <WhyReadOnly edition={edition} session={session} />}
        <UnsavedNotice store={store} />
        {!isReadOnly && rows.length > 0 && <p className={classes['hint']}>{t('room.hint')}</p>}
        {rows.length === 0 ? (
          <EmptyState title={t('room.nobody')} />
        ) : (
          <RoomList rows={rows} store={store} session={session} isReadOnly={isReadOnly} />
        )}
        {!isReadOnly && can('trainer') && (
          <WalkIn
            editionId={editionId}
            session={session}
            rows={rows}
            store={store}
            NewPersonForm={NewPersonForm}
          />
        )}
      </div>
    </Page>
  );
}

function WhyReadOnly({ edition, session }: { edition: Edition; session: Session }) {
  const { t } = useTranslation('attendance');
  if (!isMarkable(session)) {
    return <Notice tone="info">{t('room.cancelled', { reason: session.cancelReason ?? '' })}</Notice>;
  }
  const isOver = edition.status === 'closed' || edition.status === 'cancelled';
  return <Notice tone="info">{t(`readOnly.${isOver ? edition.status : 'role'}`)}</Notice>;
}

/** '32 de 40', and how many have no mark yet. */
function Counter({ rows, store, session }: Pick<RoomProps, 'rows' | 'store' | 'session'>) {
  const { t } = useTranslation('attendance');
  const count = (marks: readonly (string | null)[]) =>
    rows.filter(({ enrolment }) => marks.includes(store.getValue(enrolment.id, session.id))).length;
  const present = useSyncExternalStore(store.subscribe, () => count(['P', 'A']));
  const open = useSyncExternalStore(store.subscribe, () => count([null]));
  return (
    <span className={classes['counter']} role="status">
      <b>{t('room.count', { present, total: rows.length })}</b>
      {open > 0 && open < rows.length && <span>{t('room.unmarked', { count: open })}</span>}
    </span>
  );
}
