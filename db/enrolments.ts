import { toInstant } from '../domain/calendar-date.ts';
import type { Enrolment, EnrolmentStatus } from '../domain/enrolment.ts';
import type { IssuedIn } from '../domain/identity-card.ts';
import type { EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { type EditionAttendance, findAttendance, getShare } from './attendance.ts';
import { all, type ReadableDb } from './database.ts';

interface EnrolmentRow {
  id: EnrolmentId;
  edition_id: EditionId;
  person_id: PersonId;
  status: EnrolmentStatus;
  enrolled_at: number;
  withdrawn_reason: string | null;
  exception_reason: string | null;
  given_names: string;
  paternal_surname: string | null;
  maternal_surname: string | null;
  married_surname: string | null;
  id_number: string | null;
  id_complement: string | null;
  id_issued_in: IssuedIn | null;
  phone: string | null;
  community: string | null;
}

function rowToEnrolment(
  row: EnrolmentRow,
  attendance: EditionAttendance,
  waitingPosition: number | null,
): Enrolment {
  return {
    id: row.id,
    editionId: row.edition_id,
    personId: row.person_id,
    status: row.status,
    enrolledAt: toInstant(row.enrolled_at),
    waitingPosition,
    withdrawnReason: row.withdrawn_reason,
    exceptionReason: row.exception_reason,
    givenNames: row.given_names,
    paternalSurname: row.paternal_surname,
    maternalSurname: row.maternal_surname,
    marriedSurname: row.married_surname,
    idNumber: row.id_number,
    idComplement: row.id_complement,
    idIssuedIn: row.id_issued_in,
    phone: row.phone,
    community: row.community,
    share: getShare(attendance, row.id),
  };
}

/**
 * Everyone of an edition sorted by surname, withdrawn people among them; the waiting list at the end in its own
 * order. Empty where there is no such edition. `attendance` spares loading it anew.
 */
export function listEnrolments(
  db: ReadableDb,
  editionId: EditionId,
  attendance: EditionAttendance | null = findAttendance(db, editionId),
): Enrolment[] {
  if (attendance === null) return [];
  const rows = all<EnrolmentRow>(
    db,
    `SELECT e.id, e.edition_id, e.person_id, e.status, e.enrolled_at, e.withdrawn_reason, e.exception_reason,
       p.given_names, p.paternal_surname, p.maternal_surname, p.married_surname, p.id_number, p.id_complement,
       p.id_issued_in, p.phone, p.community
     FROM enrolment e JOIN person p ON p.id = e.person_id
     WHERE e.edition_id = ? AND e.deleted_at IS NULL
     ORDER BY e.status = 'waiting', CASE e.status WHEN 'waiting' THEN e.enrolled_at END,
       CASE e.status WHEN 'waiting' THEN e.id END, p.sort_name, e.id`,
    editionId,
  );
  let waiting = 0;
  return rows.map((row) => {
    if (row.status === 'waiting') waiting += 1;
    return rowToEnrolment(row, attendance, row.status === 'waiting' ? waiting : null);
  });
}
