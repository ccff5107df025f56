import { arrangeMembers } from './box-sizes.ts';
import type { CascadeBox, CascadeLayout } from './boxes.ts';

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * The box to go to by an arrow: up to who taught, down to whom they taught, sideways to the next of the generation;
 * within a group from name to name. Null: there is none.
 */
export function findNeighbour(layout: CascadeLayout, from: CascadeBox, to: Direction): CascadeBox | null {
  if (from.kind === 'member') return findMember(layout, from, to);
  if (to === 'left' || to === 'right') return findBeside(layout, from, to === 'left' ? -1 : 1);
  const isAbove = from.generation < 0;
  if (to === (isAbove ? 'down' : 'up') && from.inwardId !== null) return findBox(layout, from.inwardId);
  const wanted = to === 'up' ? 'ancestor' : null;
  return (
    layout.boxes.find(
      ({ inwardId, kind }) => inwardId === from.id && (kind === 'ancestor') === (wanted === 'ancestor'),
    ) ?? null
  );
}

export function findBox(layout: CascadeLayout, id: string | null): CascadeBox | null {
  return layout.boxes.find((box) => box.id === id) ?? null;
}

function findBeside(layout: CascadeLayout, from: CascadeBox, step: number): CascadeBox | null {
  const row = layout.boxes.filter(
    ({ generation, kind }) => generation === from.generation && kind !== 'member',
  );
  return row[row.indexOf(from) + step] ?? null;
}

function findMember(layout: CascadeLayout, from: CascadeBox, to: Direction): CascadeBox | null {
  const group = findBox(layout, from.inwardId);
  if (group?.kind !== 'group') return null;
  const { rows } = arrangeMembers(group.group.members);
  const members = layout.boxes.filter(({ inwardId, kind }) => inwardId === group.id && kind === 'member');
  const steps: Record<Direction, number> = { up: -1, down: 1, left: -rows, right: rows };
  const next = members[members.indexOf(from) + steps[to]];
  return next ?? (to === 'up' ? group : null);
}
