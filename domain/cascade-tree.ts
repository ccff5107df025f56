import { type AccreditationStatus, accreditationStatusSchema } from './accreditation.ts';
import type { CascadePerson } from './contract/trainers.ts';
import type { EditionId, PersonId } from './ids.ts';

/** Someone in the tree of a cascade, with how far their training went. */
export interface CascadeMember extends CascadePerson {
  /** To how many people training first came by them, and in how many editions. */
  trained: number;
  taught: number;
  /** Everyone below them. */
  reached: number;
}

export interface CascadeNode {
  id: PersonId;
  item: CascadeMember;
  children: readonly CascadeNode[];
}

/**
 * Who came by training from whom, as trees below the roots; of brothers and sisters, who trained others come first,
 * then in the order in which people come. They come generation after generation, so from the end backwards whoever is
 * below is known.
 */
export function growCascade(people: readonly CascadePerson[]): readonly CascadeNode[] {
  const childrenByTrainer = new Map<PersonId | null, CascadeNode[]>();
  for (const person of people.toReversed()) {
    const children = branchesFirst((childrenByTrainer.get(person.personId) ?? []).toReversed());
    const item = {
      ...person,
      trained: children.length,
      taught: new Set(children.map((child) => child.item.editionId)).size,
      reached: children.reduce((sum, child) => sum + 1 + child.item.reached, 0),
    };
    const siblings = childrenByTrainer.get(person.trainerId) ?? [];
    siblings.push({ id: person.personId, item, children });
    childrenByTrainer.set(person.trainerId, siblings);
  }
  return branchesFirst((childrenByTrainer.get(null) ?? []).toReversed());
}

function branchesFirst(nodes: readonly CascadeNode[]): CascadeNode[] {
  return [
    ...nodes.filter(({ children }) => children.length > 0),
    ...nodes.filter(({ children }) => children.length === 0),
  ];
}

/** Everyone below whom there is somebody. */
export function listTrainerIds(nodes: readonly CascadeNode[]): PersonId[] {
  return nodes.flatMap((node) =>
    node.children.length === 0 ? [] : [node.id, ...listTrainerIds(node.children)],
  );
}

/** People whom one trainer taught in one edition, and who have not trained anybody. */
export interface LearnerGroup {
  /** The same as long as they have the same trainer and edition. */
  id: string;
  trainerId: PersonId;
  editionId: EditionId;
  members: readonly CascadeMember[];
}

/** Those below a node: one by one who trained others, and the others by edition. */
export function groupLearners({ id, children }: CascadeNode): {
  trainers: readonly CascadeNode[];
  groups: readonly LearnerGroup[];
} {
  const hasTrained = (node: CascadeNode) => node.children.length > 0;
  const byEdition = Map.groupBy(
    children.filter((child) => !hasTrained(child)),
    ({ item }) => item.editionId,
  );
  const groups = [...byEdition].flatMap(([editionId, nodes]) =>
    editionId === null
      ? []
      : [{ id: `${id}/${editionId}`, trainerId: id, editionId, members: nodes.map(({ item }) => item) }],
  );
  return { trainers: children.filter(hasTrained), groups };
}

/** How many of a group have an accreditation, or could, by how it stands. */
export function countStatuses({
  members,
}: LearnerGroup): readonly { status: AccreditationStatus; count: number }[] {
  return accreditationStatusSchema.options
    .map((status) => ({ status, count: members.filter((member) => member.state?.status === status).length }))
    .filter(({ count }) => count > 0);
}
