import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openSeal } from '../../../service/certificates/seal.ts';

/**
 * A reader of seals written from docs/certificate-format.md alone, with nothing of ours and no library: if the page
 * leaves something out, this cannot be right.
 */
const page = readFileSync(path.join(import.meta.dirname, '../../../docs/certificate-format.md'), 'utf8');

/** The indented line under a caption of the page. */
function read(caption: string): string {
  const found = page.split(`\n${caption}:\n\n    `)[1]?.split('\n')[0];
  if (found === undefined) throw new Error(`the page has no “${caption}”`);
  return found;
}

const seal = read('Seal');
const publicKey = Buffer.from(read('Public key'), 'hex');
const facts: unknown = JSON.parse(read('Facts'));

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** RFC 9285: three characters are two bytes, the last two may be one. */
function decodeBase45(text: string): Buffer {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = Array.from(text.slice(at, at + 3), (character) => alphabet.indexOf(character));
    const value = digits.reduce((sum, digit, place) => sum + digit * 45 ** place, 0);
    bytes.push(...(digits.length === 3 ? [value >> 8, value & 255] : [value]));
  }
  return Buffer.from(bytes);
}

type Item = number | string | Buffer | Item[] | Map<Item, Item>;

/** As much CBOR as a seal needs: integers, byte and text strings, arrays, maps. */
function decodeCbor(bytes: Buffer): Item {
  let at = 0;
  const take = (count: number) => bytes.subarray(at, (at += count));
  const readCount = (short: number) =>
    short < 24 ? short : take(2 ** (short - 24)).readUIntBE(0, 2 ** (short - 24));
  const readItem = (): Item => {
    const head = take(1).readUInt8();
    const count = readCount(head & 31);
    switch (head >> 5) {
      case 0:
        return count;
      case 1:
        return -1 - count;
      case 2:
        return take(count);
      case 3:
        return take(count).toString('utf8');
      case 4:
        return Array.from({ length: count }, readItem);
      case 5:
        return new Map(Array.from({ length: count }, () => [readItem(), readItem()]));
      default:
        throw new Error(`no item of a seal begins with ${head}`);
    }
  };
  return readItem();
}

/** The four parts of a seal, its bytes cut where the page says. */
function takeApart(text: string) {
  const bytes = decodeBase45(text.slice('CC1:'.length));
  const message = decodeCbor(bytes.subarray(1));
  if (bytes[0] !== 0xd2 || !Array.isArray(message)) throw new Error('a seal is a tagged array');
  const [header, unprotected, payload, signature] = message;
  if (!Buffer.isBuffer(header) || !Buffer.isBuffer(payload) || !Buffer.isBuffer(signature)) {
    throw new Error('a seal has three byte strings');
  }
  return { bytes, header, unprotected, payload, signature };
}

/** `["Signature1", protected header, h'', payload]`; the payload of the test vector is 24 to 255 bytes long. */
function structureToSign(header: Buffer, payload: Buffer): Buffer {
  const name = Buffer.from('Signature1');
  return Buffer.concat([
    Buffer.of(0x84, 0x60 + name.length),
    name,
    Buffer.of(0x40 + header.length),
    header,
    Buffer.of(0x40, 0x58, payload.length),
    payload,
  ]);
}

const asPublicKey = createPublicKey({
  key: { kty: 'OKP', crv: 'Ed25519', x: publicKey.toString('base64url') },
  format: 'jwk',
});

/** The numbered rows of the page's table of the payload: key → fact. */
const factByKey = [
  'folio',
  'kind',
  'name',
  'identityCardMasked',
  'courseTitle',
  'hours',
  'startsOn',
  'endsOn',
  'officeName',
  'municipalityCode',
  'issuedOn',
  'validUntil',
];

function toFact(key: number, value: Item): Item {
  if (key === 2) return ['participation', 'approval'][Number(value)] ?? '';
  if (key === 4) return `····${String(value)}`;
  if ([7, 8, 11, 12].includes(key)) return new Date(Number(value) * 86_400_000).toISOString().slice(0, 10);
  return value;
}

describe('a seal read by the words of docs/certificate-format.md alone', () => {
  const { bytes, header, unprotected, payload, signature } = takeApart(seal);

  test('has the bytes that the page shows', () => {
    expect(bytes.toString('hex')).toBe(read('Bytes'));
  });

  test('names its algorithm, and its key by the beginning of the hash', () => {
    const keyId = createHash('sha256').update(publicKey).digest().subarray(0, 8);
    expect(keyId.toString('hex')).toBe(read('Key id'));
    expect(decodeCbor(header)).toEqual(
      new Map<Item, Item>([
        [1, -8],
        [4, keyId],
      ]),
    );
    expect(unprotected).toEqual(new Map());
  });

  test('is signed over the header and the payload with the key that the page shows', () => {
    expect(verify(null, structureToSign(header, payload), asPublicKey, signature)).toBe(true);
    const privateKey = createPrivateKey({
      key: {
        kty: 'OKP',
        crv: 'Ed25519',
        x: publicKey.toString('base64url'),
        d: Buffer.from(read('Private key (seed)'), 'hex').toString('base64url'),
      },
      format: 'jwk',
    });
    expect(sign(null, structureToSign(header, payload), privateKey)).toEqual(signature);
  });

  test('says the facts that the page shows, under ascending keys', () => {
    const fields = decodeCbor(payload);
    if (!(fields instanceof Map)) throw new Error('the payload is a map');
    const keys = [...fields.keys()].map(Number);
    expect(keys).toEqual(keys.toSorted((a, b) => a - b));
    const said = [...fields].map(([key, value]) => [factByKey[Number(key) - 1], toFact(Number(key), value)]);
    expect(Object.fromEntries(said)).toEqual(facts);
  });

  test('is what the page writes in diagnostic notation', () => {
    const fields = decodeCbor(payload);
    if (!(fields instanceof Map)) throw new Error('the payload is a map');
    const written = [...fields].map(([key, value]) => `${String(key)}: ${JSON.stringify(value)}`).join(', ');
    expect(`{${written}}`).toBe(read("Payload, in CBOR's diagnostic notation"));
  });
});

describe('the program', () => {
  const open = (text: string) =>
    openSeal(text, (id) => (id === read('Key id') ? publicKey.toString('base64url') : null));

  test('opens the seal of the page to the facts of the page', () => {
    expect(open(seal)).toEqual({ ok: true, facts, keyId: read('Key id') });
  });

  test('refuses it with its last character changed, and in small letters', () => {
    expect(open(seal.slice(0, -1) + (seal.endsWith('C') ? 'D' : 'C')).ok).toBe(false);
    expect(open(seal.toLowerCase()).ok).toBe(false);
    expect(open(`CC1:${seal.slice(4).toLowerCase()}`).ok).toBe(false);
  });
});
