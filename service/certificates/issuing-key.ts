import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import type { IssuingKey } from '../../db/issuing-keys.ts';

/** Makes a pair of Ed25519 keys; the id is the first 8 bytes of the public key's SHA-256, in hexadecimal. */
export function createIssuingKey(): IssuingKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const publicText = readPart(publicKey, 'x');
  return { id: keyIdOf(publicText), publicKey: publicText, privateKey: readPart(privateKey, 'd') };
}

/** The id of a public key, which a seal names and a verifier looks up. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('hex').slice(0, 16);
}

/** A stored public half (32 bytes, base64url) as Node verifies with it. */
export function toPublicKey(publicKey: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
}

/** A stored pair as Node signs with it. */
export function toPrivateKey({ publicKey, privateKey }: IssuingKey): KeyObject {
  return createPrivateKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: publicKey, d: privateKey },
    format: 'jwk',
  });
}

function readPart(key: KeyObject, part: 'x' | 'd'): string {
  const value = key.export({ format: 'jwk' })[part];
  if (value === undefined) throw new Error(`an Ed25519 key has a part ${part}`);
  return value;
}
