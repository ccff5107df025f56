import { type CalendarDate, dayInBolivia } from '../domain/calendar-date.ts';
import type {
  Certificate,
  CertificateCandidate,
  CertificateKind,
  SkipReason,
} from '../domain/certificate.ts';
import { toCertificateFacts } from '../domain/certificate-facts.ts';
import type { CertificateFacts } from '../domain/documents.ts';
import { type Folio, formatFolio } from '../domain/folio.ts';
import type { CertificateId, EditionId, EnrolmentId } from '../domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { listCandidates } from './certificate-candidates.ts';
import { composeCertificate, findCommonContent } from './certificate-content.ts';
import { findCertificate, listIssuedFolios, toSearchText } from './certificates.ts';
import { findRow, inTransaction, insertRow, type ReadableDb, updateRow, type Writer } from './database.ts';
import { findEditionStatus } from './edition-status.ts';
import { takeFolios } from './folios.ts';
import { requireJustWritten } from './just-written.ts';
import { findResults } from './results.ts';

/** Signs what a certificate says; the text of its QR. */
export type Seal = (facts: CertificateFacts) => string;

/** The id of a certificate that is only looked at. */
const draftId = '0'.repeat(22) as CertificateId;

/**
 * What someone's certificate would say if it were issued on a day: with no folio, no seal ('') and no id of its own.
 * Refuses NOT_FOUND.
 */
export function draftCertificate(
  db: ReadableDb,
  { enrolmentId, kind }: { enrolmentId: EnrolmentId; kind: CertificateKind },
  today: CalendarDate,
): Certificate | Refusal<'NOT_FOUND'> {
  const editionId = findEditionOf(db, enrolmentId);
  if (editionId === null) return refuse('NOT_FOUND');
  const compose = prepareIssue(db, editionId, today);
  const draft = compose?.(enrolmentId, { id: draftId, folio: '', kind }) ?? null;
  return draft === null ? refuse('NOT_FOUND') : { ...draft.content, seal: '' };
}

interface IssueOutcome {
  issued: Certificate[];
  skipped: { enrolmentId: EnrolmentId; personName: string; reason: SkipReason }[];
}

/**
 * Issues to all who may have a certificate, or to those chosen, in one transaction and in the order of surnames; the
 * folios are of this device's series and of the year it is in Bolivia. Whoever holds a revoked one gets a new one
 * that names it. Refuses NOT_FOUND, and WRONG_STATUS where the edition is not closed.
 */
export function issueCertificates(
  writer: Writer,
  { editionId, enrolmentIds }: { editionId: EditionId; enrolmentIds: readonly EnrolmentId[] | null },
  seal: Seal,
): IssueOutcome | Refusal<'NOT_FOUND'> | Refusal<'WRONG_STATUS'> {
  return inTransaction(writer.db, () => {
    const candidates = listCandidates(writer.db, { editionId });
    if (isRefusal(candidates)) return candidates;
    if (findEditionStatus(writer.db, editionId) !== 'closed') return refuse('WRONG_STATUS');
    const chosen = enrolmentIds === null ? null : new Set(enrolmentIds);
    const isChosen = ({ enrolmentId }: CertificateCandidate) => chosen === null || chosen.has(enrolmentId);
    const orders = candidates
      .filter(isChosen)
      .flatMap(({ enrolmentId, kind }) => (kind === null ? [] : [{ enrolmentId, kind }]));
    const skipped = candidates
      .filter((candidate) => candidate.kind === null || !isChosen(candidate))
      .map((candidate) => ({
        enrolmentId: candidate.enrolmentId,
        personName: candidate.personName,
        reason: candidate.skipReason ?? ('notChosen' as const),
      }));
    return { issued: issueAll(writer, editionId, orders, seal), skipped };
  });
}

interface IssueOrder {
  enrolmentId: EnrolmentId;
  kind: CertificateKind;
  /** Where it is not what the course says now: the day until which the replaced one held. */
  validUntil?: CalendarDate | null;
}

function issueAll(
  writer: Writer,
  editionId: EditionId,
  orders: readonly IssueOrder[],
  seal: Seal,
): Certificate[] {
  const today = dayInBolivia(writer.now());
  const compose = prepareIssue(writer.db, editionId, today);
  if (compose === null) throw new Error(`edition ${editionId} is gone`);
  const folios = takeFolios(writer, Number(today.slice(0, 4)), orders.length);
  return orders.map(({ enrolmentId, kind, validUntil }, index) => {
    const folio = folios[index];
    if (folio === undefined) throw new Error('fewer folios were taken than certificates are issued');
    const id = writer.newId() as CertificateId;
    const composed = compose(enrolmentId, { id, folio: formatFolio(folio), kind });
    if (composed === null) throw new Error(`enrolment ${enrolmentId} is gone`);
    const content = validUntil === undefined ? composed.content : { ...composed.content, validUntil };
    const certificate = { ...content, seal: seal(toCertificateFacts(content)) };
    insertCertificate(writer, certificate, folio, composed.logoId);
    return certificate;
  });
}

interface ComposedCertificate {
  content: Omit<Certificate, 'seal'>;
  logoId: string | null;
}

/** Loads once what the certificates of an edition need; null where there is no such edition. */
function prepareIssue(db: ReadableDb, editionId: EditionId, issuedOn: CalendarDate) {
  const common = findCommonContent(db, editionId, issuedOn);
  const results = findResults(db, editionId);
  if (common === null || results === null) return null;
  const lineByEnrolment = new Map(results.map((line) => [line.enrolment.id, line]));
  const { revokedByEnrolment } = listIssuedFolios(db, editionId);
  return (
    enrolmentId: EnrolmentId,
    own: { id: CertificateId; folio: string; kind: CertificateKind },
  ): ComposedCertificate | null => {
    const line = lineByEnrolment.get(enrolmentId);
    if (line === undefined) return null;
    const replacesFolio = revokedByEnrolment.get(enrolmentId) ?? null;
    const { enrolment, result } = line;
    const content = composeCertificate(common.content, {
      ...own,
      enrolment,
      grade: result.grade,
      replacesFolio,
    });
    return { content, logoId: common.logoId };
  };
}

function insertCertificate(
  writer: Writer,
  certificate: Certificate,
  { series, year, number }: Folio,
  logoId: string | null,
): void {
  insertRow(writer, 'certificate', {
    id: certificate.id,
    series,
    year,
    number,
    folio: certificate.folio,
    kind: certificate.kind,
    person_id: certificate.personId,
    enrolment_id: certificate.enrolmentId,
    edition_id: certificate.editionId,
    person_name: certificate.personName,
    person_sort_name: certificate.personSortName,
    identity_card: certificate.identityCard,
    course_code: certificate.courseCode,
    course_title: certificate.courseTitle,
    edition_code: certificate.editionCode,
    hours: certificate.hours,
    starts_on: certificate.startsOn,
    ends_on: certificate.endsOn,
    place: certificate.place,
    office_name: certificate.officeName,
    municipality: certificate.municipality,
    municipality_code: certificate.municipalityCode,
    grade: certificate.grade,
    logo_id: logoId,
    issued_on: certificate.issuedOn,
    valid_until: certificate.validUntil,
    seal: certificate.seal,
    replaces_folio: certificate.replacesFolio,
    revoked_on: null,
    revoked_reason: null,
    search_text: toSearchText(certificate.personName, certificate.folio),
  });
  for (const [place, { name, position }] of certificate.signatories.entries()) {
    const key = { certificate_id: certificate.id, position_in_list: place };
    insertRow(writer, 'certificate_signatory', { ...key, name, position });
  }
}

/**
 * Revokes a certificate with a reason and, if asked, issues another of the same kind that names the old folio, says
 * what the data say now, and holds until the same day. Refuses NOT_FOUND and ALREADY_REVOKED.
 */
export function revokeCertificate(
  writer: Writer,
  { id, reason, reissue }: { id: CertificateId; reason: string; reissue: boolean },
  seal: Seal,
):
  | { revoked: Certificate; replacement: Certificate | null }
  | Refusal<'NOT_FOUND'>
  | Refusal<'ALREADY_REVOKED'> {
  return inTransaction(writer.db, () => {
    const certificate = findCertificate(writer.db, id);
    if (certificate === null) return refuse('NOT_FOUND');
    if (certificate.revokedOn !== null) return refuse('ALREADY_REVOKED');
    updateRow(
      writer,
      'certificate',
      { id },
      { revoked_on: dayInBolivia(writer.now()), revoked_reason: reason },
    );
    const { editionId, enrolmentId, kind, validUntil } = certificate;
    const issued = reissue ? issueAll(writer, editionId, [{ enrolmentId, kind, validUntil }], seal) : [];
    return {
      revoked: requireJustWritten(findCertificate(writer.db, id)),
      replacement: issued[0] ?? null,
    };
  });
}

function findEditionOf(db: ReadableDb, enrolmentId: EnrolmentId): EditionId | null {
  const row = findRow<{ edition_id: EditionId }>(
    db,
    'SELECT edition_id FROM enrolment WHERE id = ? AND deleted_at IS NULL',
    enrolmentId,
  );
  return row?.edition_id ?? null;
}
