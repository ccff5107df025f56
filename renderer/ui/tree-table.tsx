import { Box } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useId, useMemo, useRef, useState } from 'react';
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
  /** Enter or a click on a row. */
  onOpen(item: Item): void;
  /** Grows with its rows up to so many pixels. */
  maxHeight: number;
}

const rowPixels = 34;

/** A table whose rows open to those below them: by arrows, as a tree; only what is in sight is drawn. */
export function TreeTable<Item>(props: TreeTableProps<Item>) {
  const { columns, nodes, expanded, onExpand, onOpen } = props;
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState<string | null>(null);
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
  const tree = useTreeKeys({ rows, current, expanded, onExpand, onCurrent: setCurrent, scrollTo });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <Box
      ref={scroller}
      className={classes['scroller']}
      data-bounded
      __vars={{ '--max-height': `${props.maxHeight}px`, '--y-row': `${rowPixels}px` }}
    >
      <table
        className={classes['table']}
        role="treegrid"
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
                onClick={(event) => keys.onRowClick(event, index)}
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
