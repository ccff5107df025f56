import { isDeepStrictEqual } from 'node:util';
import type { CalendarDate } from '../../domain/calendar-date.ts';
import { toCertificateFacts } from '../../domain/certificate-facts.ts';
import type { Certificate, Verification } from '../../domain/certificate.ts';
import type { CertificateFacts } from '../../domain/documents.ts';
import { type Folio, formatFolio, parseFolio } from '../../domain/folio.ts';
import { findCertificateByFolio } from '../../db/certificates.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findPublicKey } from '../../db/issuing-keys.ts';
import { type OpenedSeal, openSeal } from './seal.ts';

/**
 * Checks the text of a QR: the seal must be whole and signed with a key this PC knows, and the certificate
 * neither revoked nor expired as far as this PC's register goes on `today`. A typed folio is looked up in the
 * register instead. The answer shows the data, not just "valid", so that it can be compared with the paper.
 */
export function verifyCertificate(db: ReadableDb, text: string, today: CalendarDate): Verification {
  // Scanners and copied text break lines; no seal holds a break or ends in a blank.
  const asked = text.replaceAll(/[\r\n\t]/g, '').trim();
  const folio = parseFolio(asked);
  return folio === null ? verifySeal(db, asked, today) : verifyFolio(db, folio, today);
}

function verifySeal(db: ReadableDb, text: string, today: CalendarDate): Verification {
  const opened = open(db, text);
  if (!opened.ok) return refuse(opened.reason, today);
  const folio = parseFolio(opened.facts.folio);
  const registered = folio === null ? null : findCertificateByFolio(db, folio);
  return describe(opened.facts, registered, today);
}

function verifyFolio(db: ReadableDb, folio: Folio, today: CalendarDate): Verification {
  const registered = findCertificateByFolio(db, folio);
  if (registered === null) return { ...refuse('unknownFolio', today), folio: formatFolio(folio) };
  const fault = findFault(db, registered);
  const { identityCard } = registered;
  const verification = { ...describe(toCertificateFacts(registered), registered, today), identityCard };
  return fault === null ? verification : { ...verification, valid: false, reason: fault };
}

/** The register vouches only for what was sealed: a record that was changed behind its seal is damaged. */
function findFault(db: ReadableDb, registered: Certificate): Verification['reason'] {
  const opened = open(db, registered.seal);
  if (!opened.ok) return opened.reason;
  return isDeepStrictEqual(opened.facts, toCertificateFacts(registered)) ? null : 'damaged';
}

function open(db: ReadableDb, text: string): OpenedSeal {
  return openSeal(text, (keyId) => findPublicKey(db, keyId));
}

/** A genuine seal of another PC of the office holds though this register has no such folio yet. */
function describe(
  facts: CertificateFacts,
  registered: Certificate | null,
  today: CalendarDate,
): Verification {
  const revokedOn = registered?.revokedOn ?? null;
  const isExpired = facts.validUntil !== null && facts.validUntil < today;
  const reason = revokedOn !== null ? 'revoked' : isExpired ? 'expired' : null;
  return {
    valid: reason === null,
    reason,
    folio: facts.folio,
    kind: facts.kind,
    name: facts.name,
    identityCard: facts.identityCardMasked,
    course: facts.courseTitle,
    hours: facts.hours,
    dates: { startsOn: facts.startsOn, endsOn: facts.endsOn },
    issuedOn: facts.issuedOn,
    office: facts.officeName,
    revoked: revokedOn === null ? null : { on: revokedOn, reason: registered?.revokedReason ?? '' },
    asOf: today,
  };
}

function refuse(reason: NonNullable<Verification['reason']>, today: CalendarDate): Verification {
  return {
    valid: false,
    reason,
    folio: null,
    kind: null,
    name: null,
    identityCard: null,
    course: null,
    hours: null,
    dates: null,
    issuedOn: null,
    office: null,
    revoked: null,
    asOf: today,
  };
}
