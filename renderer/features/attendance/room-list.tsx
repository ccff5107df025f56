import {
  type KeyboardEvent,
  type PointerEvent,
  memo,
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type AttendanceMark, attendanceMarkSchema } from '../../../domain/attendance.ts';
import { formatIdentityCard } from '../../../domain/identity-card.ts';
import { issuedInSchema } from '../../../domain/identity-card.ts';
import type { Session } from '../../../domain/session.ts';
import type { AttendanceRow } from './attendance-rows.ts';
import type { AttendanceStore } from './attendance-store.ts';
import { parseMarkKey, undoMarking } from './grid-commands.ts';
import { findPlaceByKey } from './grid-keys.ts';
import { GridSelection } from './grid-selection.ts';
import classes from './room.module.css';

interface RoomListProps {
  rows: readonly AttendanceRow[];
  store: AttendanceStore;
  session: Session;
  isReadOnly: boolean;
}

const digitsTogetherMs = 900;

/** Reads a number typed digit by digit: '1', then '2' soon after, is 12. */
function useTypedNumber(): (digit: string) => number {
  const typed = useRef({ text: '', at: 0 });
  return (digit) => {
    const isTogether = performance.now() - typed.current.at < digitsTogetherMs;
    typed.current = { text: isTogether ? typed.current.text + digit : digit, at: performance.now() };
    return Number(typed.current.text);
  };
}

/** People of one session: digits jump to a number of the sheet, P A F L mark and go on to the next. */
export function RoomList({ rows, store, session, isReadOnly }: RoomListProps) {
  const { t } = useTranslation('attendance');
  const idPrefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const selection = useMemo(() => new GridSelection({ row: 0, column: 0 }), []);
  const readNumber = useTypedNumber();

  useEffect(() => {
    const nameActive = () => {
      const id = `${idPrefix}-${selection.getActive().row}`;
      list.current?.setAttribute('aria-activedescendant', id);
      document.getElementById(id)?.scrollIntoView({ block: 'nearest' });
    };
    nameActive();
    return selection.subscribe(nameActive);
  }, [selection, idPrefix]);
  useEffect(() => list.current?.focus({ preventScroll: true }), []);

  const goTo = useCallback(
    (row: number) => selection.moveTo({ row: Math.min(Math.max(row, 0), rows.length - 1), column: 0 }),
    [selection, rows.length],
  );
  const mark = useCallback(
    (row: number, value: AttendanceMark | null) => {
      const person = rows[row];
      if (isReadOnly || person === undefined) return;
      store.set([{ row: person.enrolment.id, column: session.id, value }]);
    },
    [rows, store, session.id, isReadOnly],
  );

  const findAction = (event: KeyboardEvent): (() => void) | null => {
    const { row } = selection.getActive();
    const { key } = event;
    if ((event.ctrlKey || event.metaKey) && key.toLowerCase() === 'z') {
      const model = { store, selection, rows, sessions: [session], isReadOnly };
      return !isReadOnly && undoMarking(model) ? () => undefined : null;
    }
    const place = findPlaceByKey(
      { ...pick(event), shiftKey: true },
      { row, column: 0 },
      sizeOf(rows, list.current),
    );
    if (place !== null) return () => goTo(key === 'Home' ? 0 : key === 'End' ? rows.length - 1 : place.row);
    if (event.ctrlKey || event.metaKey || event.altKey) return null;
    const letter = parseMarkKey(key);
    if (letter !== null) {
      return () => {
        mark(row, letter);
        goTo(row + 1);
      };
    }
    if (key === 'Delete' || key === 'Backspace') return () => mark(row, null);
    if (/^\d$/.test(key)) return () => goTo(readNumber(key) - 1);
    return key === 'Enter' ? () => goTo(row + 1) : null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const action = findAction(event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  const onPointerDown = (event: PointerEvent) => {
    const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
    if (row !== null) goTo(Number(row.getAttribute('data-index')));
  };

  return (
    <div
      ref={list}
      role="grid"
      tabIndex={0}
      aria-label={t('room.list')}
      aria-readonly={isReadOnly}
      className={classes['list']}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
    >
      {rows.map((row, index) => (
        <RoomRow
          key={row.enrolment.id}
          id={`${idPrefix}-${index}`}
          row={row}
          index={index}
          store={store}
          session={session}
          selection={selection}
          isReadOnly={isReadOnly}
          onMark={mark}
        />
      ))}
    </div>
  );
}

const pick = ({ key, ctrlKey }: KeyboardEvent) => ({ key, ctrlKey });

function sizeOf(rows: readonly AttendanceRow[], list: HTMLElement | null) {
  const rowHeight = list?.firstElementChild?.clientHeight ?? 44;
  return {
    rows: rows.length,
    columns: 1,
    page: Math.max(1, Math.floor((list?.clientHeight ?? 0) / rowHeight) - 1),
  };
}

interface RoomRowProps {
  id: string;
  row: AttendanceRow;
  index: number;
  store: AttendanceStore;
  session: Session;
  selection: GridSelection;
  isReadOnly: boolean;
  onMark(index: number, mark: AttendanceMark | null): void;
}

const RoomRow = memo(function RoomRow(props: RoomRowProps) {
  const { id, row, index, store, session, selection, isReadOnly, onMark } = props;
  const { t } = useTranslation('attendance');
  const { enrolment } = row;
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeRow(enrolment.id, listener),
    [store, enrolment.id],
  );
  const cell = useSyncExternalStore(subscribe, () => store.getRow(enrolment.id).get(session.id));
  const isActive = useSyncExternalStore(selection.subscribe, () => selection.getActive().row === index);
  const mark = cell?.value ?? null;
  return (
    <div
      id={id}
      role="row"
      aria-selected={isActive}
      className={classes['row']}
      data-active={isActive || undefined}
      data-mark={mark ?? undefined}
      data-failed={cell?.state === 'failed' || undefined}
      data-index={index}
    >
      <span role="gridcell" className={classes['number']}>
        {row.number}
      </span>
      <span role="rowheader" className={classes['name']}>
        {row.name}
      </span>
      <span role="gridcell" className={classes['card']}>
        {writeCard(row)}
      </span>
      <span role="gridcell" className={classes['marks']}>
        {attendanceMarkSchema.options.map((option) => (
          <button
            key={option}
            type="button"
            tabIndex={-1}
            className={classes['mark']}
            data-mark={option}
            aria-pressed={option === mark}
            aria-label={`${t(`mark.${option}`)}, ${row.name}`}
            title={t(`mark.${option}`)}
            disabled={isReadOnly}
            onClick={() => onMark(index, option === mark ? null : option)}
          >
            {option}
          </button>
        ))}
      </span>
    </div>
  );
});

function writeCard({ enrolment }: AttendanceRow): string {
  const { idNumber: number, idComplement: complement, idIssuedIn } = enrolment;
  return formatIdentityCard({ number, complement, issuedIn: issuedInSchema.nullable().parse(idIssuedIn) });
}
