import type { CascadePerson } from '../../../domain/contract/trainers.ts';
import type { PersonId } from '../../../domain/ids.ts';
import type { TreeNode } from '../../ui/tree-rows.ts';

/** Someone in the tree, with how many they trained, and how many training reached below them in all. */
export interface CascadeMember extends CascadePerson {
  trained: number;
  reached: number;
}

type Node = TreeNode<CascadeMember>;

/**
 * Who came by training from whom, as a tree below the root; of brothers and sisters, who trained others come first,
 * then by name. People come generation after generation, so from the end backwards whoever is below is known.
 */
export function growCascade(people: readonly CascadePerson[]): readonly Node[] {
  const childrenByTrainer = new Map<PersonId | null, Node[]>();
  for (const person of people.toReversed()) {
    const children = (childrenByTrainer.get(person.personId) ?? []).toReversed();
    const sorted = [
      ...children.filter((child) => child.children.length > 0),
      ...children.filter((child) => child.children.length === 0),
    ];
    const reached = sorted.reduce((sum, child) => sum + 1 + child.item.reached, 0);
    const item = { ...person, trained: sorted.length, reached };
    const siblings = childrenByTrainer.get(person.trainerId) ?? [];
    siblings.push({ id: person.personId, item, children: sorted });
    childrenByTrainer.set(person.trainerId, siblings);
  }
  return childrenByTrainer.get(null)?.[0]?.children ?? [];
}

/** Everyone below whom there is somebody. */
export function listTrainerIds(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) =>
    node.children.length === 0 ? [] : [node.id, ...listTrainerIds(node.children)],
  );
}
