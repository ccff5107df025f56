import * as issuing from '../../db/certificate-issuing.ts';
import type { Writer } from '../../db/database.ts';
import { findIssuingKey } from '../../db/issuing-keys.ts';
import type { CertificateId, EditionId, EnrolmentId } from '../../domain/ids.ts';
import { sealCertificate } from './seal.ts';

/** Issues the certificates of an edition, sealed with this device's key; refuses as db/certificate-issuing.ts says. */
export function issueCertificates(
  writer: Writer,
  order: { editionId: EditionId; enrolmentIds: readonly EnrolmentId[] | null },
) {
  return issuing.issueCertificates(writer, order, createSeal(writer));
}

/** Revokes a certificate and, if asked, issues another, sealed with this device's key. */
export function revokeCertificate(
  writer: Writer,
  order: { id: CertificateId; reason: string; reissue: boolean },
) {
  return issuing.revokeCertificate(writer, order, createSeal(writer));
}

/** Seals with this device's newest key. Throws where the device has none: setting the office up made one. */
export function createSeal({ db, deviceId }: Writer): issuing.Seal {
  const key = findIssuingKey(db, deviceId);
  if (key === null) throw new Error(`device ${deviceId} has no key to seal certificates with`);
  return (facts) => sealCertificate(facts, key);
}
