import { sign, verify } from 'node:crypto';
import base45 from 'base45';
import { decode, encode } from 'cborg';
import { type CertificateFacts, certificateFactsSchema } from '../../domain/documents.ts';
import type { IssuingKey } from '../../db/issuing-keys.ts';
import { toPrivateKey, toPublicKey } from './issuing-key.ts';
import { packFacts, unpackFacts } from './seal-facts.ts';

/** What the text of a seal begins with: the first format of certificates. */
export const sealPrefix = 'CC1:';

/** COSE_Sign1 (RFC 9052): its CBOR tag 18, the algorithm EdDSA and the header labels alg and kid. */
const coseSign1Tag = 0xd2;
const algorithmLabel = 1;
const keyIdLabel = 4;
const edDsa = -8;

export type OpenedSeal =
  | { ok: true; facts: CertificateFacts; keyId: string }
  | { ok: false; reason: 'notASeal' | 'unknownKey' | 'badSignature' | 'damaged' };

interface SealParts {
  keyId: Uint8Array;
  payload: Uint8Array;
  signature: Uint8Array;
}

/** The text of the QR of a certificate: its facts, signed, so that anyone with the public key can read and check them. */
export function sealCertificate(facts: CertificateFacts, key: IssuingKey): string {
  const keyId = Buffer.from(key.id, 'hex');
  const payload = encode(packFacts(facts));
  const signature = sign(null, bytesToSign(keyId, payload), toPrivateKey(key));
  return writeSeal({ keyId, payload, signature });
}

/**
 * Opens the text of a QR. `findPublicKey` gives the public half (32 bytes, base64url) of a key's id, or null.
 * What is not byte for byte as sealing writes it is refused, so that one certificate has one text only.
 */
export function openSeal(text: string, findPublicKey: (keyId: string) => string | null): OpenedSeal {
  if (!text.startsWith(sealPrefix)) return { ok: false, reason: 'notASeal' };
  const parts = readSeal(text);
  if (parts === null || writeSeal(parts) !== text) return { ok: false, reason: 'damaged' };
  const keyId = Buffer.from(parts.keyId).toString('hex');
  const publicKey = findPublicKey(keyId);
  if (publicKey === null) return { ok: false, reason: 'unknownKey' };
  const isGenuine = verify(
    null,
    bytesToSign(parts.keyId, parts.payload),
    toPublicKey(publicKey),
    parts.signature,
  );
  if (!isGenuine) return { ok: false, reason: 'badSignature' };
  const facts = readFacts(parts.payload);
  return facts === null ? { ok: false, reason: 'damaged' } : { ok: true, facts, keyId };
}

function writeSeal({ keyId, payload, signature }: SealParts): string {
  const message = encode([protectedHeader(keyId), new Map(), payload, signature]);
  return sealPrefix + base45.encode(Buffer.concat([Buffer.of(coseSign1Tag), message]));
}

function protectedHeader(keyId: Uint8Array): Uint8Array {
  return encode(
    new Map<number, number | Uint8Array>([
      [algorithmLabel, edDsa],
      [keyIdLabel, keyId],
    ]),
  );
}

/** The Sig_structure of RFC 9052, section 4.4, with no external data. */
function bytesToSign(keyId: Uint8Array, payload: Uint8Array): Uint8Array {
  return encode(['Signature1', protectedHeader(keyId), new Uint8Array(), payload]);
}

function readSeal(text: string): SealParts | null {
  try {
    const bytes = base45.decode(text.slice(sealPrefix.length));
    const message: unknown = decode(bytes.subarray(1), { useMaps: true });
    if (bytes[0] !== coseSign1Tag || !Array.isArray(message)) return null;
    const [header, , payload, signature]: unknown[] = message;
    if (!isBytes(header) || !isBytes(payload) || !isBytes(signature)) return null;
    const fields: unknown = decode(header, { useMaps: true });
    const keyId: unknown = fields instanceof Map ? fields.get(keyIdLabel) : null;
    return isBytes(keyId) ? { keyId, payload, signature } : null;
  } catch {
    return null;
  }
}

/** Facts whose encoding is the payload to the byte, or null. */
function readFacts(payload: Uint8Array): CertificateFacts | null {
  const fields: unknown = decode(payload, { useMaps: true });
  const parsed = certificateFactsSchema.safeParse(unpackFacts(fields));
  if (!parsed.success) return null;
  return Buffer.compare(encode(packFacts(parsed.data)), payload) === 0 ? parsed.data : null;
}

function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}
