import type { CalendarDate } from '../domain/calendar-date.ts';
import type { Certificate, CertificateKind } from '../domain/certificate.ts';
import type { Folio } from '../domain/folio.ts';
import type { CertificateId, EditionId, EnrolmentId, PersonId } from '../domain/ids.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { foldText } from '../domain/text.ts';
import { all, getNumber, type ReadableDb } from './database.ts';
import { type OwnEditions, toJson } from './own-editions.ts';

interface CertificateRow {
  id: CertificateId;
  folio: string;
  kind: CertificateKind;
  person_id: PersonId;
  enrolment_id: EnrolmentId;
  edition_id: EditionId;
  person_name: string;
  person_sort_name: string;
  identity_card: string | null;
  course_code: string;
  course_title: string;
  edition_code: string;
  hours: number;
  starts_on: CalendarDate;
  ends_on: CalendarDate;
  place: string;
  office_name: string;
  municipality: string;
  municipality_code: string;
  grade: number | null;
  issued_on: CalendarDate;
  valid_until: CalendarDate | null;
  seal: string;
  replaces_folio: string | null;
  revoked_on: CalendarDate | null;
  revoked_reason: string | null;
}

type SignatoryOfCertificate = Certificate['signatories'][number];

function rowToCertificate(row: CertificateRow, signatories: SignatoryOfCertificate[]): Certificate {
  return {
    id: row.id,
    folio: row.folio,
    kind: row.kind,
    personId: row.person_id,
    enrolmentId: row.enrolment_id,
    editionId: row.edition_id,
    personName: row.person_name,
    personSortName: row.person_sort_name,
    identityCard: row.identity_card,
    courseCode: row.course_code,
    courseTitle: row.course_title,
    editionCode: row.edition_code,
    hours: row.hours,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    place: row.place,
    officeName: row.office_name,
    municipality: row.municipality,
    municipalityCode: row.municipality_code,
    grade: row.grade,
    signatories,
    issuedOn: row.issued_on,
    validUntil: row.valid_until,
    seal: row.seal,
    replacesFolio: row.replaces_folio,
    revokedOn: row.revoked_on,
    revokedReason: row.revoked_reason,
  };
}

/** Adds to rows those who signed, of one query. */
function withSignatories(db: ReadableDb, rows: readonly CertificateRow[]): Certificate[] {
  const signatories = all<SignatoryOfCertificate & { certificate_id: CertificateId }>(
    db,
    `SELECT certificate_id, name, position FROM certificate_signatory
     WHERE certificate_id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY certificate_id, position_in_list`,
    JSON.stringify(rows.map(({ id }) => id)),
  );
  const byCertificate = Map.groupBy(signatories, ({ certificate_id }) => certificate_id);
  return rows.map((row) =>
    rowToCertificate(
      row,
      (byCertificate.get(row.id) ?? []).map(({ name, position }) => ({ name, position })),
    ),
  );
}

/** A certificate, or null where there is none. */
export function findCertificate(db: ReadableDb, id: CertificateId): Certificate | null {
  const sql = 'SELECT * FROM certificate WHERE id = ? AND deleted_at IS NULL';
  return withSignatories(db, all<CertificateRow>(db, sql, id))[0] ?? null;
}

/** A certificate; refuses NOT_FOUND. */
export function getCertificate(
  db: ReadableDb,
  { id }: { id: CertificateId },
): Certificate | Refusal<'NOT_FOUND'> {
  return findCertificate(db, id) ?? refuse('NOT_FOUND');
}

/** The certificate with a folio, revoked or not, or null where the register has no such folio. */
export function findCertificateByFolio(db: ReadableDb, { series, year, number }: Folio): Certificate | null {
  const sql = 'SELECT * FROM certificate WHERE series = ? AND year = ? AND number = ? AND deleted_at IS NULL';
  return withSignatories(db, all<CertificateRow>(db, sql, series, year, number))[0] ?? null;
}

/** The certificates of an edition that were not revoked, in the order of their folios. */
export function listEditionCertificates(db: ReadableDb, editionId: EditionId): Certificate[] {
  const rows = all<CertificateRow>(
    db,
    `SELECT * FROM certificate WHERE edition_id = ? AND revoked_on IS NULL AND deleted_at IS NULL
     ORDER BY year, series, number`,
    editionId,
  );
  return withSignatories(db, rows);
}

/** The certificates with the given ids, revoked ones too, in the order of their folios. */
export function listCertificatesById(db: ReadableDb, ids: readonly CertificateId[]): Certificate[] {
  const rows = all<CertificateRow>(
    db,
    `SELECT * FROM certificate WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
     ORDER BY year, series, number`,
    JSON.stringify(ids),
  );
  return withSignatories(db, rows);
}

/**
 * The whole register of an edition or a year (null: of all), revoked ones too, in the order of the folios, as far as
 * it is of one's own editions.
 */
export function listRegisterEntries(
  db: ReadableDb,
  { editionId, year }: { editionId: EditionId | null; year: number | null },
  own: OwnEditions = null,
): Certificate[] {
  const rows = all<CertificateRow>(
    db,
    `SELECT * FROM certificate
      WHERE coalesce(edition_id = @editionId, TRUE) AND coalesce(year = @year, TRUE) AND deleted_at IS NULL
        AND (@own IS NULL OR edition_id IN (SELECT value FROM json_each(@own)))
      ORDER BY year, series, number`,
    { editionId, year, own: toJson(own) },
  );
  return withSignatories(db, rows);
}

interface RegisterQuery {
  /** Every word of it is part of a name or a folio, whatever the case and accents; '' finds all. */
  text: string;
  editionId: EditionId | null;
  offset: number;
  limit: number;
}

/** A page of the register, newest folio first, and how many there are in all, as far as of one's own editions. */
export function listRegister(
  db: ReadableDb,
  { text, editionId, offset, limit }: RegisterQuery,
  own: OwnEditions = null,
): { total: number; rows: Certificate[] } {
  const words = foldText(text)
    .split(' ')
    .filter((word) => word !== '');
  const conditions = [
    'deleted_at IS NULL',
    ...(editionId === null ? [] : ['edition_id = ?']),
    ...(own === null ? [] : ['edition_id IN (SELECT value FROM json_each(?))']),
    ...words.map(() => 'instr(search_text, ?) > 0'),
  ];
  const from = `FROM certificate WHERE ${conditions.join(' AND ')}`;
  const parameters = [editionId, toJson(own)].filter((value) => value !== null).concat(words);
  const ids = all<{ id: CertificateId }>(
    db,
    `SELECT id ${from} ORDER BY issued_on DESC, series DESC, number DESC LIMIT ? OFFSET ?`,
    ...parameters,
    limit,
    offset,
  );
  const rows = listCertificatesById(
    db,
    ids.map(({ id }) => id),
  );
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return {
    total: getNumber(db, `SELECT count(*) ${from}`, ...parameters),
    rows: ids.map(({ id }) => rowById.get(id)).filter((row) => row !== undefined),
  };
}

/** What a text search of the register looks in. */
export function toSearchText(personName: string, folio: string): string {
  return foldText(`${personName} ${folio}`);
}

/** How the enrolments of an edition stand in the register. */
interface IssuedFolios {
  /** The folio of the certificate that holds. */
  validByEnrolment: ReadonlyMap<EnrolmentId, string>;
  /** The folio of the last one that was revoked. */
  revokedByEnrolment: ReadonlyMap<EnrolmentId, string>;
}

/** The folios issued so far to the people of an edition. */
export function listIssuedFolios(db: ReadableDb, editionId: EditionId): IssuedFolios {
  const rows = all<{ enrolment_id: EnrolmentId; folio: string; revoked_on: string | null }>(
    db,
    `SELECT enrolment_id, folio, revoked_on FROM certificate WHERE edition_id = ? AND deleted_at IS NULL
     ORDER BY issued_on, year, series, number`,
    editionId,
  );
  const foliosOf = (isRevoked: boolean) =>
    new Map(
      rows
        .filter((row) => (row.revoked_on !== null) === isRevoked)
        .map((row) => [row.enrolment_id, row.folio] as const),
    );
  return { validByEnrolment: foliosOf(false), revokedByEnrolment: foliosOf(true) };
}
