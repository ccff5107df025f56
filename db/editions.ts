import type { CalendarDate } from '../domain/calendar-date.ts';
import type {
  Edition,
  EditionDraft,
  EditionStatus,
  EditionSummary,
  Seats,
  TrainerAssignment,
} from '../domain/edition.ts';
import type { CourseId, EditionId, PersonId } from '../domain/ids.ts';
import type { LeadObstacle } from '../domain/leading.ts';
import type { AttendancePolicy } from '../domain/office.ts';
import { fullName, type PersonName } from '../domain/person-name.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import type { Role } from '../domain/role.ts';
import {
  all,
  deleteRow,
  findRow,
  getNumber,
  inTransaction,
  insertRow,
  type ReadableDb,
  type SqlRow,
  updateRow,
  upsertRow,
  type Writer,
} from './database.ts';
import { keepCourse } from './edition-course.ts';
import { findObstacle } from './edition-status.ts';
import { createDefaultAssessments, listAssessments } from './grades.ts';
import { requireJustWritten } from './just-written.ts';
import { settleLeadWords } from './lead-obstacles.ts';
import { type OwnEditions, toJson } from './own-editions.ts';
import { fillFreeSeats, getSeats, listSeats } from './seats.ts';

interface EditionRow {
  id: EditionId;
  course_id: CourseId;
  code: string;
  status: EditionStatus;
  place: string;
  room: string | null;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  capacity: number;
  lates_per_absence: number | null;
  leave_policy: AttendancePolicy['leave'];
  notes: string | null;
  course_title: string;
  course_code: string;
  hours: number;
  minimum_attendance: number;
  pass_mark: number | null;
}

const editionQuery = `SELECT e.id, e.course_id, e.code, e.status, e.place, e.room, e.starts_on, e.ends_on, e.capacity,
    e.lates_per_absence, e.leave_policy, e.notes, c.title AS course_title, c.code AS course_code, c.hours,
    c.minimum_attendance, c.pass_mark
  FROM edition e JOIN edition_course c ON c.edition_id = e.id WHERE e.deleted_at IS NULL`;

function rowToEdition(
  row: EditionRow,
  more: Pick<Edition, 'trainers' | 'seats' | 'sessionCount' | 'certificateCount'>,
): Edition {
  return {
    id: row.id,
    courseId: row.course_id,
    code: row.code,
    status: row.status,
    place: row.place,
    room: row.room,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    capacity: row.capacity,
    attendancePolicy: { latesPerAbsence: row.lates_per_absence, leave: row.leave_policy },
    notes: row.notes,
    courseTitle: row.course_title,
    courseCode: row.course_code,
    hours: row.hours,
    minimumAttendance: row.minimum_attendance,
    passMark: row.pass_mark,
    ...more,
  };
}

function rowToEditionSummary(row: EditionRow, seats: Seats, sessionCount: number): EditionSummary {
  return {
    id: row.id,
    code: row.code,
    courseId: row.course_id,
    courseTitle: row.course_title,
    status: row.status,
    place: row.place,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    seats,
    sessionCount,
  };
}

/** One's own editions, those of a course or of some statuses, newest first. `sessionCount` leaves out cancelled sessions. */
export function listEditions(
  db: ReadableDb,
  { courseId, statuses = null }: { courseId: CourseId | null; statuses?: readonly EditionStatus[] | null },
  own: OwnEditions = null,
): EditionSummary[] {
  const rows = all<EditionRow>(
    db,
    `${editionQuery} AND (@courseId IS NULL OR e.course_id = @courseId)
       AND (@own IS NULL OR e.id IN (SELECT value FROM json_each(@own)))
       AND (@statuses IS NULL OR e.status IN (SELECT value FROM json_each(@statuses)))
     ORDER BY e.starts_on DESC, e.code DESC`,
    { courseId, own: toJson(own), statuses: statuses === null ? null : JSON.stringify(statuses) },
  );
  const seatsByEdition = listSeats(db, new Map(rows.map(({ id, capacity }) => [id, capacity])));
  const sessionCounts = all<{ edition_id: EditionId; count: number }>(
    db,
    `SELECT edition_id, count(*) AS count FROM session
     WHERE edition_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL AND state <> 'cancelled'
     GROUP BY edition_id`,
    JSON.stringify(rows.map(({ id }) => id)),
  );
  const sessionsByEdition = new Map(sessionCounts.map(({ edition_id, count }) => [edition_id, count]));
  return rows.map((row) => {
    const seats = seatsByEdition.get(row.id);
    if (seats === undefined) throw new Error(`no seats were counted for edition ${row.id}`);
    return rowToEditionSummary(row, seats, sessionsByEdition.get(row.id) ?? 0);
  });
}

/** One edition with its trainers, seats and counts, or null where there is none. */
export function findEdition(db: ReadableDb, editionId: EditionId): Edition | null {
  const row = findRow<EditionRow>(db, `${editionQuery} AND e.id = ?`, editionId);
  if (row === undefined) return null;
  return rowToEdition(row, {
    trainers: listTrainers(db, editionId),
    seats: getSeats(db, editionId),
    sessionCount: countSessions(db, editionId),
    certificateCount: countCertificates(db, editionId),
  });
}

/** One edition; refuses NOT_FOUND. */
export function getEdition(
  db: ReadableDb,
  { editionId }: { editionId: EditionId },
): Edition | Refusal<'NOT_FOUND'> {
  return findEdition(db, editionId) ?? refuse('NOT_FOUND');
}

function listTrainers(db: ReadableDb, editionId: EditionId): TrainerAssignment[] {
  const rows = all<PersonName & Omit<TrainerAssignment, 'name'>>(
    db,
    `SELECT t.person_id AS personId, t.role, t.exception_reason AS exceptionReason, p.given_names AS givenNames, p.paternal_surname AS paternalSurname,
       p.maternal_surname AS maternalSurname, p.married_surname AS marriedSurname
     FROM trainer_assignment t JOIN person p ON p.id = t.person_id
     WHERE t.edition_id = ? AND t.deleted_at IS NULL ORDER BY t.role <> 'lead', p.sort_name, p.id`,
    editionId,
  );
  return rows.map((row) => ({
    personId: row.personId,
    role: row.role,
    exceptionReason: row.exceptionReason,
    name: fullName(row),
  }));
}

/** How many sessions of an edition were not cancelled. */
export function countSessions(db: ReadableDb, editionId: EditionId): number {
  return getNumber(
    db,
    `SELECT count(*) FROM session WHERE edition_id = ? AND state <> 'cancelled' AND deleted_at IS NULL`,
    editionId,
  );
}

/** How many certificates of an edition hold, revoked ones left out. */
export function countCertificates(db: ReadableDb, editionId: EditionId): number {
  return getNumber(
    db,
    `SELECT count(*) FROM certificate WHERE edition_id = ? AND revoked_on IS NULL AND deleted_at IS NULL`,
    editionId,
  );
}

/**
 * A free code for the next edition of a course: the course's code, the year, and the number after the highest one in
 * use ('PAN-2026-02'), those of deleted editions included. Refuses NOT_FOUND.
 */
export function suggestEditionCode(
  db: ReadableDb,
  { courseId }: { courseId: CourseId },
  today: CalendarDate,
): string | Refusal<'NOT_FOUND'> {
  const course = findRow<{ code: string }>(
    db,
    'SELECT code FROM course WHERE id = ? AND deleted_at IS NULL',
    courseId,
  );
  if (course === undefined) return refuse('NOT_FOUND');
  const beginning = `${course.code}-${today.slice(0, 4)}-`;
  const codes = all<{ code: string }>(db, 'SELECT code FROM edition');
  const numbers = codes
    .filter(({ code }) => code.toUpperCase().startsWith(beginning.toUpperCase()))
    .map(({ code }) => Number(/^\d{1,6}$/.exec(code.slice(beginning.length))?.[0] ?? 0));
  return `${beginning}${String(Math.max(0, ...numbers) + 1).padStart(2, '0')}`;
}

type DraftRefusal =
  Refusal<'NOT_FOUND'> | Refusal<'CODE_TAKEN'> | Refusal<'LEAD_NOT_ACCREDITED', LeadObstacle>;

/**
 * Makes a planned edition; one of a graded course starts with the default assessments. Refuses NOT_FOUND (course or
 * a trainer), CODE_TAKEN, and LEAD_NOT_ACCREDITED with who and why; `role`, of whoever makes it, says whose word for
 * such a lead counts.
 */
export function createEdition(
  writer: Writer,
  draft: EditionDraft,
  role: Role = 'registrar',
): Edition | DraftRefusal {
  return inTransaction(writer.db, () => {
    const refusal = refuseDraft(writer.db, draft, null);
    if (refusal !== null) return refusal;
    const words = settleLeadWords(writer, draft, { before: null, role });
    if (isRefusal(words)) return words;
    const id = writer.newId() as EditionId;
    insertRow(writer, 'edition', { id, status: 'planned', closed_at: null, ...draftToRow(draft) });
    setTrainers(writer, id, draft, words);
    assessGradedEdition(writer, id);
    return requireJustWritten(findEdition(writer.db, id));
  });
}

/**
 * Changes an edition; people move up from the waiting list if there are more seats now, and nobody loses one if there
 * are fewer. Refuses NOT_FOUND, CODE_TAKEN, EDITION_CLOSED, and, of whoever was not lead before, LEAD_NOT_ACCREDITED.
 */
export function updateEdition(
  writer: Writer,
  { editionId, draft }: { editionId: EditionId; draft: EditionDraft },
  role: Role = 'registrar',
): Edition | DraftRefusal | Refusal<'EDITION_CLOSED'> {
  return inTransaction(writer.db, () => {
    const refusal = findObstacle(writer.db, editionId) ?? refuseDraft(writer.db, draft, editionId);
    if (refusal !== null) return refusal;
    const before = requireJustWritten(findEdition(writer.db, editionId));
    const words = settleLeadWords(writer, draft, { before, role });
    if (isRefusal(words)) return words;
    updateRow(writer, 'edition', { id: editionId }, draftToRow(draft));
    setTrainers(writer, editionId, draft, words);
    if (before.courseId !== draft.courseId) followNewCourse(writer, before);
    fillFreeSeats(writer, editionId);
    return requireJustWritten(findEdition(writer.db, editionId));
  });
}

function draftToRow(draft: EditionDraft): SqlRow {
  return {
    course_id: draft.courseId,
    code: draft.code,
    place: draft.place,
    room: draft.room,
    starts_on: draft.startsOn,
    ends_on: draft.endsOn,
    capacity: draft.capacity,
    lates_per_absence: draft.attendancePolicy.latesPerAbsence,
    leave_policy: draft.attendancePolicy.leave,
    notes: draft.notes,
  };
}

function refuseDraft(db: ReadableDb, draft: EditionDraft, ownId: EditionId | null): DraftRefusal | null {
  const course = findRow(db, 'SELECT 1 FROM course WHERE id = ? AND deleted_at IS NULL', draft.courseId);
  if (course === undefined) return refuse('NOT_FOUND');
  const trainerIds = [...new Set(draft.trainers.map(({ personId }) => personId))];
  const known = getNumber(
    db,
    'SELECT count(*) FROM person WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL',
    JSON.stringify(trainerIds),
  );
  if (known < trainerIds.length) return refuse('NOT_FOUND');
  const taken = findRow(
    db,
    'SELECT 1 FROM edition WHERE code = ? COLLATE NOCASE AND id IS NOT ? AND deleted_at IS NULL',
    draft.code,
    ownId,
  );
  return taken === undefined ? null : refuse('CODE_TAKEN');
}

/** Makes the trainers of an edition those of a draft; assignments that stay as they are are not written again. */
function setTrainers(
  writer: Writer,
  editionId: EditionId,
  { trainers }: EditionDraft,
  words: ReadonlyMap<PersonId, string>,
): void {
  const before = new Map(listTrainers(writer.db, editionId).map((one) => [one.personId, one]));
  const roleByPerson = new Map(trainers.map(({ personId, role }) => [personId, role]));
  const keyOf = (personId: PersonId) => ({ edition_id: editionId, person_id: personId });
  for (const personId of before.keys()) {
    if (!roleByPerson.has(personId)) deleteRow(writer, 'trainer_assignment', keyOf(personId));
  }
  for (const [personId, role] of roleByPerson) {
    const reason = words.get(personId) ?? null;
    const stored = before.get(personId);
    if (stored?.role === role && stored.exceptionReason === reason) continue;
    upsertRow(writer, 'trainer_assignment', keyOf(personId), { role, exception_reason: reason });
  }
}

/** Sessions teach no modules of a course that is not theirs any more. */
function followNewCourse(writer: Writer, { id: editionId, status }: Edition): void {
  if (status === 'running') keepCourse(writer, editionId);
  updateRow(writer, 'session', { edition_id: editionId }, { module_id: null });
  assessGradedEdition(writer, editionId);
}

/** An edition of a graded course has assessments from the beginning. */
function assessGradedEdition(writer: Writer, editionId: EditionId): void {
  const isGraded = findEdition(writer.db, editionId)?.passMark !== null;
  if (isGraded && listAssessments(writer.db, editionId).length === 0)
    createDefaultAssessments(writer, editionId);
}
