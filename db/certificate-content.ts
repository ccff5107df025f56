import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Certificate, CertificateKind } from '../domain/certificate.ts';
import type { Enrolment } from '../domain/enrolment.ts';
import { computeValidUntil } from '../domain/certificate-facts.ts';
import { formatIdentityCard } from '../domain/identity-card.ts';
import type { CertificateId, EditionId } from '../domain/ids.ts';
import { fullName, surnamesFirst } from '../domain/person-name.ts';
import { findRow, type ReadableDb } from './database.ts';
import { findOfficeLogo, getOffice } from './office.ts';

/** What all certificates of one edition say alike when they are issued on one day. */
type CommonContent = Pick<
  Certificate,
  | 'editionId'
  | 'courseCode'
  | 'courseTitle'
  | 'editionCode'
  | 'hours'
  | 'startsOn'
  | 'endsOn'
  | 'place'
  | 'officeName'
  | 'municipality'
  | 'municipalityCode'
  | 'signatories'
  | 'issuedOn'
  | 'validUntil'
>;

interface EditionOfCourseRow {
  code: string;
  place: string;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  course_code: string;
  course_title: string;
  hours: number;
  validity_months: number | null;
}

/** Reads from course, edition and office what a certificate copies of them, or null where there is no such edition. */
export function findCommonContent(
  db: ReadableDb,
  editionId: EditionId,
  issuedOn: CalendarDate,
): { content: CommonContent; logoId: string | null } | null {
  const edition = findRow<EditionOfCourseRow>(
    db,
    `SELECT e.code, e.place, e.starts_on, e.ends_on, c.code AS course_code, c.title AS course_title, c.hours,
       c.validity_months
     FROM edition e JOIN edition_course c ON c.edition_id = e.id WHERE e.id = ? AND e.deleted_at IS NULL`,
    editionId,
  );
  if (edition === undefined) return null;
  const office = getOffice(db);
  const content = {
    editionId,
    courseCode: edition.course_code,
    courseTitle: edition.course_title,
    editionCode: edition.code,
    hours: edition.hours,
    startsOn: edition.starts_on,
    endsOn: edition.ends_on,
    place: edition.place,
    officeName: office.name,
    municipality: office.municipality,
    municipalityCode: office.municipalityCode,
    signatories: office.signatories.map(({ name, position }) => ({ name, position })),
    issuedOn,
    validUntil: computeValidUntil(issuedOn, edition.validity_months),
  };
  return { content, logoId: findOfficeLogo(db)?.id ?? null };
}

/** A person's own part of a certificate. */
interface PersonalContent {
  id: CertificateId;
  folio: string;
  kind: CertificateKind;
  enrolment: Enrolment;
  /** The final grade; it is printed on certificates of approval only. */
  grade: number | null;
  replacesFolio: string | null;
}

/** Joins what all have in common with what is a person's own: the record as it will be frozen, before its seal. */
export function composeCertificate(common: CommonContent, own: PersonalContent): Omit<Certificate, 'seal'> {
  const { enrolment } = own;
  return {
    ...common,
    id: own.id,
    folio: own.folio,
    kind: own.kind,
    personId: enrolment.personId,
    enrolmentId: enrolment.id,
    personName: fullName(enrolment),
    personSortName: surnamesFirst(enrolment),
    identityCard: printIdentityCard(enrolment),
    grade: own.kind === 'approval' ? own.grade : null,
    replacesFolio: own.replacesFolio,
    revokedOn: null,
    revokedReason: null,
  };
}

function printIdentityCard({ idNumber, idComplement, idIssuedIn }: Enrolment): string | null {
  const printed = formatIdentityCard({ number: idNumber, complement: idComplement, issuedIn: idIssuedIn });
  return printed === '' ? null : printed;
}
