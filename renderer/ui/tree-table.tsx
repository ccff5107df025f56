import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { DataColumn } from './data-table-model.ts';
import classes from './data-table.module.css';
import { listVisibleRows, type TreeNode, type TreeRow } from './tree-rows.ts';
import { TreeTableRow } from './tree-table-row.tsx';
import { useRowKeys } from './use-row-keys.ts';
import { useTreeKeys } from './use-tree-keys.ts';

interface TreeTableProps<Item> {
  /** Read aloud as the table's name. */
  label: string;
  columns: readonly DataColumn<Item>[];
  nodes: readonly TreeNode<Item>[];
  expanded: ReadonlySet<string>;
  onExpand(expanded: ReadonlySet<string>): void;
  /** Enter on a row, and a click unless the current row is shown elsewhere. */
  onOpen(item: Item): void;
  /** Given together: the row that is also shown elsewhere, which moves with the arrows and a click. */
  current?: string | null;
  onCurrent?: (id: string) => void;
  /** Grows with its rows up to so many pixels; without it the table fills its parent. */
  maxHeight?: number;
}

const rowPixels = 34;

/** A table whose rows open to those below them: by arrows, as a tree; only what is in sight is drawn. */
export function TreeTable<Item>(props: TreeTableProps<Item>) {
  const { columns, nodes, expanded, onExpand, onOpen, onCurrent } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [ownCurrent, setOwnCurrent] = useState<string | null>(null);
  const current = props.current === undefined ? ownCurrent : props.current;
  const setCurrent = onCurrent ?? setOwnCurrent;
  const rows = useMemo(() => listVisibleRows(nodes, expanded), [nodes, expanded]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPixels,
    overscan: 12,
  });
  const scrollTo = (index: number) => virtualizer.scrollToIndex(index, { align: 'auto' });
  const keys = useRowKeys({
    rows,
    rowId: (row) => row.id,
    columns: useMemo(() => columns.map(toRowColumn), [columns]),
    scrollTo,
    pageSize: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowPixels) - 2),
    onOpen: (row) => onOpen(row.item),
    selected: undefined,
    onSelect: undefined,
    current,
    onCurrent: setCurrent,
  });
  const choose = (event: MouseEvent, row: TreeRow<Item>) => {
    const isLinkOrButton = event.target instanceof Element && event.target.closest('a, button') !== null;
    if (!isLinkOrButton) setCurrent(row.id);
  };
  const tree = useTreeKeys({ rows, current, expanded, onExpand, onCurrent: setCurrent, scrollTo });
  const place = rows.findIndex((row) => row.id === props.current);
  useEffect(() => {
    if (place !== -1) virtualizer.scrollToIndex(place, { align: 'auto' });
  }, [place, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <Box
      ref={scroller}
      className={classes['scroller']}
      data-bounded={props.maxHeight === undefined ? undefined : true}
      __vars={{ '--max-height': `${props.maxHeight}px`, '--y-row': `${rowPixels}px` }}
    >
      <table
        className={classes['table']}
        role="treegrid"
        data-paired={onCurrent === undefined ? undefined : true}
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        tabIndex={0}
        aria-activedescendant={keys.active === null ? undefined : `${id}-${keys.active}`}
        onKeyDown={(event) => {
          tree.onKeyDown(event);
          if (!event.isDefaultPrevented()) keys.onKeyDown(event);
        }}
        onFocus={keys.onFocus}
        onCopy={keys.onCopy}
      >
        <colgroup>
          {columns.map((column) => (
            <Box
              component="col"
              key={column.id}
              w={column.grow === true ? undefined : (column.width ?? 140)}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map(({ id: column, header, align }) => (
              <th key={column} scope="col" data-align={align}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} span={columns.length} />}
          {items.map(({ index }) => {
            const row = rows[index];
            return row === undefined ? null : (
              <TreeTableRow
                key={row.id}
                id={`${id}-${row.id}`}
                row={row}
                index={index}
                columns={columns}
                isActive={keys.active === row.id}
                onClick={(event) =>
                  onCurrent === undefined ? keys.onRowClick(event, index) : choose(event, row)
                }
                onToggle={() => tree.toggle(row)}
              />
            );
          })}
          {after > 0 && <Spacer height={after} span={columns.length} />}
        </tbody>
      </table>
    </Box>
  );
}

/** Copying takes what a column says of the item of a row. */
function toRowColumn<Item>({ id, header, value }: DataColumn<Item>): DataColumn<TreeRow<Item>> {
  return { id, header, value: ({ item }) => value(item) };
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden className={classes['spacer']}>
      <Box component="td" colSpan={span} h={height} />
    </tr>
  );
}
