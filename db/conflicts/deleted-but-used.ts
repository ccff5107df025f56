import type { CalendarDate } from '../../domain/calendar-date.ts';
import {
  type Choice,
  conflictKey,
  type ConflictOf,
  type EditionNamed,
  type Use,
} from '../../domain/conflict.ts';
import type { EditionId, EnrolmentId, PersonId, SessionId } from '../../domain/ids.ts';
import { all, deleteRow, findRow, type ReadableDb, restoreRow, updateRow, type Writer } from '../database.ts';
import { findKeptPersonId } from '../merged-people.ts';
import { joinEnrolments } from '../enrolment-join.ts';
import { movePersonFacts } from '../merge-people.ts';
import { restorePerson } from '../people.ts';
import { fillFreeSeats } from '../seats.ts';
import { settleSessionState } from '../sessions.ts';
import type { ConflictFinder } from './conflict-finder.ts';
import { type Names, readNames } from './done.ts';
import { nameEditions, namePeople } from './named.ts';
import { giveWord, listWords } from './words.ts';

type DeletedButUsed = ConflictOf<'deletedButUsed'>;
type Thing = DeletedButUsed['thing'];

interface FoundDeleted {
  key: string;
  thing: Thing;
  id: string;
  /** Into what it was merged or joined that is still there. */
  keptId: string | null;
}

/** What was deleted on one PC while another went on using it. */
export const deletedButUsed: ConflictFinder<FoundDeleted, DeletedButUsed> = {
  kind: 'deletedButUsed',
  reads: [
    'person',
    'course',
    'edition',
    'session',
    'enrolment',
    'trainer_assignment',
    'certificate',
    'accreditation_word',
    'observation',
    'user_account',
    'attendance_mark',
    'grade',
    'resolution',
  ],
  find: (db) => {
    const words = listWords(db);
    const found = [
      ...findPeople(db),
      ...findThings(db, 'course'),
      ...findThings(db, 'edition'),
      ...findThings(db, 'session'),
      ...findThings(db, 'enrolment'),
    ];
    return found.filter(({ key }) => !words.has(key));
  },
  describe: (db, found) => {
    const names = readNames(db);
    return found.map((each) => describeThing(db, each, names));
  },
};

/** Who was merged into someone that is there is found by what was left behind; who is in a knot of mergings, there. */
function findPeople(db: ReadableDb): FoundDeleted[] {
  const rows = all<{ id: PersonId }>(
    db,
    `SELECT p.id FROM person p WHERE p.deleted_at IS NOT NULL AND (
       EXISTS (SELECT 1 FROM enrolment n JOIN edition e ON e.id = n.edition_id
         WHERE n.person_id = p.id AND n.deleted_at IS NULL AND n.status NOT IN ('withdrawn', 'declined') AND e.deleted_at IS NULL)
       OR EXISTS (SELECT 1 FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id
         WHERE t.person_id = p.id AND t.deleted_at IS NULL AND e.deleted_at IS NULL)
       OR EXISTS (SELECT 1 FROM certificate k
         WHERE k.person_id = p.id AND k.deleted_at IS NULL AND k.revoked_on IS NULL)
       OR p.merged_into IS NOT NULL AND (
         EXISTS (SELECT 1 FROM accreditation_word w
           WHERE p.id IN (w.person_id, w.accredited_by) AND w.deleted_at IS NULL)
         OR EXISTS (SELECT 1 FROM observation o WHERE o.person_id = p.id AND o.deleted_at IS NULL))
       OR EXISTS (SELECT 1 FROM user_account u WHERE u.person_id = p.id AND u.deleted_at IS NULL))
     ORDER BY p.id`,
  );
  return rows.flatMap(({ id }) => {
    const keptId = findKeptPersonId(db, id);
    const isKnot = keptId === null || (keptId !== id && !isThere(db, keptId));
    return isKnot ? [] : [toFound('person', id, keptId === id ? null : keptId)];
  });
}

function isThere(db: ReadableDb, id: PersonId): boolean {
  return all(db, 'SELECT 1 FROM person WHERE id = ? AND deleted_at IS NULL', id).length > 0;
}

const queries: Record<Exclude<Thing, 'person'>, string> = {
  course: `SELECT c.id FROM course c WHERE c.deleted_at IS NOT NULL
    AND EXISTS (SELECT 1 FROM edition e WHERE e.course_id = c.id AND e.deleted_at IS NULL) ORDER BY c.id`,
  edition: `SELECT e.id FROM edition e WHERE e.deleted_at IS NOT NULL AND (
      EXISTS (SELECT 1 FROM enrolment n
        WHERE n.edition_id = e.id AND n.deleted_at IS NULL AND n.status NOT IN ('withdrawn', 'declined'))
      OR EXISTS (SELECT 1 FROM certificate k
        WHERE k.edition_id = e.id AND k.deleted_at IS NULL AND k.revoked_on IS NULL)) ORDER BY e.id`,
  session: `SELECT s.id FROM session s JOIN edition e ON e.id = s.edition_id
    WHERE s.deleted_at IS NOT NULL AND e.deleted_at IS NULL AND EXISTS (SELECT 1 FROM attendance_mark m
      JOIN enrolment n ON n.id = m.enrolment_id
      WHERE m.session_id = s.id AND m.deleted_at IS NULL AND n.deleted_at IS NULL) ORDER BY s.id`,
  // One that became part of another is only asked about if something was recorded of it that the other lacks.
  enrolment: `SELECT n.id, n.joined_into AS kept_id FROM enrolment n JOIN edition e ON e.id = n.edition_id
    WHERE n.deleted_at IS NOT NULL AND e.deleted_at IS NULL
      AND (n.joined_into IS NULL OR EXISTS (SELECT 1 FROM enrolment k
        WHERE k.id = n.joined_into AND k.deleted_at IS NULL))
      AND (
        EXISTS (SELECT 1 FROM attendance_mark m JOIN session s ON s.id = m.session_id
          WHERE m.enrolment_id = n.id AND m.deleted_at IS NULL AND s.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM attendance_mark o WHERE o.session_id = m.session_id
              AND o.enrolment_id = n.joined_into AND o.deleted_at IS NULL))
        OR EXISTS (SELECT 1 FROM grade g JOIN assessment a ON a.id = g.assessment_id
          WHERE g.enrolment_id = n.id AND g.deleted_at IS NULL AND a.deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM grade o WHERE o.assessment_id = g.assessment_id
              AND o.enrolment_id = n.joined_into AND o.deleted_at IS NULL))
        OR EXISTS (SELECT 1 FROM certificate k
          WHERE k.enrolment_id = n.id AND k.deleted_at IS NULL AND k.revoked_on IS NULL)) ORDER BY n.id`,
};

function findThings(db: ReadableDb, thing: Exclude<Thing, 'person'>): FoundDeleted[] {
  return all<{ id: string; kept_id?: string | null }>(db, queries[thing]).map(({ id, kept_id }) =>
    toFound(thing, id, kept_id ?? null),
  );
}

function toFound(thing: Thing, id: string, keptId: string | null): FoundDeleted {
  return { key: conflictKey('deletedButUsed', [thing, id]), thing, id, keptId };
}

interface ThingRow {
  name: string;
  date: CalendarDate | null;
  edition_id: EditionId | null;
  person_id: PersonId | null;
  deleted_at: number;
}

/** What a thing is called and where it belongs; people and enrolments are called by the person. */
const nameQueries: Record<Thing, string> = {
  person: `SELECT '' AS name, NULL AS date, NULL AS edition_id, id AS person_id, deleted_at FROM person WHERE id = ?`,
  course: `SELECT title AS name, NULL AS date, NULL AS edition_id, NULL AS person_id, deleted_at FROM course
    WHERE id = ?`,
  edition: `SELECT code AS name, NULL AS date, id AS edition_id, NULL AS person_id, deleted_at FROM edition
    WHERE id = ?`,
  session: `SELECT coalesce(topic, '') AS name, date, edition_id, NULL AS person_id, deleted_at FROM session
    WHERE id = ?`,
  enrolment: `SELECT '' AS name, NULL AS date, edition_id, person_id, deleted_at FROM enrolment WHERE id = ?`,
};

function describeThing(
  db: ReadableDb,
  { key, thing, id, keptId }: FoundDeleted,
  names: Names,
): DeletedButUsed {
  const [row] = all<ThingRow>(db, nameQueries[thing], id);
  if (row === undefined) throw new Error(`${thing} ${id} was never there`);
  const uses = listUses(db, thing, id, names);
  const keptPersonId = keptId !== null && thing === 'person' ? (keptId as PersonId) : null;
  const personOf = namePeople(
    db,
    [row.person_id, keptPersonId].filter((person) => person !== null),
  );
  return {
    kind: 'deletedButUsed',
    key,
    choices: listChoices(thing, keptId, uses),
    thing,
    id,
    name: row.person_id === null ? row.name : personOf(row.person_id).name,
    date: row.date,
    edition: row.edition_id === null ? null : nameEditions(db, [row.edition_id])(row.edition_id),
    deleted: names.deleted(thing, id, row.deleted_at),
    uses,
    keptPerson: keptPersonId === null ? null : personOf(keptPersonId),
  };
}

function listChoices(thing: Thing, keptId: string | null, uses: readonly Use[]): Choice[] {
  if (keptId !== null) return thing === 'person' ? ['moveToKept', 'restore'] : ['moveToKept', 'leaveDeleted'];
  if (thing === 'course') return ['restore'];
  if (thing !== 'person') return ['restore', 'leaveDeleted'];
  const canWithdraw = uses.every(({ as }) => as === 'enrolled' || as === 'trainer');
  return canWithdraw ? ['restore', 'withdraw'] : ['restore'];
}

interface UseRow {
  used_as: Use['as'];
  edition_id: EditionId | null;
  count: number;
  changed_at: number;
  changed_by: string;
  changed_on: string;
}

/** SQLite gives the bare columns of the row with the greatest changed_at. */
const last = 'max(changed_at) AS changed_at, changed_by, changed_on';

const useQueries: Record<Thing, string> = {
  person: `
    SELECT 'enrolled' AS used_as, edition_id, count(*) AS count, ${last} FROM enrolment
      WHERE person_id = @id AND deleted_at IS NULL AND status NOT IN ('withdrawn', 'declined') GROUP BY edition_id
    UNION ALL SELECT 'trainer', edition_id, count(*), ${last} FROM trainer_assignment
      WHERE person_id = @id AND deleted_at IS NULL GROUP BY edition_id
    UNION ALL SELECT 'certificate', edition_id, count(*), ${last} FROM certificate
      WHERE person_id = @id AND deleted_at IS NULL AND revoked_on IS NULL GROUP BY edition_id
    UNION ALL SELECT 'accreditation', NULL, count(*), ${last} FROM accreditation_word
      WHERE @id IN (person_id, accredited_by) AND deleted_at IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'observation', NULL, count(*), ${last} FROM observation
      WHERE person_id = @id AND deleted_at IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'user', NULL, count(*), ${last} FROM user_account
      WHERE person_id = @id AND deleted_at IS NULL HAVING count(*) > 0`,
  course: `SELECT 'edition' AS used_as, id AS edition_id, 1 AS count, changed_at, changed_by, changed_on
    FROM edition WHERE course_id = @id AND deleted_at IS NULL ORDER BY id`,
  edition: `
    SELECT 'enrolled' AS used_as, edition_id, count(*) AS count, ${last} FROM enrolment
      WHERE edition_id = @id AND deleted_at IS NULL AND status NOT IN ('withdrawn', 'declined') HAVING count(*) > 0
    UNION ALL SELECT 'certificate', edition_id, count(*), ${last} FROM certificate
      WHERE edition_id = @id AND deleted_at IS NULL AND revoked_on IS NULL HAVING count(*) > 0`,
  session: `SELECT 'marks' AS used_as, NULL AS edition_id, count(*) AS count, ${last} FROM attendance_mark
    WHERE session_id = @id AND deleted_at IS NULL HAVING count(*) > 0`,
  enrolment: `
    SELECT 'marks' AS used_as, NULL AS edition_id, count(*) AS count, ${last} FROM attendance_mark
      WHERE enrolment_id = @id AND deleted_at IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'grades', NULL, count(*), ${last} FROM grade
      WHERE enrolment_id = @id AND deleted_at IS NULL HAVING count(*) > 0
    UNION ALL SELECT 'certificate', edition_id, count(*), ${last} FROM certificate
      WHERE enrolment_id = @id AND deleted_at IS NULL AND revoked_on IS NULL GROUP BY edition_id`,
};

function listUses(db: ReadableDb, thing: Thing, id: string, names: Names): Use[] {
  const rows = all<UseRow>(db, useQueries[thing], { id });
  const editionOf = nameEditions(
    db,
    rows.map(({ edition_id }) => edition_id).filter((edition) => edition !== null),
  );
  const named = (editionId: EditionId | null): EditionNamed | null =>
    editionId === null ? null : editionOf(editionId);
  return rows.map((row) => ({
    as: row.used_as,
    count: row.count,
    edition: named(row.edition_id),
    done: names.changed({ ...row, created_at: 0, created_by: '', created_on: '' }),
  }));
}

/** Brings back what was deleted. */
export function restoreThing(writer: Writer, { thing, id }: DeletedButUsed): void {
  if (thing === 'person') restorePerson(writer, id as PersonId);
  else restoreRow(writer, thing, { id });
  if (thing === 'session') settleSessionState(writer, id as SessionId);
}

/** The person stays deleted: they withdraw from what they were enrolled in, and teach no more. */
export function withdrawDeleted(writer: Writer, { id }: DeletedButUsed, reason: string): void {
  const enrolments = all<{ id: EnrolmentId; edition_id: EditionId }>(
    writer.db,
    `SELECT id, edition_id FROM enrolment WHERE person_id = ? AND deleted_at IS NULL AND status NOT IN ('withdrawn', 'declined')`,
    id,
  );
  for (const enrolment of enrolments) {
    const withdrawn = { status: 'withdrawn', withdrawn_reason: reason, exception_reason: null };
    updateRow(writer, 'enrolment', { id: enrolment.id }, withdrawn);
  }
  const taught = all<{ edition_id: EditionId }>(
    writer.db,
    'SELECT edition_id FROM trainer_assignment WHERE person_id = ? AND deleted_at IS NULL',
    id,
  );
  for (const { edition_id } of taught) deleteRow(writer, 'trainer_assignment', { edition_id, person_id: id });
  for (const { edition_id } of enrolments) fillFreeSeats(writer, edition_id);
}

/** Finishes a merging: what was recorded of the one that went meanwhile becomes the kept one's. */
export function moveToKept(writer: Writer, { thing, id, keptPerson }: DeletedButUsed): boolean {
  if (thing === 'enrolment') return joinAgain(writer, id as EnrolmentId);
  if (keptPerson === null) return false;
  movePersonFacts(writer, { keptId: keptPerson.personId, goneId: id as PersonId, enrolments: [] });
  return true;
}

function joinAgain(writer: Writer, goneId: EnrolmentId): boolean {
  const row = findRow<{ joined_into: EnrolmentId | null }>(
    writer.db,
    'SELECT joined_into FROM enrolment WHERE id = ?',
    goneId,
  );
  const keptId = row?.joined_into ?? null;
  if (keptId === null) return false;
  joinEnrolments(writer, { keptId, goneIds: [goneId], takenMarks: [], takenGrades: [] });
  return true;
}

/** Someone says that it stays deleted, whatever hangs on it. Answers the key of the word given. */
export function leaveDeleted(writer: Writer, { key }: DeletedButUsed): string[] {
  giveWord(writer, [key], 'leaveDeleted');
  return [key];
}
