import { hierarchy, type HierarchyPointNode, tree } from 'd3-hierarchy';
import { type CascadeNode, groupLearners, type LearnerGroup } from '../../../../domain/cascade-tree.ts';
import type { CascadeLineage } from '../../../../domain/contract/trainers.ts';
import { placeAncestors } from './ancestors.ts';
import {
  arrangeMembers,
  bandPadding,
  boxGap,
  boxPadding,
  laneBelow,
  measureGroup,
  measureHead,
  measurePerson,
  memberHeight,
} from './box-sizes.ts';
import type { CascadeBand, CascadeBox, CascadeLayout, CascadeLink, Size } from './boxes.ts';

/** What the layout of trees places as one: somebody, or all groups of a trainer, one below the other. */
type Block = Size & { children: readonly Block[] } & (
    | { kind: 'origin' }
    | { kind: 'person'; node: CascadeNode }
    | { kind: 'groups'; groups: readonly (LearnerGroup & Size)[] }
  );

const groupGap = 10;
/** So far are groups moved in from the line at their left that leads to each of them. */
const railInset = 16;

/** Lays out what is expanded of a cascade: generation below generation, siblings side by side, their groups stacked. */
export function layoutCascade(
  roots: readonly CascadeNode[],
  expanded: ReadonlySet<string>,
  lineage: CascadeLineage,
): CascadeLayout {
  const origin: Block = {
    kind: 'origin',
    width: 0,
    height: 0,
    scale: 1,
    children: roots.map((root) => toBlock(root, expanded)),
  };
  const placed = tree<Block>()
    .nodeSize([1, 1])
    .separation((a, b) => (a.data.width + b.data.width) / 2 + boxGap)(hierarchy<Block>(origin));
  const blocks = placed.descendants().slice(1);
  const bands = stackBands(blocks);
  const boxes = blocks.flatMap((block) => toBoxes(block, bands[block.depth - 1]?.top ?? 0, expanded));
  const links = linkBoxes(boxes, bands);
  const above = placeAncestors(lineage, boxes[0] ?? null);
  return frameAll({
    boxes: [...above.boxes, ...boxes],
    links: [...above.links, ...links],
    bands: [...above.bands, ...bands],
  });
}

function toBlock(node: CascadeNode, expanded: ReadonlySet<string>): Block {
  const size = measurePerson(node.item);
  if (!expanded.has(node.id)) return { kind: 'person', node, ...size, children: [] };
  const { trainers, groups } = groupLearners(node);
  const children = trainers.map((trainer) => toBlock(trainer, expanded));
  const stack = groups.map((group) => ({ ...group, ...measureGroup(group, expanded.has(group.id)) }));
  return {
    kind: 'person',
    node,
    ...size,
    children: [...children, ...(stack.length > 0 ? [pile(stack)] : [])],
  };
}

function pile(groups: readonly (LearnerGroup & Size)[]): Block {
  const inset = groups.length > 1 ? railInset : 0;
  return {
    kind: 'groups',
    groups,
    width: Math.max(...groups.map(({ width }) => width)) + inset,
    height: groups.reduce((sum, { height }) => sum + height + groupGap, -groupGap),
    scale: 1,
    children: [],
  };
}

/** A generation is as high as the highest in it. */
function stackBands(blocks: readonly HierarchyPointNode<Block>[]): CascadeBand[] {
  const heights: number[] = [];
  for (const { depth, data } of blocks) heights[depth - 1] = Math.max(heights[depth - 1] ?? 0, data.height);
  let top = 0;
  return heights.map((height, generation) => {
    const band = { generation, top, bottom: top + bandPadding.top + height + bandPadding.bottom };
    top = band.bottom;
    return band;
  });
}

function toBoxes(
  { data, x: centre, depth, parent }: HierarchyPointNode<Block>,
  bandTop: number,
  expanded: ReadonlySet<string>,
): CascadeBox[] {
  if (data.kind === 'origin') return [];
  const generation = depth - 1;
  const top = bandTop + bandPadding.top;
  const left = centre - data.width / 2;
  const inwardId = parent?.data.kind === 'person' ? parent.data.node.id : null;
  if (data.kind === 'person') {
    const { width, height, scale, node } = data;
    const isExpanded = node.children.length === 0 ? null : expanded.has(node.id);
    const size = { width, height, scale };
    return [
      {
        kind: 'person',
        id: node.id,
        item: node.item,
        isExpanded,
        x: left,
        y: top,
        ...size,
        generation,
        inwardId,
      },
    ];
  }
  let y = top;
  return data.groups.flatMap((group) => {
    const { width, height, scale } = group;
    const isExpanded = expanded.has(group.id);
    const x = left + (data.groups.length > 1 ? railInset : 0);
    const box = {
      kind: 'group',
      id: group.id,
      group,
      isExpanded,
      x,
      y,
      width,
      height,
      scale,
      generation,
      inwardId,
    } as const;
    y += height + groupGap;
    return [box, ...(isExpanded ? placeMembers(group, box) : [])];
  });
}

/** A box for each name within the frame of its group. */
function placeMembers({ members }: LearnerGroup, frame: CascadeBox): CascadeBox[] {
  const { rows, columnWidth } = arrangeMembers(members);
  return members.map((item, index) => ({
    kind: 'member',
    id: item.personId,
    item,
    x: frame.x + boxPadding + Math.floor(index / rows) * columnWidth,
    y: frame.y + measureHead(members) + (index % rows) * memberHeight,
    width: columnWidth,
    height: memberHeight,
    scale: 1,
    generation: frame.generation,
    inwardId: frame.id,
  }));
}

/** Those of a stack of groups are joined at their left, all others on top; those in a group are in its frame. */
function linkBoxes(boxes: readonly CascadeBox[], bands: readonly CascadeBand[]): CascadeLink[] {
  const boxById = new Map(boxes.map((box) => [box.id, box]));
  const groupCount = new Map<string | null, number>();
  for (const { kind, inwardId } of boxes) {
    if (kind === 'group') groupCount.set(inwardId, (groupCount.get(inwardId) ?? 0) + 1);
  }
  return boxes.flatMap((to) => {
    const from = to.inwardId === null || to.kind === 'member' ? undefined : boxById.get(to.inwardId);
    if (from === undefined) return [];
    const isStacked = to.kind === 'group' && (groupCount.get(to.inwardId) ?? 0) > 1;
    const lane = (bands[to.generation]?.top ?? 0) + laneBelow;
    return [{ from, to, side: isStacked ? 'left' : 'top', lane }];
  });
}

function frameAll(parts: Pick<CascadeLayout, 'boxes' | 'links' | 'bands'>): CascadeLayout {
  const { boxes, bands } = parts;
  const left = boxes.reduce((least, { x }) => Math.min(least, x), Infinity);
  const right = boxes.reduce((most, { x, width }) => Math.max(most, x + width), -Infinity);
  const top = bands[0]?.top ?? 0;
  return { ...parts, left, top, width: right - left, height: (bands.at(-1)?.bottom ?? 0) - top };
}
