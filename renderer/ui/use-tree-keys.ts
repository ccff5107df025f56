import type { KeyboardEvent } from 'react';
import type { TreeRow } from './tree-rows.ts';

interface TreeKeysOptions<Item> {
  rows: readonly TreeRow<Item>[];
  current: string | null;
  expanded: ReadonlySet<string>;
  onExpand(expanded: ReadonlySet<string>): void;
  onCurrent(id: string): void;
  scrollTo(index: number): void;
}

/**
 * The sideways arrows of a tree: right opens a row and then goes to the first below it, left closes it and then goes
 * to the one above it.
 */
export function useTreeKeys<Item>(options: TreeKeysOptions<Item>) {
  const { rows, current, expanded, onExpand, onCurrent, scrollTo } = options;
  const here = rows.findIndex(({ id }) => id === current);

  const toggle = ({ id, isExpanded }: TreeRow<Item>) => {
    if (isExpanded === null) return;
    const next = new Set(expanded);
    if (!next.delete(id)) next.add(id);
    onExpand(next);
    onCurrent(id);
  };

  const goTo = (index: number) => {
    const target = rows[index];
    if (target === undefined) return;
    onCurrent(target.id);
    scrollTo(index);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const row = rows[here];
    if (event.target !== event.currentTarget || row === undefined) return;
    if (event.key === 'ArrowRight') {
      if (row.isExpanded === false) toggle(row);
      else if (row.isExpanded === true) goTo(here + 1);
    } else if (event.key === 'ArrowLeft') {
      if (row.isExpanded === true) toggle(row);
      else if (row.parentId !== null) goTo(rows.findIndex(({ id }) => id === row.parentId));
    } else return;
    event.preventDefault();
  };

  return { toggle, onKeyDown };
}
