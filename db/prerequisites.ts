import type { CourseId, EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { closesCircle, type MissingPrerequisites, type NamedCourse } from '../domain/prerequisite.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { readResultsDigest } from '../domain/results-digest.ts';
import {
  all,
  deleteRow,
  getNumber,
  inTransaction,
  type ReadableDb,
  updateRow,
  upsertRow,
  type Writer,
} from './database.ts';
import { findObstacle } from './edition-status.ts';
import { listEnrolmentRows } from './enrolment-rows.ts';
import { digestResults } from './results-digest.ts';

/** What each course asks to have passed before, by title; a course that was taken out is asked for no more. */
export function listPrerequisites(db: ReadableDb): Map<CourseId, NamedCourse[]> {
  const rows = all<NamedCourse & { course_id: CourseId }>(
    db,
    `SELECT q.course_id, c.id, c.code, c.title FROM course_prerequisite q
     JOIN course c ON c.id = q.required_course_id
     WHERE q.deleted_at IS NULL AND c.deleted_at IS NULL ORDER BY c.title, c.id`,
  );
  const byCourse = Map.groupBy(rows, (row) => row.course_id);
  return new Map(
    [...byCourse].map(([courseId, ofOne]) => [
      courseId,
      ofOne.map(({ id, code, title }) => ({ id, code, title })),
    ]),
  );
}

/** Why a course cannot ask for these: one is not there, or it would in the end ask for itself. */
export function refusePrerequisites(
  db: ReadableDb,
  courseId: CourseId,
  requiredIds: readonly CourseId[],
): Refusal<'NOT_FOUND'> | Refusal<'PREREQUISITE_CIRCLE'> | null {
  const distinct = [...new Set(requiredIds)];
  const known = getNumber(
    db,
    'SELECT count(*) FROM course WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
    JSON.stringify(distinct),
  );
  if (known < distinct.length) return refuse('NOT_FOUND');
  const requiredByCourse = new Map(
    [...listPrerequisites(db)].map(([id, courses]) => [id, courses.map((course) => course.id)]),
  );
  return closesCircle(courseId, distinct, requiredByCourse) ? refuse('PREREQUISITE_CIRCLE') : null;
}

/** Says what a course asks for; what stays is not written. Joins the transaction of the course. */
export function writePrerequisites(
  writer: Writer,
  courseId: CourseId,
  requiredIds: readonly CourseId[],
): void {
  const before = all<{ id: CourseId }>(
    writer.db,
    'SELECT required_course_id AS id FROM course_prerequisite WHERE course_id = ? AND deleted_at IS NULL',
    courseId,
  ).map(({ id }) => id);
  for (const id of before.filter((each) => !requiredIds.includes(each))) {
    deleteRow(writer, 'course_prerequisite', { required_course_id: id, course_id: courseId });
  }
  for (const id of new Set(requiredIds)) {
    if (before.includes(id)) continue;
    upsertRow(writer, 'course_prerequisite', { required_course_id: id, course_id: courseId }, {});
  }
}

/**
 * Who of some people, or of all who are in an edition or want to be (null), did not pass what its course asks for
 * now, and what they lack. Passed is who was approved in a closed edition of the course asked for. Only what is asked
 * for directly counts. A few queries for everyone.
 */
export function listMissingPrerequisites(
  db: ReadableDb,
  { editionId, personIds }: { editionId: EditionId; personIds: readonly PersonId[] | null },
): MissingPrerequisites[] {
  const courses = listRequiredBy(db, editionId);
  if (courses.length === 0) return [];
  const people = personIds ?? listStanding(db, editionId);
  const passed = listPassed(db, people, courses);
  return people
    .map((personId) => ({
      personId,
      courses: courses.filter(({ id }) => !passed.has(`${personId} ${id}`)),
    }))
    .filter((missing) => missing.courses.length > 0);
}

/** What the course of an edition asks to have passed before, by title. */
export function listRequiredBy(db: ReadableDb, editionId: EditionId): NamedCourse[] {
  return all<NamedCourse>(
    db,
    `SELECT c.id, c.code, c.title FROM edition e
     JOIN course_prerequisite q ON q.course_id = e.course_id AND q.deleted_at IS NULL
     JOIN course c ON c.id = q.required_course_id AND c.deleted_at IS NULL
     WHERE e.id = ? ORDER BY c.title, c.id`,
    editionId,
  );
}

function listStanding(db: ReadableDb, editionId: EditionId): PersonId[] {
  return all<{ id: PersonId }>(
    db,
    `SELECT DISTINCT person_id AS id FROM enrolment
     WHERE edition_id = ? AND status NOT IN ('withdrawn', 'declined') AND deleted_at IS NULL`,
    editionId,
  ).map(({ id }) => id);
}

/** 'person course' of everyone who was approved. */
function listPassed(
  db: ReadableDb,
  personIds: readonly PersonId[],
  courses: readonly NamedCourse[],
): Set<string> {
  const taken = all<{ id: EnrolmentId; person_id: PersonId; edition_id: EditionId; course_id: CourseId }>(
    db,
    `SELECT n.id, n.person_id, n.edition_id, e.course_id
     FROM enrolment n JOIN edition e ON e.id = n.edition_id
     WHERE n.person_id IN (SELECT value FROM json_each(@people)) AND n.deleted_at IS NULL
       AND n.status IN ('enrolled', 'completed')
       AND e.course_id IN (SELECT value FROM json_each(@courses)) AND e.status = 'closed' AND e.deleted_at IS NULL`,
    { people: JSON.stringify(personIds), courses: JSON.stringify(courses.map(({ id }) => id)) },
  );
  const digests = digestResults(db, [...new Set(taken.map((row) => row.edition_id))]);
  const approved = new Set(
    [...digests.values()].flatMap((digest) =>
      [...readResultsDigest(digest)].filter(([, { kind }]) => kind === 'approved').map(([id]) => id),
    ),
  );
  return new Set(
    taken.filter(({ id }) => approved.has(id)).map((row) => `${row.person_id} ${row.course_id}`),
  );
}

/**
 * Records a coordinator's word for people who are in an edition or asked for it without having passed what its course
 * asks for; those who lack nothing stay as they are. Refuses NOT_FOUND and EDITION_CLOSED.
 */
export function excuseMissing(
  writer: Writer,
  { enrolmentIds, reason }: { enrolmentIds: readonly EnrolmentId[]; reason: string },
): { excused: EnrolmentId[] } | Refusal<'NOT_FOUND'> | Refusal<'EDITION_CLOSED'> {
  return inTransaction(writer.db, () => {
    const rows = listEnrolmentRows(writer.db, enrolmentIds);
    if (rows.length < new Set(enrolmentIds).size) return refuse('NOT_FOUND');
    const excused: EnrolmentId[] = [];
    for (const [editionId, ofEdition] of Map.groupBy(rows, (row) => row.edition_id)) {
      const obstacle = findObstacle(writer.db, editionId);
      if (obstacle !== null) return obstacle;
      const personIds = ofEdition.map((row) => row.person_id);
      const lacking = new Set(
        listMissingPrerequisites(writer.db, { editionId, personIds }).map(({ personId }) => personId),
      );
      excused.push(...ofEdition.filter((row) => lacking.has(row.person_id)).map(({ id }) => id));
    }
    for (const id of excused) updateRow(writer, 'enrolment', { id }, { prerequisite_reason: reason });
    return { excused };
  });
}
