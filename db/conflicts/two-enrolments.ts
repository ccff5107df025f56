import { conflictKey, type ConflictOf } from '../../domain/conflict.ts';
import type { EditionId, EnrolmentId, PersonId } from '../../domain/ids.ts';
import { findMergeKnots } from '../../domain/merge-knot.ts';
import type { EnrolmentJoin } from '../../domain/person-merge.ts';
import { all, type ReadableDb, updateRow, type Writer } from '../database.ts';
import { joinEnrolments } from '../enrolment-join.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { readNames } from './done.ts';
import { compareEnrolments } from './enrolment-comparison.ts';
import { nameEditions, namePeople } from './named.ts';

interface FoundTwo {
  key: string;
  editionId: EditionId;
  personId: PersonId;
  enrolmentIds: EnrolmentId[];
}

type TwoEnrolments = ConflictOf<'twoEnrolments'>;

/** One person enrolled in one edition on two PCs. A withdrawal beside an enrolment is history, not a second one. */
export const twoEnrolments: ConflictFinder<FoundTwo, TwoEnrolments> = {
  kind: 'twoEnrolments',
  reads: ['enrolment', 'edition'],
  find: findTwo,
  describe: (db, found) => {
    const editionOf = nameEditions(
      db,
      found.map(({ editionId }) => editionId),
    );
    const personOf = namePeople(
      db,
      found.map(({ personId }) => personId),
    );
    const names = readNames(db);
    return found.map(({ key, editionId, personId, enrolmentIds }) => ({
      kind: 'twoEnrolments',
      key,
      choices: ['keepEnrolment'],
      person: personOf(personId),
      comparison: compareEnrolments(db, editionOf(editionId), enrolmentIds, names),
    }));
  },
};

function findTwo(db: ReadableDb): FoundTwo[] {
  return [...findStanding(db), ...findKnots(db)];
}

function findStanding(db: ReadableDb): FoundTwo[] {
  const rows = all<{ edition_id: EditionId; person_id: PersonId }>(
    db,
    `SELECT edition_id, person_id FROM enrolment WHERE deleted_at IS NULL AND status NOT IN ('withdrawn', 'declined')
     GROUP BY edition_id, person_id HAVING count(*) > 1`,
  );
  return rows.flatMap(({ edition_id: editionId, person_id: personId }) => {
    const enrolmentIds = listEnrolmentIds(db, editionId, personId);
    if (enrolmentIds.length < 2) return [];
    return [{ key: conflictKey('twoEnrolments', enrolmentIds), editionId, personId, enrolmentIds }];
  });
}

/** Two PCs decided each for another one: none is left, until someone decides again. */
function findKnots(db: ReadableDb): FoundTwo[] {
  const rows = all<KnotRow>(
    db,
    `SELECT n.id, n.edition_id, n.person_id, n.joined_into, n.deleted_at IS NOT NULL AS is_deleted
     FROM enrolment n JOIN edition e ON e.id = n.edition_id
     WHERE e.deleted_at IS NULL AND (n.joined_into IS NOT NULL
       OR n.id IN (SELECT joined_into FROM enrolment WHERE joined_into IS NOT NULL))
     ORDER BY n.id`,
  );
  const rowById = new Map(rows.map((row) => [row.id, row]));
  const knots = findMergeKnots(
    rows.map((row) => ({ id: row.id, mergedInto: row.joined_into, isDeleted: row.is_deleted === 1 })),
  );
  return knots.flatMap((enrolmentIds) => {
    const row = enrolmentIds[0] === undefined ? undefined : rowById.get(enrolmentIds[0]);
    if (row === undefined) return [];
    const key = conflictKey('twoEnrolments', enrolmentIds);
    return [{ key, editionId: row.edition_id, personId: row.person_id, enrolmentIds }];
  });
}

interface KnotRow {
  id: EnrolmentId;
  edition_id: EditionId;
  person_id: PersonId;
  joined_into: EnrolmentId | null;
  is_deleted: number;
}

/** In the order of ids; none where the edition is gone. */
function listEnrolmentIds(db: ReadableDb, editionId: EditionId, personId: PersonId): EnrolmentId[] {
  const rows = all<{ id: EnrolmentId }>(
    db,
    `SELECT n.id FROM enrolment n JOIN edition e ON e.id = n.edition_id
     WHERE n.person_id = ? AND n.edition_id = ? AND n.deleted_at IS NULL AND n.status NOT IN ('withdrawn', 'declined')
       AND e.deleted_at IS NULL ORDER BY n.id`,
    personId,
    editionId,
  );
  return rows.map(({ id }) => id);
}

/** Keeps one of them; answers false where it is none of them. */
export function keepEnrolment(writer: Writer, { comparison }: TwoEnrolments, join: EnrolmentJoin): boolean {
  const ids = comparison.sides.map(({ enrolmentId }) => enrolmentId);
  if (!ids.includes(join.keptId)) return false;
  updateRow(writer, 'enrolment', { id: join.keptId }, { deleted_at: null, joined_into: null });
  joinEnrolments(writer, { ...join, goneIds: ids.filter((id) => id !== join.keptId) });
  return true;
}
