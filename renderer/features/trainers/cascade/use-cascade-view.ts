import { useMemo, useState } from 'react';
import {
  type CascadeNode,
  countStatuses,
  groupLearners,
  growCascade,
  type LearnerGroup,
  listTrainerIds,
} from '../../../../domain/cascade-tree.ts';
import type { CascadePerson } from '../../../../domain/contract/trainers.ts';

/** Two views of one tree, drawing and table, and what is chosen and unfolded in both. */
export interface CascadeView {
  roots: readonly CascadeNode[];
  /** People, and groups of the drawing, whose members show. */
  expanded: ReadonlySet<string>;
  /** The id of a box. */
  selectedId: string | null;
  /** The person chosen; of a group, their trainer. */
  currentId: string | null;
  /** Unfolds what stands above. */
  select(id: string): void;
  toggle(id: string): void;
  expand(expanded: ReadonlySet<string>): void;
  unfoldAll(): void;
  foldAll(): void;
}

/** So many boxes can be taken in at first sight. */
const mostAtFirst = 40;
const nothing: ReadonlySet<string> = new Set();

export function useCascadeView(people: readonly CascadePerson[]): CascadeView {
  const roots = useMemo(() => growCascade(people), [people]);
  const above = useMemo(() => listAbove(roots), [roots]);
  const [expanded, expand] = useState(() => chooseAtFirst(roots));
  const [selectedId, setSelected] = useState<string | null>(null);
  return {
    roots,
    expanded,
    selectedId,
    currentId: selectedId?.split('/')[0] ?? null,
    select: (id) => {
      setSelected(id);
      const hidden = (above.get(id) ?? []).filter((each) => !expanded.has(each));
      if (hidden.length > 0) expand(new Set([...expanded, ...hidden]));
    },
    toggle: (id) => {
      const next = new Set(expanded);
      if (!next.delete(id)) next.add(id);
      expand(next);
      setSelected(id);
    },
    expand,
    unfoldAll: () => expand(new Set([...listTrainerIds(roots), ...[...above.values()].flat()])),
    foldAll: () => expand(nothing),
  };
}

/** What has to be unfolded for everyone to be seen: their trainers up to the root, and their group. */
function listAbove(roots: readonly CascadeNode[]): ReadonlyMap<string, readonly string[]> {
  const aboveById = new Map<string, readonly string[]>();
  const add = (node: CascadeNode, above: readonly string[]) => {
    aboveById.set(node.id, above);
    const here = [...above, node.id];
    const { trainers, groups } = groupLearners(node);
    for (const trainer of trainers) add(trainer, here);
    for (const group of groups) {
      aboveById.set(group.id, here);
      for (const { personId } of group.members) aboveById.set(personId, [...here, group.id]);
    }
  };
  for (const root of roots) add(root, []);
  return aboveById;
}

/** As many generations as can be taken in at once, and then groups with people who may teach. */
function chooseAtFirst(roots: readonly CascadeNode[]): ReadonlySet<string> {
  const expanded = new Set<string>();
  const shown: LearnerGroup[] = [];
  let boxes = roots.length;
  for (let row = roots; row.length > 0;) {
    const parts = row.map(groupLearners);
    boxes += parts.reduce((sum, { trainers, groups }) => sum + trainers.length + groups.length, 0);
    if (boxes > mostAtFirst && expanded.size > 0) break;
    for (const { id } of row) expanded.add(id);
    shown.push(...parts.flatMap(({ groups }) => groups));
    row = parts.flatMap(({ trainers }) => trainers);
  }
  for (const group of shown) {
    boxes += group.members.length / 2;
    if (boxes <= mostAtFirst && countStatuses(group).length > 0) expanded.add(group.id);
  }
  return expanded;
}
