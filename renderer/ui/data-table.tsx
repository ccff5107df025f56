import { Box, Checkbox } from '@mantine/core';
import { useTable } from '@tanstack/react-table';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useId, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTableHead } from './data-table-head.tsx';
import { type DataColumn, features, type TableSort, toColumnDefs } from './data-table-model.ts';
import { DataTableRow, SkeletonRows } from './data-table-row.tsx';
import classes from './data-table.module.css';
import { useRowKeys } from './use-row-keys.ts';

export interface DataTableProps<Row extends object> {
  /** Read aloud as the table's name. */
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Enter or a click on a row. */
  onOpen?: (row: Row) => void;
  /** No rows are known yet: bars stand in their place. */
  loading?: boolean;
  empty: ReactNode;
  /** Given together, the server sorts; otherwise rows are sorted here. */
  sort?: TableSort | null;
  onSort?: (sort: TableSort | null) => void;
  /** How many rows there are in all, if not all are here yet; the end of what is here asks for more. */
  total?: number;
  onReachEnd?: () => void;
  selected?: ReadonlySet<string>;
  onSelect?: (ids: ReadonlySet<string>) => void;
  /** Given together: the row that is shown beside the table, which moves with the arrows and a click. */
  current?: string | null;
  onCurrent?: (id: string) => void;
  rowTone?: (row: Row) => 'warning' | 'danger' | null;
  /** Grows with its rows up to so many pixels; without it the table fills its parent. */
  maxHeight?: number;
}

const noRows = 0;

/** A table for one row or a hundred thousand: frozen head and first column, sorted, all by keyboard, copied to Excel. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rowId, onOpen, selected, onSelect, onReachEnd, sort, onSort } = props;
  const { t } = useTranslation();
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const columnDefs = useMemo(() => toColumnDefs(columns), [columns]);
  const data = useMemo(() => [...props.rows], [props.rows]);
  const sorting = sort === undefined ? {} : { state: { sorting: toSorting(sort) } };
  const table = useTable({
    features,
    columns: columnDefs,
    data,
    getRowId: rowId,
    manualSorting: onSort !== undefined,
    ...sorting,
    ...(onSort === undefined
      ? {}
      : {
          onSortingChange: (update) => {
            const next = typeof update === 'function' ? update(toSorting(sort ?? null)) : update;
            const first = next[0];
            onSort(first === undefined ? null : { column: first.id, descending: first.desc });
          },
        }),
  });
  const rows = table.getRowModel().rows;
  const total = props.total ?? rows.length;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight(scroller.current),
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const last = items.at(-1)?.index ?? noRows;
  useEffect(() => {
    if (rows.length < total && last >= rows.length - 20) onReachEnd?.();
  }, [last, rows.length, total, onReachEnd]);

  const keys = useRowKeys({
    rows: useMemo(() => rows.map((row) => row.original), [rows]),
    rowId,
    columns,
    scrollTo: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
    pageSize: () =>
      Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight(scroller.current)) - 2),
    onOpen,
    selected,
    onSelect,
    current: props.current,
    onCurrent: props.onCurrent,
  });
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  const selectable = selected !== undefined && onSelect !== undefined;
  const span = columns.length + (selectable ? 1 : 0);
  const isEmpty = rows.length === 0 && props.loading !== true;
  const allSelected = selectable && rows.length > 0 && rows.every((row) => selected.has(row.id));

  return (
    <Box
      ref={scroller}
      className={classes['scroller']}
      data-bounded={props.maxHeight !== undefined || undefined}
      __vars={props.maxHeight === undefined ? {} : { '--max-height': `${props.maxHeight}px` }}
    >
      <table
        className={classes['table']}
        role="grid"
        aria-label={props.label}
        aria-rowcount={total + 1}
        aria-multiselectable={selectable || undefined}
        aria-busy={props.loading ?? false}
        tabIndex={0}
        aria-activedescendant={keys.active === null ? undefined : `${id}-${keys.active}`}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
        onCopy={keys.onCopy}
        data-selectable={selectable || undefined}
        data-paired={props.onCurrent !== undefined || undefined}
      >
        <colgroup>
          {selectable && <col className={classes['checkColumn']} />}
          {columns.map((column) => (
            <Box
              component="col"
              key={column.id}
              w={column.grow === true ? undefined : (column.width ?? 140)}
            />
          ))}
        </colgroup>
        <DataTableHead
          headers={table.getHeaderGroups().flatMap((group) => group.headers)}
          columns={columns}
          check={
            selectable && (
              <Checkbox
                size="xs"
                aria-label={t('selectAll')}
                tabIndex={-1}
                checked={allSelected}
                indeterminate={!allSelected && selected.size > 0}
                onChange={() => onSelect(allSelected ? new Set() : new Set(rows.map((row) => row.id)))}
              />
            )
          }
        />
        <tbody>
          {props.loading === true && rows.length === 0 && <SkeletonRows span={span} />}
          {before > 0 && <Spacer height={before} span={span} />}
          {items.map((item) => {
            const row = rows[item.index];
            if (row === undefined) return null;
            return (
              <DataTableRow
                key={row.id}
                id={`${id}-${row.id}`}
                row={row.original}
                index={item.index}
                columns={columns}
                isActive={keys.active === row.id}
                isSelected={selectable ? selected.has(row.id) : null}
                tone={props.rowTone?.(row.original) ?? null}
                canOpen={onOpen !== undefined}
                onClick={(event) => keys.onRowClick(event, item.index)}
                onToggle={(isRange) => keys.toggle(item.index, isRange)}
              />
            );
          })}
          {after > 0 && <Spacer height={after} span={span} />}
        </tbody>
      </table>
      {isEmpty && <div className={classes['empty']}>{props.empty}</div>}
    </Box>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden className={classes['spacer']}>
      <Box component="td" colSpan={span} h={height} />
    </tr>
  );
}

const toSorting = (sort: TableSort | null) =>
  sort === null ? [] : [{ id: sort.column, desc: sort.descending }];

/** --y-row as the window's height has set it. */
function rowHeight(scroller: HTMLElement | null): number {
  if (scroller === null) return 34;
  return Number.parseInt(getComputedStyle(scroller).getPropertyValue('--y-row'), 10) || 34;
}
