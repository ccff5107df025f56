import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decode, encode } from 'cborg';
import base45 from 'base45';
import fc from 'fast-check';
import { encode as encodeQr } from 'uqr';
import { describe, expect, test } from 'vitest';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { type CertificateFacts, certificateFactsSchema } from '../../../domain/documents.ts';
import { createIssuingKey, keyIdOf } from '../../../service/certificates/issuing-key.ts';
import { openSeal, sealCertificate } from '../../../service/certificates/seal.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

const facts: CertificateFacts = {
  folio: 'A-2026-0042',
  kind: 'approval',
  name: 'Ángela Ñusta Quispe Güiza',
  identityCardMasked: '····6143',
  courseTitle: 'Panadería y repostería artesanal',
  hours: 40,
  startsOn: day('2026-11-05'),
  endsOn: day('2026-11-20'),
  officeName: 'Gobierno Autónomo Municipal de Vinto',
  municipalityCode: '030904',
  issuedOn: day('2026-11-21'),
  validUntil: null,
};

const key = createIssuingKey();
const seal = sealCertificate(facts, key);

function open(text: string) {
  return openSeal(text, (keyId) => (keyId === key.id ? key.publicKey : null));
}

const anyFacts = fc.record({
  folio: fc.constantFrom('A-2026-0001', 'ZZZ-2099-123456'),
  kind: fc.constantFrom('participation', 'approval'),
  name: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }),
  identityCardMasked: fc.constantFrom(null, '····6143', '····9'),
  courseTitle: fc.string({ unit: 'grapheme', maxLength: 200 }),
  hours: fc.oneof(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(7.5, 0.25, 13.3)),
  startsOn: fc.constantFrom('1999-12-31', '2026-02-28', '2096-02-29'),
  endsOn: fc.constantFrom('2026-03-01', '2099-12-31'),
  officeName: fc.string({ unit: 'grapheme', maxLength: 160 }),
  municipalityCode: fc.constantFrom('030904', '000000', '999999'),
  issuedOn: fc.constantFrom('2026-03-28', '1970-01-01'),
  validUntil: fc.constantFrom(null, '2029-03-28'),
});

describe('a seal', () => {
  test('opens to exactly the facts that were sealed, whatever they are', () => {
    fc.assert(
      fc.property(anyFacts, (raw) => {
        const sealed = certificateFactsSchema.parse(raw);
        expect(open(sealCertificate(sealed, key))).toEqual({ ok: true, facts: sealed, keyId: key.id });
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  test('is the same text for the same facts and key', () => {
    expect(sealCertificate(facts, key)).toBe(seal);
  });

  test('fits a QR of version 12 or less at level M, as alphanumeric text', () => {
    expect([...seal].every((character) => alphabet.includes(character))).toBe(true);
    expect(encodeQr(seal, { ecc: 'M' }).version).toBeLessThanOrEqual(12);
  });

  test('with any one character changed to any other is refused', () => {
    const others = `${alphabet}abcé\n\t`;
    let tried = 0;
    for (const index of seal.split('').keys()) {
      // Each place gets a different seventh of the characters, so that all are tried over the text.
      for (const [rank, other] of [...others].entries()) {
        if (other === seal[index] || rank % 7 !== index % 7) continue;
        expect(open(seal.slice(0, index) + other + seal.slice(index + 1)).ok, `${index} ${other}`).toBe(
          false,
        );
        tried += 1;
      }
    }
    expect(tried).toBeGreaterThan(2000);
  });

  test.each([
    ['a character more', `${seal}0`],
    ['a blank more', `${seal} `],
    ['two characters more', `${seal}00`],
    ['a character less', seal.slice(0, -1)],
    ['three characters less', seal.slice(0, -3)],
    ['small letters', `CC1:${seal.slice(4).toLowerCase()}`],
    ['a blank after the prefix', seal.replace('CC1:', 'CC1: ')],
    ['nothing in it', 'CC1:'],
    ['another text', 'CC1:HOLA'],
  ])('with %s is damaged', (_, text) => {
    expect(open(text)).toEqual({ ok: false, reason: 'damaged' });
  });

  test.each(['', 'hola', 'cc1:', 'CC2:ABC', 'https://example.org'])('is not %j', (text) => {
    expect(open(text)).toEqual({ ok: false, reason: 'notASeal' });
  });

  test('of a key nobody here knows is told apart from one with a false signature', () => {
    expect(openSeal(seal, () => null)).toEqual({ ok: false, reason: 'unknownKey' });
    expect(openSeal(seal, () => createIssuingKey().publicKey)).toEqual({ ok: false, reason: 'badSignature' });
  });

  test('with its facts changed, or encoded in another way, is refused', () => {
    const [header, unprotected, payload, signature] = readMessage(seal);
    const map: unknown = decode(payload, { useMaps: true });
    if (!(map instanceof Map)) throw new Error('the payload is a map');
    const otherName = encode(new Map([...map, [3, 'Otra Persona']]));
    const longInteger = Buffer.concat([Uint8Array.of(0xb8, map.size), payload.subarray(1)]);
    const withHint = new Map([[5, 'x']]);
    expect(open(writeMessage([header, unprotected, otherName, signature])).ok).toBe(false);
    expect(open(writeMessage([header, unprotected, longInteger, signature])).ok).toBe(false);
    expect(open(writeMessage([header, withHint, payload, signature])).ok).toBe(false);
    expect(open(writeMessage([header, unprotected, payload, signature])).ok).toBe(true);
  });
});

describe('docs/certificate-format.md', () => {
  const text = readFileSync(path.join(import.meta.dirname, '../../../docs/certificate-format.md'), 'utf8');
  const read = (name: string) => new RegExp(`^${name}:\\n\\n {4}(.+)$`, 'm').exec(text)?.[1] ?? '';

  test('shows a key and a seal that this program makes and opens', () => {
    const publicKey = Buffer.from(read('Public key'), 'hex').toString('base64url');
    const privateKey = Buffer.from(read('Private key \\(seed\\)'), 'hex').toString('base64url');
    const documented = { id: read('Key id'), publicKey, privateKey };
    const sealed = certificateFactsSchema.parse(JSON.parse(read('Facts')));
    expect(keyIdOf(publicKey)).toBe(documented.id);
    expect(sealCertificate(sealed, documented)).toBe(read('Seal'));
    expect(Buffer.from(base45.decode(read('Seal').slice(4))).toString('hex')).toBe(read('Bytes'));
    expect(openSeal(read('Seal'), () => publicKey)).toEqual({
      ok: true,
      facts: sealed,
      keyId: documented.id,
    });
  });
});

type Message = [header: Uint8Array, unprotected: unknown, payload: Uint8Array, signature: Uint8Array];

function readMessage(text: string): Message {
  const parts: unknown = decode(base45.decode(text.slice(4)).subarray(1), { useMaps: true });
  if (!Array.isArray(parts)) throw new Error('a seal is an array');
  const [header, unprotected, payload, signature]: unknown[] = parts;
  const isWhole =
    header instanceof Uint8Array && payload instanceof Uint8Array && signature instanceof Uint8Array;
  if (!isWhole) throw new Error('a seal has three byte strings');
  return [header, unprotected, payload, signature];
}

function writeMessage(message: Message): string {
  return `CC1:${base45.encode(Buffer.concat([Uint8Array.of(0xd2), encode(message)]))}`;
}
