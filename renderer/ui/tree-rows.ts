/** Something that stands below something else of the same kind. */
export interface TreeNode<Item> {
  id: string;
  item: Item;
  children: readonly TreeNode<Item>[];
}

/** A node as a line of the table, with what a screen reader says of its place. */
export interface TreeRow<Item> {
  id: string;
  item: Item;
  parentId: string | null;
  /** From 1. */
  level: number;
  position: number;
  siblings: number;
  /** Null: there is nothing below it. */
  isExpanded: boolean | null;
}

/** The lines that show: what is below a node only where it is expanded. */
export function listVisibleRows<Item>(
  nodes: readonly TreeNode<Item>[],
  expanded: ReadonlySet<string>,
): TreeRow<Item>[] {
  const rows: TreeRow<Item>[] = [];
  const add = (siblings: readonly TreeNode<Item>[], parentId: string | null, level: number) => {
    for (const [index, { id, item, children }] of siblings.entries()) {
      const isExpanded = children.length === 0 ? null : expanded.has(id);
      rows.push({ id, item, parentId, level, position: index + 1, siblings: siblings.length, isExpanded });
      if (isExpanded === true) add(children, id, level + 1);
    }
  };
  add(nodes, null, 1);
  return rows;
}
