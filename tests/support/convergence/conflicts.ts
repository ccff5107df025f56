import type { ChangeEntry } from '../../../domain/change-log.ts';

/** What two PCs did to the same row without knowing of each other. */
export interface ConflictCounts {
  sameColumn: number;
  doubleCreations: number;
  deletionsAgainstChanges: number;
}

/** How far each PC knew the others when it wrote its entries up to a sequence. */
export type Knowledge = Map<string, { upTo: number; heads: ReadonlyMap<string, number> }[]>;

/** Counts pairs of entries of a row of which neither PC knew the other's. */
export function countConflicts(
  entries: readonly ChangeEntry[],
  known: Knowledge,
  counts: ConflictCounts,
): void {
  for (const ofRow of Map.groupBy(entries, ({ table, key }) => `${table} ${key}`).values()) {
    for (const [index, one] of ofRow.entries()) {
      for (const other of ofRow.slice(index + 1)) {
        if (one.device !== other.device && !isKnown(known, one, other) && !isKnown(known, other, one)) {
          countPair(one, other, counts);
        }
      }
    }
  }
}

function isKnown(known: Knowledge, earlier: ChangeEntry, later: ChangeEntry): boolean {
  const state = known.get(later.device)?.find(({ upTo }) => later.sequence <= upTo);
  return (state?.heads.get(earlier.device) ?? 0) >= earlier.sequence;
}

function countPair(one: ChangeEntry, other: ChangeEntry, counts: ConflictCounts): void {
  if (Object.keys(one.delta).some((column) => column in other.delta)) counts.sameColumn += 1;
  if (one.isCreated && other.isCreated) counts.doubleCreations += 1;
  const deletes = ({ delta }: ChangeEntry) => typeof delta['deleted_at'] === 'number';
  if (deletes(one) !== deletes(other)) counts.deletionsAgainstChanges += 1;
}
