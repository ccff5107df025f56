import type { AccreditationRule } from '../domain/accreditation-rule.ts';
import {
  type AccreditationState,
  type AccreditationWord,
  computeAccreditation,
  mayLead,
} from '../domain/accreditation.ts';
import { type CalendarDate, dayInBolivia } from '../domain/calendar-date.ts';
import type { AccreditationLine, SaidWord } from '../domain/contract/trainers.ts';
import type { CourseId, PersonId } from '../domain/ids.ts';
import { type PersonName, surnamesFirst } from '../domain/person-name.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { Role } from '../domain/role.ts';
import { compareSpanish } from '../domain/text.ts';
import { listAccreditationRules } from './accreditation-rules.ts';
import { all, findRow, inTransaction, insertRow, type ReadableDb, type Writer } from './database.ts';
import { listTrainerRecords } from './trainer-records.ts';

/** Somebody's accreditation for a course at a level, as of a day. */
export interface Accreditation extends Pick<AccreditationRule, 'courseId' | 'level'> {
  readonly personId: PersonId;
  readonly state: AccreditationState;
}

/** The accreditations of everyone, or of some, of whom one can be asked, of all courses or one, as of a day; by course. */
export function listAccreditations(
  db: ReadableDb,
  { courseId, personIds = null }: { courseId: CourseId | null; personIds?: readonly PersonId[] | null },
  today: CalendarDate,
): Accreditation[] {
  return listAccreditationRules(db, { courseId }).flatMap((rule) =>
    [...listTrainerRecords(db, rule, personIds)].map(([personId, record]) => ({
      personId,
      courseId: rule.courseId,
      level: rule.level,
      state: computeAccreditation(rule, record, today),
    })),
  );
}

/** The same as it is shown: with names, by them, and without people who were deleted. */
export function listAccreditationLines(
  db: ReadableDb,
  { courseId, personId = null }: { courseId: CourseId | null; personId?: PersonId | null },
  today: CalendarDate,
): AccreditationLine[] {
  const personIds = personId === null ? null : [personId];
  return describeAccreditations(db, listAccreditations(db, { courseId, personIds }, today), today);
}

/** Accreditations with names, courses and what was last said, by name, and without people who were deleted. */
export function describeAccreditations(
  db: ReadableDb,
  accreditations: readonly Accreditation[],
  today: CalendarDate,
): AccreditationLine[] {
  const nameById = readNames(db, new Set(accreditations.map((each) => each.personId)));
  const courses = all<{ id: CourseId; code: string; title: string }>(
    db,
    'SELECT id, code, title FROM course',
  );
  const courseById = new Map(courses.map((course) => [course.id, course]));
  const saidByPlace = readLastWords(db, [...nameById.keys()], today);
  return accreditations
    .flatMap((accreditation) => {
      const name = nameById.get(accreditation.personId);
      const course = courseById.get(accreditation.courseId);
      if (name === undefined || course === undefined) return [];
      const said = saidByPlace.get(placeOf(accreditation)) ?? null;
      return [{ ...accreditation, name, courseCode: course.code, courseTitle: course.title, said }];
    })
    .toSorted((a, b) => compareSpanish(a.name, b.name) || compareSpanish(a.courseTitle, b.courseTitle));
}

const placeOf = ({ personId, courseId, level }: Omit<Accreditation, 'state'>) =>
  `${personId} ${courseId} ${level}`;

/** The last word on each accreditation until a day, but for signatures. */
function readLastWords(
  db: ReadableDb,
  personIds: readonly PersonId[],
  today: CalendarDate,
): Map<string, SaidWord> {
  const rows = all<Omit<Accreditation, 'state'> & Omit<SaidWord, 'accreditedBy'> & { by: PersonId | null }>(
    db,
    `SELECT person_id AS personId, course_id AS courseId, level, word, said_on AS "on", reason, accredited_by AS by
     FROM accreditation_word
     WHERE person_id IN (SELECT value FROM json_each(?)) AND said_on <= ? AND word <> 'agreementSigned'
       AND deleted_at IS NULL
     ORDER BY said_on, created_at, id`,
    JSON.stringify(personIds),
    today,
  );
  const last = new Map(rows.map((row) => [placeOf(row), row]));
  const names = readNames(db, new Set([...last.values()].flatMap(({ by }) => by ?? [])));
  return new Map(
    [...last].map(([place, { word, on, reason, by }]) => [
      place,
      { word, on, reason, accreditedBy: by === null ? null : (names.get(by) ?? null) },
    ]),
  );
}

/** Surnames first, by id; of whoever was deleted nothing. */
export function readNames(db: ReadableDb, ids: ReadonlySet<PersonId>): Map<PersonId, string> {
  const rows = all<PersonName & { id: PersonId }>(
    db,
    `SELECT id, given_names AS givenNames, paternal_surname AS paternalSurname, maternal_surname AS maternalSurname,
       married_surname AS marriedSurname
     FROM person WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL`,
    JSON.stringify([...ids]),
  );
  return new Map(rows.map((row) => [row.id, surnamesFirst(row)]));
}

/** What is to be said of somebody's accreditation. */
export interface NewAccreditationWord extends Pick<AccreditationRule, 'courseId' | 'level'> {
  readonly personId: PersonId;
  readonly word: AccreditationWord;
  readonly on: CalendarDate;
  /** The master trainer who accredits or renews; null: the coordinator, who says why. */
  readonly accreditedBy: PersonId | null;
  readonly reason: string | null;
  /** Of the user who writes it down. */
  readonly role: Role;
}

/**
 * Writes down a word. Accrediting and renewing is for a master trainer of the course, or for a coordinator with a
 * reason; suspending and lifting for a coordinator with a reason. Refuses NOT_FOUND (person or course), and says what
 * is lacking: NOT_MASTER_TRAINER, COORDINATOR_NEEDED, REASON_NEEDED.
 */
export function sayAccreditation(
  writer: Writer,
  said: NewAccreditationWord,
): null | Refusal<'NOT_FOUND' | 'NOT_MASTER_TRAINER' | 'COORDINATOR_NEEDED' | 'REASON_NEEDED'> {
  return inTransaction(writer.db, () => {
    const { db } = writer;
    const course = findRow(db, 'SELECT 1 FROM course WHERE id = ? AND deleted_at IS NULL', said.courseId);
    if (course === undefined || !isPerson(db, said.personId)) return refuse('NOT_FOUND');
    const obstacle = findObstacle(writer, said);
    if (obstacle !== null) return obstacle;
    insertRow(writer, 'accreditation_word', {
      id: writer.newId(),
      person_id: said.personId,
      course_id: said.courseId,
      level: said.level,
      word: said.word,
      said_on: said.on,
      accredited_by: said.accreditedBy,
      reason: said.reason,
    });
    return null;
  });
}

function findObstacle(
  { db, now }: Writer,
  { word, courseId, accreditedBy, personId, reason, role }: NewAccreditationWord,
): Refusal<'NOT_MASTER_TRAINER' | 'COORDINATOR_NEEDED' | 'REASON_NEEDED'> | null {
  if (word === 'agreementSigned') return null;
  if (accreditedBy !== null) {
    const isMaster =
      accreditedBy !== personId &&
      listAccreditations(db, { courseId }, dayInBolivia(now())).some(
        (each) =>
          each.personId === accreditedBy && each.level === 'masterTrainer' && mayLead(each.state.status),
      );
    return isMaster ? null : refuse('NOT_MASTER_TRAINER');
  }
  if (role !== 'coordinator') return refuse('COORDINATOR_NEEDED');
  return reason === null ? refuse('REASON_NEEDED') : null;
}

function isPerson(db: ReadableDb, id: PersonId): boolean {
  return findRow(db, 'SELECT 1 FROM person WHERE id = ? AND deleted_at IS NULL', id) !== undefined;
}
