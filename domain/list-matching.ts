import { createPeopleIndex, type FoundLike, type PeopleIndex } from './people-index.ts';
import { compareSurest, type Identity, type Likeness, toComparedPerson } from './person-likeness.ts';
import type { EditDistance } from './word-likeness.ts';

/** Someone of a list who is or may be a known person, or the person of an earlier row of the same list. */
export interface RowMatch<Key> extends Likeness {
  row: number;
  with: { known: Key } | { row: number };
}

/**
 * Finds for every row its best match: among the known people and among the rows before it, the surer first, the
 * known first where both are as sure. A row that is the same as one that is itself the same as an earlier one points
 * to the first of them. Time grows with the number of rows, not with rows times people.
 */
export function matchRows<Key>(
  rows: readonly { row: number; person: Identity }[],
  known: PeopleIndex<Key>,
  editDistance: EditDistance,
): RowMatch<Key>[] {
  const earlier = createPeopleIndex<number>(editDistance, known);
  const firstRow = new Map<number, number>();
  const matches: RowMatch<Key>[] = [];
  for (const { row, person } of rows) {
    const compared = toComparedPerson(person);
    const [inOffice] = known.findLike(compared);
    const [inList] = earlier.findLike(compared);
    earlier.put(row, compared);
    if (inList !== undefined && isSurer(inList, inOffice)) {
      const { key, ...likeness } = inList;
      const first = firstRow.get(key) ?? key;
      if (likeness.kind === 'same') firstRow.set(row, first);
      matches.push({ row, ...likeness, with: { row: first } });
    } else if (inOffice !== undefined) {
      const { key, ...likeness } = inOffice;
      matches.push({ row, ...likeness, with: { known: key } });
    }
  }
  return matches;
}

/** Of the same kind, whoever the office knows goes before a row of the list. */
function isSurer<Key>(inList: FoundLike<number>, inOffice: FoundLike<Key> | undefined): boolean {
  return inOffice === undefined || compareSurest({ ...inList, score: 0 }, { ...inOffice, score: 0 }) < 0;
}
