import type { EnrolmentComparison, PersonSide } from '../../domain/conflict.ts';
import type { EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import type { Person } from '../../domain/person.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { all, type ReadableDb } from '../database.ts';
import { findPerson } from '../people.ts';
import { readNames } from './done.ts';
import { compareEnrolments } from './enrolment-comparison.ts';
import { nameEditions } from './named.ts';
import { listPersonSides } from './person-sides.ts';

interface PeopleComparison {
  people: (PersonSide & { whole: Person })[];
  editions: EnrolmentComparison[];
}

/** Two records side by side, to merge them, with the editions where both are enrolled. Refuses NOT_FOUND. */
export function comparePeople(
  db: ReadableDb,
  ids: readonly [PersonId, PersonId],
): PeopleComparison | Refusal<'NOT_FOUND'> {
  const sides = listPersonSides(db, ids);
  const people = ids.flatMap((id) => {
    const [side, whole] = [sides.get(id), findPerson(db, id)];
    return side === undefined || whole === null ? [] : [{ ...side, whole }];
  });
  return people.length < 2 ? refuse('NOT_FOUND') : { people, editions: listShared(db, ids) };
}

function listShared(db: ReadableDb, ids: readonly PersonId[]): EnrolmentComparison[] {
  const rows = all<{ id: EnrolmentId; edition_id: EditionId }>(
    db,
    `SELECT n.id, n.edition_id FROM enrolment n JOIN edition e ON e.id = n.edition_id
     WHERE n.person_id IN (SELECT value FROM json_each(?)) AND n.deleted_at IS NULL AND e.deleted_at IS NULL
     ORDER BY e.starts_on, e.id, n.id`,
    JSON.stringify(ids),
  );
  const byEdition = [...Map.groupBy(rows, (row) => row.edition_id)].filter(([, of]) => of.length > 1);
  const editionOf = nameEditions(
    db,
    byEdition.map(([id]) => id),
  );
  const names = readNames(db);
  return byEdition.map(([id, of]) =>
    compareEnrolments(
      db,
      editionOf(id),
      of.map((row) => row.id),
      names,
    ),
  );
}
