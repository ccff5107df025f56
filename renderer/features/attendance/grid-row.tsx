import { IconAlertTriangle, IconCircleX } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useSyncExternalStore } from 'react';
import {
  type AttendanceMark,
  computeAttendanceShare,
  percentReachable,
  percentSoFar,
  reachesMinimum,
} from '../../../domain/attendance.ts';
import { judgeAttendanceRisk } from '../../../domain/attendance-risk.ts';
import type { SessionId } from '../../../domain/ids.ts';
import type { AttendancePolicy } from '../../../domain/office.ts';
import type { Session } from '../../../domain/session.ts';
import classes from './attendance-grid.module.css';
import type { AttendanceRow } from './attendance-rows.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { GridCell } from './grid-cell.tsx';
import type { GridModel } from './grid-commands.ts';
import { parseRowSelection } from './grid-selection.ts';
import type { GridTexts } from './grid-texts.ts';

/** What the percentages of an edition are measured by. */
export interface AttendanceRules {
  readonly policy: AttendancePolicy;
  readonly minimum: number;
  /** The edition is closed: what is not recorded counts as missed. */
  readonly isFinal: boolean;
}

interface GridRowProps {
  model: GridModel;
  rules: AttendanceRules;
  texts: GridTexts;
  row: AttendanceRow;
  index: number;
  top: number;
  idPrefix: string;
}

/** One person: number, name and risk at the left, marks, and how much they attended at the right. */
export const GridRow = memo(function GridRow({
  model,
  rules,
  texts,
  row,
  index,
  top,
  idPrefix,
}: GridRowProps) {
  const { store, selection, sessions } = model;
  const { id } = row.enrolment;
  const subscribe = useCallback((listener: () => void) => store.subscribeRow(id, listener), [store, id]);
  const cells = useSyncExternalStore(subscribe, () => store.getRow(id));
  const place = parseRowSelection(
    useSyncExternalStore(selection.subscribe, () => selection.describeRow(index)),
  );
  const standing = useMemo(() => judgeStanding(sessions, cells, rules), [sessions, cells, rules]);
  const risk = row.number === null ? 'none' : standing.risk;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={classes['row']}
      style={{ transform: `translateY(${top}px)` }}
      data-left={row.number === null || undefined}
      data-active={place.active >= 0 || undefined}
    >
      <div role="gridcell" className={classes['number']}>
        {row.number}
      </div>
      <div role="rowheader" className={classes['name']} title={row.name}>
        <span className={classes['nameText']}>{row.name}</span>
        {row.number === null && <span className={classes['hasLeft']}>{texts.hasLeft}</span>}
        {risk !== 'none' && <RiskMark risk={risk} text={texts.risk[risk]} />}
      </div>
      {sessions.map((session, column) => (
        <GridCell
          key={session.id}
          id={`${idPrefix}-${index}-${column}`}
          place={`${index}:${column}`}
          cell={cells.get(session.id)}
          isCancelled={session.state === 'cancelled'}
          isActive={column === place.active}
          isSelected={column >= place.left && column <= place.right}
          store={store}
          texts={texts}
        />
      ))}
      <div role="gridcell" className={classes['soFar']} data-reached={standing.hasReached || undefined}>
        {texts.percent(standing.soFar)}
      </div>
      <div
        role="gridcell"
        className={classes['reachable']}
        data-reached={standing.hasReached || undefined}
        data-risk={risk}
      >
        {texts.percent(standing.reachable)}
      </div>
    </div>
  );
});

/** The percentages of one person as their marks stand on screen. */
function judgeStanding(
  sessions: readonly Session[],
  cells: ReturnType<AttendanceStore['getRow']>,
  { policy, minimum, isFinal }: AttendanceRules,
) {
  const marks = new Map<SessionId, AttendanceMark>();
  for (const [sessionId, { value }] of cells) if (value !== null) marks.set(sessionId, value);
  const share = computeAttendanceShare(sessions, marks, policy);
  const next = sessions.find(({ id, state }) => state !== 'cancelled' && !marks.has(id));
  const soFar = percentSoFar(share);
  return {
    soFar,
    reachable: isFinal ? soFar : percentReachable(share),
    hasReached: reachesMinimum(share, minimum),
    risk: judgeAttendanceRisk(share, minimum, next?.minutes ?? 0),
  };
}

function RiskMark({ risk, text }: { risk: 'atRisk' | 'outOfReach'; text: string }) {
  const Icon = risk === 'atRisk' ? IconAlertTriangle : IconCircleX;
  return (
    <span className={classes['risk']} data-risk={risk} role="img" aria-label={text} title={text}>
      <Icon size={16} stroke={2} aria-hidden />
    </span>
  );
}
