import {
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { AttendanceMark } from '../../../domain/attendance.ts';
import type { SessionId } from '../../../domain/ids.ts';
import { useFormat } from '../../lib/format.ts';
import { useToast } from '../../ui/toast.tsx';
import { type GridModel, markSelection, parseMarkKey, undoMarking, writeSelection } from './grid-commands.ts';
import { findPlaceByKey } from './grid-keys.ts';
import { headRow, type Place } from './grid-selection.ts';

interface GridKeysInput {
  model: GridModel;
  scroller: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  /** Brings a cell into view. */
  reveal(place: Place): void;
  onMenu(sessionId: SessionId | null): void;
  onHistory(): void;
}

function findPlaceAt(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest('[data-place][role=gridcell]') : null;
  const [row, column] = (cell?.getAttribute('data-place') ?? '').split(':').map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

/** Says why a mark was not taken, if it was not. */
export function useMarking(model: GridModel): (value: AttendanceMark | null) => void {
  const { t } = useTranslation('attendance');
  const toast = useToast();
  return (value) => {
    const hindrance = markSelection(model, value);
    if (hindrance !== null) toast.show({ text: t(`hindrance.${hindrance}`) });
  };
}

/** The keyboard and the mouse of the grid: marks, moves, ranges, the clipboard and taking back. */
export function useGridKeys({ model, scroller, rowHeight, reveal, onMenu, onHistory }: GridKeysInput) {
  const { t } = useTranslation('attendance');
  const format = useFormat();
  const mark = useMarking(model);
  const { selection, rows, sessions, store } = model;

  const moveTo = (place: Place, isExtending: boolean) => {
    if (isExtending) selection.extendTo(place);
    else selection.moveTo(place);
    reveal(place);
  };
  const act = (step: () => void) => {
    step();
    reveal(selection.getActive());
  };
  const openMenu = () => onMenu(sessions[selection.getActive().column]?.id ?? null);
  const selectAll = () =>
    selection.select({ row: 0, column: 0 }, { row: rows.length - 1, column: sessions.length - 1 });

  /** Enter tries again what failed, opens the menu of a head, and otherwise goes down. */
  const enter = (isBack: boolean) => {
    const { row, column } = selection.getActive();
    const [person, session] = [rows[row], sessions[column]];
    if (row === headRow) return openMenu();
    if (person !== undefined && session !== undefined) {
      if (store.getRow(person.enrolment.id).get(session.id)?.state === 'failed') return store.retry();
    }
    const next = isBack ? row - 1 : row + 1;
    return moveTo({ row: Math.min(Math.max(next, 0), rows.length - 1), column }, false);
  };

  /** What a key does; null leaves it to the page and the browser. */
  const findAction = (event: KeyboardEvent): (() => void) | null => {
    const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - 2 * rowHeight) / rowHeight));
    if (altKey) return key === 'ArrowDown' ? openMenu : null;
    const place = findPlaceByKey(event, selection.getActive(), {
      rows: rows.length,
      columns: sessions.length,
      page,
    });
    if (place !== null) return () => moveTo(place, shiftKey);
    if (ctrlKey || metaKey) return key === 'a' ? selectAll : null;
    const letter = parseMarkKey(key);
    if (letter !== null) return () => act(() => mark(letter));
    if (key.toLowerCase() === 'h') return onHistory;
    if (key === 'Delete' || key === 'Backspace') return () => act(() => mark(null));
    if (key === 'Enter') return () => enter(shiftKey);
    if (key === 'Escape' && !selection.isSingle()) return () => selection.moveTo(selection.getActive());
    return key === ' ' ? () => undefined : null;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== scroller.current) return;
    const isUndo = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
    // With nothing to take back here, Ctrl+Z belongs to the message at the foot of the window.
    if (isUndo && (model.isReadOnly || !undoMarking(model))) return;
    const action = isUndo ? () => reveal(selection.getActive()) : findAction(event);
    if (action === null) return;
    event.preventDefault();
    event.stopPropagation();
    action();
  };

  const onCopy = (event: ClipboardEvent) => {
    const texts = { number: t('column.number'), name: t('column.name'), date: dateOf };
    event.clipboardData.setData('text/plain', writeSelection(model, texts));
    event.preventDefault();
  };
  const dateOf = ({ date }: { date: Parameters<typeof format.date>[0] }) => format.date(date);

  const onPointerDown = (event: PointerEvent) => {
    const place = event.button === 0 ? findPlaceAt(event.target) : null;
    if (place !== null) moveTo(place, event.shiftKey);
  };
  const onPointerMove = (event: PointerEvent) => {
    const place = event.buttons === 1 ? findPlaceAt(event.target) : null;
    const active = selection.getActive();
    if (place !== null && (place.row !== active.row || place.column !== active.column))
      selection.extendTo(place);
  };
  /** The other button of the mouse asks about the cell it is on. */
  const onContextMenu = (event: MouseEvent) => {
    const place = findPlaceAt(event.target);
    if (place === null) return;
    event.preventDefault();
    moveTo(place, false);
    onHistory();
  };
  return { onKeyDown, onCopy, onPointerDown, onPointerMove, onContextMenu };
}
