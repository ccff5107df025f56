import { distance } from 'fastest-levenshtein';
import { createPeopleIndex, type PeopleIndex } from '../../domain/people-index.ts';
import { type Identity, type Likeness, toComparedPerson } from '../../domain/person-likeness.ts';
import { distortions } from './distortions.ts';
import type { InventedRegister } from './invented-register.ts';

/** All pairs of some people by their places, '3 17', and the index that found them. */
export function findPairs(people: readonly Identity[]): {
  pairs: Map<string, Likeness>;
  index: PeopleIndex<number>;
} {
  const index = createPeopleIndex<number>(distance);
  for (const [place, person] of people.entries()) index.put(place, toComparedPerson(person));
  const pairs = new Map<string, Likeness>();
  for (const place of index.takeUnsettled()) {
    const person = index.find(place);
    if (person === undefined) throw new Error('everyone was put in');
    for (const { key, ...likeness } of index.findLike(person, (other) => other < place)) {
      pairs.set(`${key} ${place}`, likeness);
    }
  }
  return { pairs, index };
}

/** What of the known duplicates was found, what share of the found is known, and what was found of each distortion. */
export function measureFinding(
  { duplicates }: InventedRegister,
  pairs: Pick<ReadonlySet<string>, 'has' | 'size'>,
): { recall: number; precision: number; recallOf: Record<string, number> } {
  const found = duplicates.filter(({ first, second }) => pairs.has(`${first} ${second}`));
  const recallOf = distortions.map((distortion) => {
    const count = (list: typeof duplicates) => list.filter((each) => each.distortion === distortion).length;
    return [distortion, count(found) / count(duplicates)] as const;
  });
  return {
    recall: found.length / duplicates.length,
    precision: found.length / pairs.size,
    recallOf: Object.fromEntries(recallOf),
  };
}
