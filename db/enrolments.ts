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
  prerequisite_reason: string | null;
  from_edition_id: EditionId | null;
  from_code: string | null;
  given_names: string;
  paternal_surname: string | null;
  maternal_surname: string | null;
  married_surname: string | null;
  id_number: string | null;
  id_complement: string | null;
  id_issued_in: IssuedIn | null;
  phone: string | null;
  community: string | null;
  organisation_name: string | null;
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
    prerequisiteReason: row.prerequisite_reason,
    transferredFrom:
      row.from_edition_id === null || row.from_code === null
        ? null
        : { editionId: row.from_edition_id, editionCode: row.from_code },
    givenNames: row.given_names,
    paternalSurname: row.paternal_surname,
    maternalSurname: row.maternal_surname,
    marriedSurname: row.married_surname,
    idNumber: row.id_number,
    idComplement: row.id_complement,
    idIssuedIn: row.id_issued_in,
    phone: row.phone,
    community: row.community,
    organisationName: row.organisation_name,
    share: getShare(attendance, row.id),
  };
}

/**
 * Everyone of an edition sorted by surname, withdrawn people among them; at the end the waiting list and then the
 * requests, each in its own order. Empty where there is no such edition. `attendance` spares loading it anew.
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
       e.prerequisite_reason, f.edition_id AS from_edition_id, fe.code AS from_code, o.name AS organisation_name,
       p.given_names, p.paternal_surname, p.maternal_surname, p.married_surname, p.id_number, p.id_complement,
       p.id_issued_in, p.phone, p.community
     FROM enrolment e JOIN person p ON p.id = e.person_id
     LEFT JOIN organisation o ON o.id = p.organisation_id AND o.deleted_at IS NULL
     LEFT JOIN enrolment f ON f.id = e.transferred_from LEFT JOIN edition fe ON fe.id = f.edition_id
     WHERE e.edition_id = ? AND e.deleted_at IS NULL
     ORDER BY CASE e.status WHEN 'waiting' THEN 1 WHEN 'requested' THEN 2 ELSE 0 END,
       CASE WHEN e.status IN ('waiting', 'requested') THEN e.enrolled_at END,
       CASE WHEN e.status IN ('waiting', 'requested') THEN e.id END, p.sort_name, e.id`,
    editionId,
  );
  let waiting = 0;
  return rows.map((row) => {
    if (row.status === 'waiting') waiting += 1;
    return rowToEnrolment(row, attendance, row.status === 'waiting' ? waiting : null);
  });
}
