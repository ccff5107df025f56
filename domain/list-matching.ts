import {
  createPeopleIndex,
  findMatch,
  type EditDistance,
  type Match,
  type MatchablePerson,
  type MatchKind,
  type PeopleIndex,
} from './person-matching.ts';

/** Someone of a list who is or may be a known person, or the person of an earlier row of the same list. */
export interface RowMatch<Key> {
  row: number;
  kind: MatchKind;
  reason: Match<Key>['reason'];
  with: { known: Key } | { row: number };
}

const strength: Record<MatchKind, number> = { same: 2, conflict: 1, possible: 0 };

/**
 * Finds for every row its best match: among the known people and among the rows before it, the surer first, the
 * known first where both are as sure. A row that is the same as one that is itself the same as an earlier one points
 * to the first of them. Time grows with the number of rows, not with rows times people.
 */
export function matchRows<Key>(
  rows: readonly { row: number; person: MatchablePerson }[],
  known: PeopleIndex<Key>,
  editDistance: EditDistance,
): RowMatch<Key>[] {
  const earlier = createPeopleIndex<number>();
  const firstRow = new Map<number, number>();
  const matches: RowMatch<Key>[] = [];
  for (const { row, person } of rows) {
    const inOffice = findMatch(person, known, editDistance);
    const inList = findMatch(person, earlier, editDistance);
    earlier.add({ key: row, person });
    if (inList && (inOffice === null || strength[inList.kind] > strength[inOffice.kind])) {
      const first = firstRow.get(inList.key) ?? inList.key;
      if (inList.kind === 'same') firstRow.set(row, first);
      matches.push({ row, kind: inList.kind, reason: inList.reason, with: { row: first } });
    } else if (inOffice) {
      matches.push({ row, kind: inOffice.kind, reason: inOffice.reason, with: { known: inOffice.key } });
    }
  }
  return matches;
}
