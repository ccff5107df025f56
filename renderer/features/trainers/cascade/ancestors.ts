import type { CascadeLineage } from '../../../../domain/contract/trainers.ts';
import { bandPadding, boxGap, laneBelow, measureAncestor } from './box-sizes.ts';
import type { CascadeBand, CascadeBox, CascadeLayout, CascadeLink } from './boxes.ts';

export const ancestorId = (personId: string): string => `above/${personId}`;

/** Who leads up to somebody, a row for each step above their box; everyone is joined to all whom they taught. */
export function placeAncestors(
  { people, links }: CascadeLineage,
  root: CascadeBox | null,
): Pick<CascadeLayout, 'boxes' | 'links' | 'bands'> {
  if (root === null) return { boxes: [], links: [], bands: [] };
  const boxById = new Map<string, CascadeBox>([[root.id, root]]);
  const bands: CascadeBand[] = [];
  let bottom = 0;
  for (const [step, row] of Map.groupBy(people, (person) => person.step)) {
    const sized = row.map((item) => ({ item, ...measureAncestor(item) }));
    const height = Math.max(...sized.map((each) => each.height));
    const top = bottom - height - bandPadding.top - bandPadding.bottom;
    let x = root.x + root.width / 2 - sized.reduce((sum, { width }) => sum + width + boxGap, -boxGap) / 2;
    for (const { item, ...size } of sized) {
      const id = ancestorId(item.personId);
      const learner = links.find(({ trainerId }) => trainerId === item.personId)?.learnerId ?? root.id;
      const inwardId = learner === root.id ? root.id : ancestorId(learner);
      const place = { id, x, y: top + bandPadding.top, generation: -step, inwardId };
      boxById.set(id, { kind: 'ancestor', item, ...size, ...place });
      x += size.width + boxGap;
    }
    bands.unshift({ generation: -step, top, bottom });
    bottom = top;
  }
  const boxes = [...boxById.values()].filter((box) => box !== root);
  return { boxes, links: joinAncestors(links, boxById, root.id), bands };
}

function joinAncestors(
  links: CascadeLineage['links'],
  boxById: ReadonlyMap<string, CascadeBox>,
  rootId: string,
): CascadeLink[] {
  const pairs = new Map(links.map((link) => [`${link.trainerId} ${link.learnerId}`, link]));
  return [...pairs.values()].flatMap(({ trainerId, learnerId }) => {
    const from = boxById.get(ancestorId(trainerId));
    const to = boxById.get(learnerId === rootId ? rootId : ancestorId(learnerId));
    return from === undefined || to === undefined
      ? []
      : [{ from, to, side: 'top' as const, lane: to.y - bandPadding.top + laneBelow }];
  });
}
