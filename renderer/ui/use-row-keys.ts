import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import { type DataColumn, toTsv } from './data-table-model.ts';

interface RowKeysOptions<Row> {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  columns: readonly DataColumn<Row>[];
  scrollTo(index: number): void;
  /** Rows that one press of PgDn passes over. */
  pageSize(): number;
  onOpen: ((row: Row) => void) | undefined;
  selected: ReadonlySet<string> | undefined;
  onSelect: ((ids: ReadonlySet<string>) => void) | undefined;
  /** Given together, the page knows the current row and shows it beside the table. */
  current: string | null | undefined;
  onCurrent: ((id: string) => void) | undefined;
}

const isInteractive = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, select, textarea, [role="menu"]') !== null;

/**
 * The keyboard of a table: arrows, PgUp, PgDn, Home and End move the current row, Enter opens it, Space and
 * Shift select, Ctrl+A selects all, Ctrl+C copies. The focus stays on the table, so rows may come and go.
 */
export function useRowKeys<Row>(options: RowKeysOptions<Row>) {
  const { rows, rowId, columns, onOpen, selected, onSelect } = options;
  const [ownActive, setOwnActive] = useState<string | null>(null);
  const active = options.current === undefined ? ownActive : options.current;
  const setActive = (id: string) => {
    setOwnActive(id);
    options.onCurrent?.(id);
  };
  const [anchor, setAnchor] = useState(0);
  const here = rows.findIndex((row) => rowId(row) === active);

  const idsBetween = (from: number, to: number) =>
    rows.slice(Math.min(from, to), Math.max(from, to) + 1).map(rowId);

  const moveTo = (index: number, isRange: boolean) => {
    const target = Math.max(0, Math.min(rows.length - 1, index));
    const row = rows[target];
    if (row === undefined) return;
    setActive(rowId(row));
    options.scrollTo(target);
    if (!isRange) setAnchor(target);
    else if (onSelect !== undefined) onSelect(new Set(idsBetween(anchor, target)));
  };

  const toggle = (index: number, isRange: boolean) => {
    const row = rows[index];
    if (row === undefined || selected === undefined || onSelect === undefined) return;
    const next = new Set(selected);
    const id = rowId(row);
    if (isRange) for (const one of idsBetween(anchor, index)) next.add(one);
    else if (!next.delete(id)) next.add(id);
    setAnchor(index);
    onSelect(next);
  };

  const steps: Record<string, () => number> = {
    ArrowDown: () => here + 1,
    ArrowUp: () => here - 1,
    PageDown: () => here + options.pageSize(),
    PageUp: () => here - options.pageSize(),
    Home: () => 0,
    End: () => rows.length - 1,
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget) return;
    const step = steps[event.key];
    const row = rows[here];
    if (step !== undefined) moveTo(step(), event.shiftKey);
    else if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) onOpen(row);
    else if (event.key === ' ' && selected !== undefined) toggle(here, event.shiftKey);
    else if (event.key === 'a' && event.ctrlKey && onSelect !== undefined) onSelect(new Set(rows.map(rowId)));
    else return;
    event.preventDefault();
  };

  const onFocus = (event: { target: EventTarget; currentTarget: EventTarget }) => {
    const first = rows[0];
    if (event.target === event.currentTarget && here === -1 && first !== undefined) setActive(rowId(first));
  };

  const onCopy = (event: ClipboardEvent) => {
    if (document.getSelection()?.isCollapsed === false) return;
    const current = rows[here];
    const chosen = rows.filter((row) => selected?.has(rowId(row)));
    const copied = chosen.length > 0 || current === undefined ? chosen : [current];
    if (copied.length === 0) return;
    event.clipboardData.setData('text/plain', toTsv(columns, copied));
    event.preventDefault();
  };

  const onRowClick = (event: MouseEvent, index: number) => {
    const row = rows[index];
    if (row === undefined || isInteractive(event.target)) return;
    setActive(rowId(row));
    // Whoever marks text with the mouse wants to copy it, not to leave the page.
    if (document.getSelection()?.isCollapsed === false) return;
    if (event.ctrlKey || event.shiftKey) toggle(index, event.shiftKey);
    else onOpen?.(row);
  };

  return { active: here === -1 ? null : active, toggle, onKeyDown, onFocus, onCopy, onRowClick };
}
