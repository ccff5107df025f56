import {
  type AttendanceMark,
  computeAttendanceShare,
  type CountedSession,
  percentSoFar,
} from '../domain/attendance.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { EditionStatus } from '../domain/edition.ts';
import { type EnrolmentStatus, hasBeenIn } from '../domain/enrolment.ts';
import type { EditionId, EnrolmentId, PersonId, SessionId } from '../domain/ids.ts';
import type { AttendancePolicy } from '../domain/office.ts';
import type { PersonEdition } from '../domain/person.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import { all, findRow, type ReadableDb } from './database.ts';
import { findKeptPersonId } from './merged-people.ts';

interface PersonEditionRow {
  edition_id: EditionId;
  code: string;
  title: string;
  edition_status: EditionStatus;
  starts_on: CalendarDate;
  lates_per_absence: number | null;
  leave_policy: AttendancePolicy['leave'];
  /** Both are null for someone who teaches. */
  enrolment_id: EnrolmentId | null;
  enrolment_status: EnrolmentStatus | null;
}

/** What is known of a person's enrolments beside the editions themselves. */
interface Records {
  sessionsByEdition: ReadonlyMap<EditionId, readonly CountedSession[]>;
  marksByEnrolment: ReadonlyMap<EnrolmentId, readonly { session_id: SessionId; mark: AttendanceMark }[]>;
  foliosByEnrolment: ReadonlyMap<EnrolmentId, readonly { folio: string }[]>;
}

const editionColumns = `e.id AS edition_id, e.code, c.title, e.status AS edition_status, e.starts_on,
  e.lates_per_absence, e.leave_policy`;

/**
 * The editions a person (or who they have become by merging) is enrolled in or teaches, newest first. The percentage is of all sessions not cancelled,
 * null for who never had a seat or teaches; folios are of the certificates that still hold.
 */
export function listPersonEditions(
  db: ReadableDb,
  personId: PersonId,
): PersonEdition[] | Refusal<'NOT_FOUND'> {
  const keptId = findKeptPersonId(db, personId);
  const person = findRow(db, 'SELECT 1 FROM person WHERE id = ? AND deleted_at IS NULL', keptId);
  if (keptId === null || person === undefined) return refuse('NOT_FOUND');
  const records = readRecords(db, keptId);
  return listRows(db, keptId).map((row) => rowToPersonEdition(row, records));
}

function listRows(db: ReadableDb, personId: PersonId): PersonEditionRow[] {
  return all<PersonEditionRow>(
    db,
    `SELECT ${editionColumns}, n.id AS enrolment_id, n.status AS enrolment_status
       FROM enrolment n JOIN edition e ON e.id = n.edition_id JOIN edition_course c ON c.edition_id = e.id
      WHERE n.person_id = ? AND n.deleted_at IS NULL AND e.deleted_at IS NULL
     UNION ALL
     SELECT ${editionColumns}, NULL, NULL
       FROM trainer_assignment t JOIN edition e ON e.id = t.edition_id JOIN edition_course c ON c.edition_id = e.id
      WHERE t.person_id = ? AND t.deleted_at IS NULL AND e.deleted_at IS NULL
      ORDER BY starts_on DESC, edition_id DESC, enrolment_id`,
    personId,
    personId,
  );
}

function readRecords(db: ReadableDb, personId: PersonId): Records {
  const sessions = all<CountedSession & { edition_id: EditionId }>(
    db,
    `SELECT s.edition_id, s.id, s.minutes, s.state FROM session s
      WHERE s.deleted_at IS NULL AND s.edition_id IN (
        SELECT edition_id FROM enrolment WHERE person_id = ? AND deleted_at IS NULL)
      ORDER BY s.date, s.starts_at, s.id`,
    personId,
  );
  const marks = all<{ enrolment_id: EnrolmentId; session_id: SessionId; mark: AttendanceMark }>(
    db,
    `SELECT m.enrolment_id, m.session_id, m.mark
       FROM enrolment n JOIN attendance_mark m ON m.enrolment_id = n.id
      WHERE n.person_id = ? AND n.deleted_at IS NULL AND m.deleted_at IS NULL`,
    personId,
  );
  const certificates = all<{ enrolment_id: EnrolmentId; folio: string }>(
    db,
    `SELECT enrolment_id, folio FROM certificate
      WHERE person_id = ? AND revoked_on IS NULL AND deleted_at IS NULL ORDER BY year, series, number`,
    personId,
  );
  return {
    sessionsByEdition: Map.groupBy(sessions, (session) => session.edition_id),
    marksByEnrolment: Map.groupBy(marks, (mark) => mark.enrolment_id),
    foliosByEnrolment: Map.groupBy(certificates, (certificate) => certificate.enrolment_id),
  };
}

function rowToPersonEdition(row: PersonEditionRow, records: Records): PersonEdition {
  const { enrolment_id: enrolmentId } = row;
  const certificates = enrolmentId === null ? undefined : records.foliosByEnrolment.get(enrolmentId);
  return {
    editionId: row.edition_id,
    editionCode: row.code,
    courseTitle: row.title,
    editionStatus: row.edition_status,
    startsOn: row.starts_on,
    as: enrolmentId === null ? 'trainer' : 'participant',
    enrolmentStatus: row.enrolment_status,
    percentSoFar: enrolmentId === null ? null : computePercent(row, enrolmentId, records),
    folios: (certificates ?? []).map(({ folio }) => folio),
  };
}

function computePercent(row: PersonEditionRow, enrolmentId: EnrolmentId, records: Records): number | null {
  if (row.enrolment_status !== null && !hasBeenIn(row.enrolment_status)) return null;
  const sessions = records.sessionsByEdition.get(row.edition_id) ?? [];
  const marks = records.marksByEnrolment.get(enrolmentId) ?? [];
  const markBySession = new Map(marks.map(({ session_id, mark }) => [session_id, mark]));
  const policy = { latesPerAbsence: row.lates_per_absence, leave: row.leave_policy };
  return percentSoFar(computeAttendanceShare(sessions, markBySession, policy));
}
