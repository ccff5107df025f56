import type { AttendanceMark } from '../domain/attendance.ts';
import type { CalendarDate } from '../domain/calendar-date.ts';
import type { CertificateKind } from '../domain/certificate.ts';
import type { EnrolmentId, PersonId } from '../domain/ids.ts';
import type { Role } from '../domain/role.ts';
import { all, getNumber, type ReadableDb } from './database.ts';

/** What is kept of an enrolment beside what a person's page tells of it. Moments in milliseconds since 1970. */
export interface RecordedEnrolment {
  readonly id: EnrolmentId;
  readonly place: string;
  readonly endsOn: CalendarDate;
  readonly enrolledAt: number;
  readonly exceptionReason: string | null;
  readonly prerequisiteReason: string | null;
  readonly marks: readonly { date: CalendarDate; mark: AttendanceMark }[];
  readonly scores: readonly { title: string; score: number }[];
}

/** The enrolments of a person that were not taken out, with every mark and score. */
export function listRecordedEnrolments(db: ReadableDb, personId: PersonId): RecordedEnrolment[] {
  const enrolments = all<Omit<RecordedEnrolment, 'marks' | 'scores'>>(
    db,
    `SELECT n.id, e.place, e.ends_on AS endsOn, n.enrolled_at AS enrolledAt, n.exception_reason AS exceptionReason,
       n.prerequisite_reason AS prerequisiteReason
     FROM enrolment n JOIN edition e ON e.id = n.edition_id WHERE n.person_id = ? AND n.deleted_at IS NULL`,
    personId,
  );
  const marks = all<{ id: EnrolmentId; date: CalendarDate; mark: AttendanceMark }>(
    db,
    `SELECT m.enrolment_id AS id, s.date, m.mark FROM enrolment n JOIN attendance_mark m ON m.enrolment_id = n.id
       JOIN session s ON s.id = m.session_id
     WHERE n.person_id = ? AND m.deleted_at IS NULL ORDER BY s.date, s.starts_at, s.id`,
    personId,
  );
  const scores = all<{ id: EnrolmentId; title: string; score: number }>(
    db,
    `SELECT g.enrolment_id AS id, a.title, g.score FROM enrolment n JOIN grade g ON g.enrolment_id = n.id
       JOIN assessment a ON a.id = g.assessment_id
     WHERE n.person_id = ? AND g.deleted_at IS NULL ORDER BY a.position_in_list, a.id`,
    personId,
  );
  const marksById = Map.groupBy(marks, ({ id }) => id);
  const scoresById = Map.groupBy(scores, ({ id }) => id);
  return enrolments.map((enrolment) => ({
    ...enrolment,
    marks: marksById.get(enrolment.id) ?? [],
    scores: scoresById.get(enrolment.id) ?? [],
  }));
}

/** Why somebody was let lead an edition, by its id. */
export function listLeadReasons(db: ReadableDb, personId: PersonId): Map<string, string> {
  const rows = all<{ edition_id: string; exception_reason: string }>(
    db,
    `SELECT edition_id, exception_reason FROM trainer_assignment
     WHERE person_id = ? AND exception_reason IS NOT NULL AND deleted_at IS NULL`,
    personId,
  );
  return new Map(rows.map((row) => [row.edition_id, row.exception_reason]));
}

/** What a certificate says of the person, as it was printed. */
export interface RecordedCertificate {
  readonly folio: string;
  readonly kind: CertificateKind;
  readonly personName: string;
  readonly identityCard: string | null;
  readonly courseTitle: string;
  readonly editionCode: string;
  readonly grade: number | null;
  readonly issuedOn: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly replacesFolio: string | null;
  readonly revokedOn: CalendarDate | null;
  readonly revokedReason: string | null;
}

/** Every certificate of a person, revoked ones too. */
export function listRecordedCertificates(db: ReadableDb, personId: PersonId): RecordedCertificate[] {
  return all<RecordedCertificate>(
    db,
    `SELECT folio, kind, person_name AS personName, identity_card AS identityCard, course_title AS courseTitle,
       edition_code AS editionCode, grade, issued_on AS issuedOn, valid_until AS validUntil,
       replaces_folio AS replacesFolio, revoked_on AS revokedOn, revoked_reason AS revokedReason
     FROM certificate WHERE person_id = ? AND deleted_at IS NULL ORDER BY year, series, number`,
    personId,
  );
}

/** The users as whom a person signs in or did. */
export function listRecordedUsers(
  db: ReadableDb,
  personId: PersonId,
): { name: string; role: Role; isActive: number }[] {
  return all(
    db,
    'SELECT name, role, is_active AS isActive FROM user_account WHERE person_id = ? AND deleted_at IS NULL ORDER BY id',
    personId,
  );
}

/** The records that became this person's by merging, directly or one after another. */
export function listMergedIds(db: ReadableDb, personId: PersonId): PersonId[] {
  return all<{ id: PersonId }>(
    db,
    `WITH RECURSIVE record (id) AS (
       SELECT ? UNION SELECT p.id FROM person p JOIN record r ON p.merged_into = r.id)
     SELECT id FROM record`,
    personId,
  )
    .map(({ id }) => id)
    .filter((id) => id !== personId);
}

/** How many rows about a person were taken out of the lists and are still kept. */
export function countTakenOut(db: ReadableDb, personId: PersonId): number {
  return getNumber(
    db,
    `SELECT (SELECT count(*) FROM enrolment WHERE person_id = @id AND deleted_at IS NOT NULL)
       + (SELECT count(*) FROM enterprise WHERE person_id = @id AND deleted_at IS NOT NULL)
       + (SELECT count(*) FROM trainer_assignment WHERE person_id = @id AND deleted_at IS NOT NULL)
       + (SELECT count(*) FROM accreditation_word WHERE person_id = @id AND deleted_at IS NOT NULL)
       + (SELECT count(*) FROM observation WHERE person_id = @id AND deleted_at IS NOT NULL)`,
    { id: personId },
  );
}
