/** What merging has made of a record. */
export interface Merged<Id extends string> {
  id: Id;
  mergedInto: Id | null;
  isDeleted: boolean;
}

/**
 * Groups of people (or enrolments) whose merging leads to nobody: merged into one another in a circle on different
 * PCs, or into one that was deleted. Sorted by id, so that every PC names them alike. `records`: all that were merged,
 * and into which.
 */
export function findMergeKnots<Id extends string>(records: readonly Merged<Id>[]): Id[][] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const membersByEnd = new Map<Id, Id[]>();
  for (const { id, mergedInto } of records) {
    if (mergedInto === null) continue;
    const end = findEnd(byId, id);
    if (end !== null) membersByEnd.set(end, [...(membersByEnd.get(end) ?? [end]), id]);
  }
  return [...membersByEnd.values()].map((members) => [...new Set(members)].toSorted());
}

/** Where a chain of merging ends in nobody: a deleted one, or the least id of a circle; null where all is well. */
function findEnd<Id extends string>(byId: ReadonlyMap<Id, Merged<Id>>, start: Id): Id | null {
  const path: Id[] = [];
  for (let id = start; ;) {
    const loopsAt = path.indexOf(id);
    if (loopsAt >= 0) return path.slice(loopsAt).toSorted()[0] ?? null;
    path.push(id);
    const record = byId.get(id);
    if (record === undefined) return null;
    if (record.mergedInto === null) return record.isDeleted ? id : null;
    id = record.mergedInto;
  }
}
