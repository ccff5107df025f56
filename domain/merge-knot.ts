import type { PersonId } from './ids.ts';

/** What merging has made of a person. */
export interface MergedPerson {
  id: PersonId;
  mergedInto: PersonId | null;
  isDeleted: boolean;
}

/**
 * Groups of people whose merging leads to nobody: merged into one another in a circle on different PCs, or into
 * someone who was deleted. Sorted by id, so that every PC names them alike. `people`: everyone who was merged, and
 * into whom.
 */
export function findMergeKnots(people: readonly MergedPerson[]): PersonId[][] {
  const byId = new Map(people.map((person) => [person.id, person]));
  const membersByEnd = new Map<PersonId, PersonId[]>();
  for (const { id, mergedInto } of people) {
    if (mergedInto === null) continue;
    const end = findEnd(byId, id);
    if (end !== null) membersByEnd.set(end, [...(membersByEnd.get(end) ?? [end]), id]);
  }
  return [...membersByEnd.values()].map((members) => [...new Set(members)].toSorted());
}

/** Where a chain of merging ends in nobody: a deleted person, or the least id of a circle; null where all is well. */
function findEnd(byId: ReadonlyMap<PersonId, MergedPerson>, start: PersonId): PersonId | null {
  const path: PersonId[] = [];
  for (let id = start; ;) {
    const loopsAt = path.indexOf(id);
    if (loopsAt >= 0) return path.slice(loopsAt).toSorted()[0] ?? null;
    path.push(id);
    const person = byId.get(id);
    if (person === undefined) return null;
    if (person.mergedInto === null) return person.isDeleted ? id : null;
    id = person.mergedInto;
  }
}
