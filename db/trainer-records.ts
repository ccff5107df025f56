import type { AccreditationRule } from '../domain/accreditation-rule.ts';
import type { AccreditationWord, TrainerRecord } from '../domain/accreditation.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { TrainerAssignment } from '../domain/edition.ts';
import type { CourseId, EditionId, EnrolmentId, ObservationId, PersonId } from '../domain/ids.ts';
import { findObservationScore } from '../domain/observation.ts';
import { readResultsDigest } from '../domain/results-digest.ts';
import { digestClosed } from './conflicts/conflict-cache.ts';
import { all, type ReadableDb } from './database.ts';
import { listObservationMarks } from './observations.ts';

type Writable<Record_> = {
  -readonly [Key in keyof Record_]: Record_[Key] extends readonly (infer Item)[] ? Item[] : never;
};

/**
 * What everyone did that counts for one rule, of whom it can be asked: who passed the training, of whom something was
 * said, and, of trainers, who taught the course. Editions count once they are closed. Of some people only where they
 * are given: then only editions are looked at in which they took part.
 */
export function listTrainerRecords(
  db: ReadableDb,
  rule: AccreditationRule,
  personIds: readonly PersonId[] | null = null,
): Map<PersonId, TrainerRecord> {
  const some: SomePeople = personIds === null ? null : new Set(personIds);
  const records = new Map<PersonId, Writable<TrainerRecord>>();
  const recordOf = (personId: PersonId): Writable<TrainerRecord> => {
    const known = records.get(personId);
    if (known !== undefined) return known;
    const made = { trainedOn: [], refreshedOn: [], led: [], assisted: [], observations: [], words: [] };
    records.set(personId, made);
    return made;
  };
  for (const { personId, on } of listPassed(db, rule.trainingCourseId, some))
    recordOf(personId).trainedOn.push(on);
  for (const { personId, word, on } of listWords(db, rule, some)) recordOf(personId).words.push({ word, on });
  for (const { personId, role, on } of listTaught(db, rule.courseId, some)) {
    const record = rule.level === 'trainer' ? recordOf(personId) : records.get(personId);
    (role === 'lead' ? record?.led : record?.assisted)?.push(on);
  }
  for (const { personId, on } of listPassed(db, rule.refresherCourseId, some))
    records.get(personId)?.refreshedOn.push(on);
  for (const { personId, on, score } of listObserved(db, rule.courseId)) {
    if (score !== null) records.get(personId)?.observations.push({ on, score });
  }
  return records;
}

/** Whom it is asked of; null: everyone. */
type SomePeople = ReadonlySet<PersonId> | null;

const toJson = (some: SomePeople) => (some === null ? null : JSON.stringify([...some]));

/** Who passed an edition of a course that is closed, and when it ended. */
function listPassed(
  db: ReadableDb,
  courseId: CourseId | null,
  some: SomePeople,
): { personId: PersonId; on: CalendarDate }[] {
  if (courseId === null) return [];
  const editions = all<{ id: EditionId; ends_on: CalendarDate }>(
    db,
    `SELECT id, ends_on FROM edition WHERE course_id = @courseId AND status = 'closed' AND deleted_at IS NULL
       AND (@some IS NULL OR id IN (SELECT edition_id FROM enrolment
         WHERE person_id IN (SELECT value FROM json_each(@some)) AND deleted_at IS NULL))
     ORDER BY ends_on, id`,
    { courseId, some: toJson(some) },
  );
  const ids = editions.map(({ id }) => id);
  const digests = digestClosed(db, ids);
  const personByEnrolment = readLearners(db, ids);
  return editions.flatMap(({ id, ends_on }) =>
    [...readResultsDigest(digests.get(id) ?? '')].flatMap(([enrolmentId, { kind }]) => {
      const personId = personByEnrolment.get(enrolmentId);
      const isAsked = personId !== undefined && (some === null || some.has(personId));
      return kind === 'approved' && isAsked ? [{ personId, on: ends_on }] : [];
    }),
  );
}

function readLearners(db: ReadableDb, editionIds: readonly EditionId[]): Map<EnrolmentId, PersonId> {
  const rows = all<{ id: EnrolmentId; personId: PersonId }>(
    db,
    `SELECT id, person_id AS personId FROM enrolment
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
    JSON.stringify(editionIds),
  );
  return new Map(rows.map(({ id, personId }) => [id, personId]));
}

/** In the order in which they were said; of one day, in that in which they were written down. */
function listWords(
  db: ReadableDb,
  { courseId, level }: AccreditationRule,
  some: SomePeople,
): { personId: PersonId; word: AccreditationWord; on: CalendarDate }[] {
  return all(
    db,
    `SELECT person_id AS personId, word, said_on AS "on" FROM accreditation_word
     WHERE course_id = @courseId AND level = @level AND deleted_at IS NULL
       AND (@some IS NULL OR person_id IN (SELECT value FROM json_each(@some)))
     ORDER BY said_on, created_at, id`,
    { courseId, level, some: toJson(some) },
  );
}

function listTaught(
  db: ReadableDb,
  courseId: CourseId,
  some: SomePeople,
): { personId: PersonId; role: TrainerAssignment['role']; on: CalendarDate }[] {
  return all(
    db,
    `SELECT t.person_id AS personId, t.role, e.ends_on AS "on"
     FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id
     WHERE e.course_id = @courseId AND e.status = 'closed' AND e.deleted_at IS NULL AND t.deleted_at IS NULL
       AND (@some IS NULL OR t.person_id IN (SELECT value FROM json_each(@some)))
     ORDER BY e.ends_on, e.id, t.person_id`,
    { courseId, some: toJson(some) },
  );
}

function listObserved(
  db: ReadableDb,
  courseId: CourseId,
): { personId: PersonId; on: CalendarDate; score: number | null }[] {
  const rows = all<{ id: ObservationId; personId: PersonId; on: CalendarDate; score: number | null }>(
    db,
    `SELECT id, person_id AS personId, observed_on AS "on", score FROM observation
     WHERE course_id = ? AND deleted_at IS NULL ORDER BY observed_on, id`,
    courseId,
  );
  const marksById = listObservationMarks(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, personId, on, score }) => ({
    personId,
    on,
    score: findObservationScore(marksById.get(id) ?? [], score),
  }));
}
