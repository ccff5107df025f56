import type { CertificateCandidate, SkipReason } from '../domain/certificate.ts';
import { earnedCertificate } from '../domain/certificate.ts';
import type { EditionStatus } from '../domain/edition.ts';
import { hasBeenIn } from '../domain/enrolment.ts';
import type { EditionId } from '../domain/ids.ts';
import { fullName, surnamesFirst } from '../domain/person-name.ts';
import { type Refusal, refuse } from '../domain/refusal.ts';
import { listIssuedFolios } from './certificates.ts';
import { findRow, type ReadableDb } from './database.ts';
import { type EnrolmentResult, findResults } from './results.ts';

interface CertificateRule {
  status: EditionStatus;
  givesApproval: boolean;
  givesParticipation: boolean;
}

/**
 * Everyone who was enrolled in an edition, sorted by surname, with the certificate they may get, have, or why not.
 * Those who only wait are not among them. Refuses NOT_FOUND.
 */
export function listCandidates(
  db: ReadableDb,
  { editionId }: { editionId: EditionId },
): CertificateCandidate[] | Refusal<'NOT_FOUND'> {
  const rule = findRule(db, editionId);
  const results = findResults(db, editionId);
  if (rule === null || results === null) return refuse('NOT_FOUND');
  const { validByEnrolment } = listIssuedFolios(db, editionId);
  return results
    .filter(({ enrolment: { status } }) => hasBeenIn(status))
    .map((line) => toCandidate(line, rule, validByEnrolment.get(line.enrolment.id) ?? null));
}

function findRule(db: ReadableDb, editionId: EditionId): CertificateRule | null {
  const row = findRow<{ status: EditionStatus; gives_approval: number; gives_participation: number }>(
    db,
    `SELECT e.status, c.gives_approval, c.gives_participation
     FROM edition e JOIN edition_course c ON c.edition_id = e.id WHERE e.id = ? AND e.deleted_at IS NULL`,
    editionId,
  );
  if (row === undefined) return null;
  return {
    status: row.status,
    givesApproval: row.gives_approval === 1,
    givesParticipation: row.gives_participation === 1,
  };
}

function toCandidate(
  { enrolment, result }: EnrolmentResult,
  rule: CertificateRule,
  folio: string | null,
): CertificateCandidate {
  const earned = earnedCertificate(result, rule);
  const skipReason = findSkipReason(rule, earned !== null, folio !== null);
  return {
    enrolmentId: enrolment.id,
    personId: enrolment.personId,
    personName: fullName(enrolment),
    personSortName: surnamesFirst(enrolment),
    result,
    kind: skipReason === null ? earned : null,
    skipReason,
    folio,
  };
}

function findSkipReason(rule: CertificateRule, hasEarned: boolean, hasOne: boolean): SkipReason | null {
  if (hasOne) return 'alreadyIssued';
  if (!rule.givesApproval && !rule.givesParticipation) return 'courseGivesNone';
  if (rule.status !== 'closed') return 'editionNotClosed';
  return hasEarned ? null : 'resultDoesNotAllow';
}
