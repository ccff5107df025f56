import { ActionIcon } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { memo, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edition } from '../../../domain/edition.ts';
import type { Session } from '../../../domain/session.ts';
import { useApi } from '../../lib/api.tsx';
import { today } from '../../lib/date-text.ts';
import { useSession } from '../../lib/session.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TabTools } from '../../ui/tab-bar.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { AttendanceGrid } from './attendance-grid.tsx';
import classes from './attendance-tab.module.css';
import type { AttendanceRow } from './attendance-rows.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { GridHelp } from './grid-help.tsx';
import { GridSelection } from './grid-selection.ts';
import { MarkButtons } from './mark-buttons.tsx';
import { MarkHistory, type MarkPlace } from './mark-history.tsx';
import { UnsavedNotice } from './unsaved-notice.tsx';
import { useAttendance } from './use-attendance.ts';
import { useMarking } from './use-grid-keys.ts';

/** The attendance of an edition: the grid, or what is missing for there to be one. */
export function AttendanceTab() {
  const { editionId } = useParams({ from: '/ediciones/$editionId' });
  const api = useApi();
  const edition = useQuery(api.editions.get.queryOptions({ input: { editionId } }));
  const { query, store, rows } = useAttendance(editionId);
  return (
    <Loaded query={edition}>
      {(found) => (
        <Loaded query={query}>
          {(grid) =>
            grid.sessions.length === 0 || rows.length === 0 ? (
              <NothingToMark edition={found} hasSessions={grid.sessions.length > 0} />
            ) : (
              <Workbench edition={found} sessions={grid.sessions} rows={rows} store={store} />
            )
          }
        </Loaded>
      )}
    </Loaded>
  );
}

function NothingToMark({ edition, hasSessions }: { edition: Edition; hasSessions: boolean }) {
  const { t } = useTranslation('attendance');
  const missing = hasSessions ? 'people' : 'sessions';
  const to = hasSessions ? '/ediciones/$editionId' : '/ediciones/$editionId/sesiones';
  return (
    <EmptyState
      title={t(`empty.${missing}.title`)}
      text={t(`empty.${missing}.text`)}
      action={
        <TextLink to={to} params={{ editionId: edition.id }}>
          {t(`empty.${missing}.action`)}
        </TextLink>
      }
    />
  );
}

/** Where work begins: the session of today, else the first one not recorded yet, else the last. */
function findFirstColumn(sessions: readonly Session[]): number {
  const day = today();
  const ofToday = sessions.findIndex(({ date, state }) => date === day && state !== 'cancelled');
  if (ofToday >= 0) return ofToday;
  const planned = sessions.findIndex(({ state }) => state === 'planned');
  return planned >= 0 ? planned : sessions.length - 1;
}

interface WorkbenchProps {
  edition: Edition;
  sessions: readonly Session[];
  rows: readonly AttendanceRow[];
  store: AttendanceStore;
}

/** Drawn anew when the service has news, not for every mark: the grid hears of those from the store. */
const Workbench = memo(function Workbench({ edition, sessions, rows, store }: WorkbenchProps) {
  const { can } = useSession();
  const [selection] = useState(() => new GridSelection({ row: 0, column: findFirstColumn(sessions) }));
  const isOver = edition.status === 'closed' || edition.status === 'cancelled';
  const isReadOnly = isOver || !can('trainer');
  const model = useMemo(
    () => ({ store, selection, rows, sessions, isReadOnly }),
    [store, selection, rows, sessions, isReadOnly],
  );
  const { attendancePolicy: policy, minimumAttendance: minimum } = edition;
  const isFinal = edition.status === 'closed';
  const rules = useMemo(() => ({ policy, minimum, isFinal }), [policy, minimum, isFinal]);
  const mark = useMarking(model);
  const { t } = useTranslation('attendance');
  const [historyOf, setHistoryOf] = useState<MarkPlace | null>(null);
  const showHistory = useCallback(() => {
    const { row: rowIndex, column } = selection.getActive();
    const [row, session] = [rows[rowIndex], sessions[column]];
    if (row !== undefined && session !== undefined) setHistoryOf({ row, session });
  }, [selection, rows, sessions]);
  return (
    <div className={classes['workbench']}>
      <TabTools>
        {!isReadOnly && <MarkButtons onMark={mark} />}
        <ActionIcon
          aria-label={t('history:mark.open')}
          title={t('history:mark.open')}
          aria-keyshortcuts="H"
          onClick={showHistory}
        >
          <IconHistory size={20} stroke={1.6} aria-hidden />
        </ActionIcon>
        <GridHelp policy={policy} minimum={minimum} />
      </TabTools>
      {isReadOnly && <WhyReadOnly edition={edition} isOver={isOver} />}
      <UnsavedNotice store={store} />
      <div className={classes['grid']}>
        <AttendanceGrid model={model} rules={rules} onHistory={showHistory} />
      </div>
      <MarkHistory place={historyOf} onClose={() => setHistoryOf(null)} />
    </div>
  );
});

function WhyReadOnly({ edition, isOver }: { edition: Edition; isOver: boolean }) {
  const { t } = useTranslation('attendance');
  return <Notice tone="info">{t(`readOnly.${isOver ? edition.status : 'role'}`)}</Notice>;
}
