import type { CascadeMember, LearnerGroup } from '../../../../domain/cascade-tree.ts';
import type { CascadeLineage } from '../../../../domain/contract/trainers.ts';
import type { Size } from './boxes.ts';

/** Everything in points of the drawing, at scale 1. */
export const lineHeight = 16;
export const boxPadding = 7;
export const badgeRoom = 24;
const groupHead = 42;
const tallyHeight = 24;
export const memberHeight = 20;
/** Above and below what stands in the stripe of a generation. */
export const bandPadding = { top: 48, bottom: 22 };
/** Below the upper edge of a stripe run the lines that come from the one above. */
export const laneBelow = 24;
export const boxGap = 18;
const letterWidth = 6.9;
const memberLetterWidth = 6.3;
/** Of a badge and a number. */
export const tallyWidth = 42;
const leastWidth = 108;
const groupWidth = 138;

/** Surnames on one line, given names on the other. */
export function splitName(name: string): readonly string[] {
  const comma = name.indexOf(', ');
  return comma === -1 ? [name] : [name.slice(0, comma), name.slice(comma + 2)];
}

/** Whoever reached ten people is written a quarter larger than who reached nobody, and a thousand three quarters. */
export function measurePerson({ name, reached }: Pick<CascadeMember, 'name' | 'reached'>): Size {
  const scale = 1 + Math.min(0.75, Math.log10(1 + reached) / 4);
  const lines = splitName(name);
  const longest = Math.max(...lines.map((line) => line.length));
  const written = lines.length + (reached > 0 ? 1 : 0);
  return {
    width: scale * Math.max(leastWidth, longest * letterWidth + badgeRoom + 2 * boxPadding),
    height: scale * (written * lineHeight + 2 * boxPadding),
    scale,
  };
}

export function measureAncestor({ name }: CascadeLineage['people'][number]): Size {
  return measurePerson({ name, reached: 0 });
}

/** How many and in which edition; below it, if there are any, how many have an accreditation. */
export function measureHead(members: readonly CascadeMember[]): number {
  return groupHead + (members.some(({ state }) => state !== null) ? tallyHeight : 0);
}

/** Folded it says how many there are; unfolded it is a frame around their names, about as wide as it is high. */
export function measureGroup({ members }: LearnerGroup, isExpanded: boolean): Size {
  const head = measureHead(members);
  const tally = new Set(members.map(({ state }) => state?.status)).size * tallyWidth;
  const least = Math.max(groupWidth, tally + 2 * boxPadding);
  if (!isExpanded) return { width: least, height: head, scale: 1 };
  const { columns, rows, columnWidth } = arrangeMembers(members);
  return {
    width: Math.max(least, columns * columnWidth + 2 * boxPadding),
    height: head + rows * memberHeight + boxPadding,
    scale: 1,
  };
}

/** Names of a group in columns, read from top to bottom. */
export function arrangeMembers(members: readonly CascadeMember[]): {
  columns: number;
  rows: number;
  columnWidth: number;
} {
  const columnWidth = Math.max(...members.map(({ name }) => name.length)) * memberLetterWidth + badgeRoom;
  const columns = Math.max(1, Math.round(Math.sqrt((members.length * memberHeight) / columnWidth)));
  return { columns, rows: Math.ceil(members.length / columns), columnWidth };
}
