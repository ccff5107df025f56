import { conflictKey, type ConflictOf } from '../../domain/conflict.ts';
import { findMergeKnots } from '../../domain/merge-knot.ts';
import type { PersonId } from '../../domain/ids.ts';
import { all, type ReadableDb, updateRow, type Writer } from '../database.ts';
import { movePersonFacts } from '../merge-people.ts';
import { deletePerson, restorePerson } from '../people.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { listPersonSides, pickSides } from './person-sides.ts';

interface FoundKnot {
  key: string;
  ids: PersonId[];
}

/** Two PCs merged the same people each its own way, or into someone who was deleted elsewhere: nobody is left. */
export const mergedApart: ConflictFinder<FoundKnot, ConflictOf<'mergedApart'>> = {
  kind: 'mergedApart',
  reads: ['person'],
  find: (db) => findKnots(db).map((ids) => ({ key: conflictKey('mergedApart', ids), ids })),
  describe: (db, found) => {
    const sides = listPersonSides(
      db,
      found.flatMap(({ ids }) => ids),
    );
    return found.map(({ key, ids }) => ({
      kind: 'mergedApart',
      key,
      choices: ['keepPerson'],
      people: pickSides(sides, ids),
    }));
  },
};

function findKnots(db: ReadableDb): PersonId[][] {
  const rows = all<{ id: PersonId; merged_into: PersonId | null; is_deleted: number }>(
    db,
    `SELECT id, merged_into, deleted_at IS NOT NULL AS is_deleted FROM person
     WHERE merged_into IS NOT NULL OR id IN (SELECT merged_into FROM person WHERE merged_into IS NOT NULL)
     ORDER BY id`,
  );
  return findMergeKnots(
    rows.map((row) => ({ id: row.id, mergedInto: row.merged_into, isDeleted: row.is_deleted === 1 })),
  );
}

/** Brings back the one who stays and gives them all that is recorded of the others. Joins the caller's transaction. */
export function keepPerson(writer: Writer, conflict: ConflictOf<'mergedApart'>, keptId: PersonId): void {
  const others = conflict.people.map(({ person }) => person.id).filter((id) => id !== keptId);
  restorePerson(writer, keptId);
  for (const goneId of others) {
    movePersonFacts(writer, { keptId, goneId, enrolments: [] });
    updateRow(writer, 'person', { id: goneId }, { merged_into: keptId });
    deletePerson(writer, goneId);
  }
}
