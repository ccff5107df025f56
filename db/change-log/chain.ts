import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  hash,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import type { ChangeEntry } from '../../domain/change-log.ts';
import { findRow, type ReadableDb, type WritableDb } from '../database.ts';
import { addSeal, findSeal, getHead } from './heads.ts';
import { listDeviceEntries } from './log-entries.ts';

const pageSize = 2000;

/** An entry as one line of text, the same on every device: what the chain is made over and packets carry. */
export function entryToLine(entry: ChangeEntry): string {
  const { device, sequence, action, clock, madeAt, madeBy, table, key, isCreated, delta } = entry;
  return JSON.stringify([
    device,
    sequence,
    action,
    clock,
    madeAt,
    madeBy,
    table,
    key,
    isCreated ? 1 : 0,
    delta,
  ]);
}

/** The next link of a device's chain: SHA-256 over the link before and an entry's line. The first one is ''. */
export function nextHash(before: string, line: string): string {
  return hash('sha256', `${before}\n${line}`);
}

/**
 * The chain of a device at a sequence: from its last seal before, over the entries after it. Null where that can no
 * longer be computed: entries were thinned out, or are not here.
 */
export function findHashAt(db: ReadableDb, device: string, sequence: number): string | null {
  const head = getHead(db, device);
  const seal = findSeal(db, device, sequence);
  const start = seal ?? { sequence: 0, hash: '' };
  if (start.sequence === sequence) return start.hash;
  if (sequence > head.sequence || start.sequence < head.compacted) return null;
  let chain = start.hash;
  for (let after = start.sequence; after < sequence;) {
    const page = listDeviceEntries(db, device, { after, limit: Math.min(pageSize, sequence - after) });
    if (page.length === 0) return null;
    for (const entry of page) chain = nextHash(chain, entryToLine(entry));
    after += page.length;
  }
  return chain;
}

/** The text a device signs to vouch for its entries up to a sequence. */
export function sealText(device: string, sequence: number, chain: string): string {
  return `yachay-log ${device} ${sequence} ${chain}`;
}

/** Makes the keys with which a device signs its log: Ed25519, the public half raw, the secret one as PKCS #8. */
export function createSigningKeys(): { publicKey: string; signingKey: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const { x } = publicKey.export({ format: 'jwk' });
  if (x === undefined) throw new Error('an Ed25519 key has a part x');
  const signingKey = privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64url');
  return { publicKey: x, signingKey };
}

/** Signs a text with an Ed25519 key (PKCS #8, base64url). */
export function signText(signingKey: string, text: string): string {
  const key = createPrivateKey({ key: Buffer.from(signingKey, 'base64url'), format: 'der', type: 'pkcs8' });
  return sign(null, Buffer.from(text), key).toString('base64url');
}

/** Whether a text was signed by whoever holds the other half of a public key (raw, base64url). */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  const key = readPublicKey(publicKey);
  return key !== null && verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

/** Whether what one key signs (PKCS #8, base64url) is known by the other (raw, base64url); no key at all is none. */
export function isKeyPair(publicKey: string, signingKey: string): boolean {
  try {
    return isSignedBy(publicKey, 'yachay', signText(signingKey, 'yachay'));
  } catch {
    return false;
  }
}

function readPublicKey(publicKey: string): KeyObject | null {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
  } catch {
    return null;
  }
}

/**
 * Brings this device's own chain up to its last entry and signs it. To be done before its entries leave the machine
 * and before its key is given up: nobody else can vouch for them. Does nothing where the key is not here.
 */
export function sealOwnHead(db: WritableDb): void {
  const own = findRow<{ id: string; signing_key: string }>(
    db,
    `SELECT d.id, s.signing_key FROM log_clock c JOIN log_device d ON d.number = c.device
     JOIN device_secret s ON s.device_id = d.id`,
  );
  if (own === undefined) return;
  const { sequence } = getHead(db, own.id);
  if (sequence === 0 || findSeal(db, own.id, sequence)?.sequence === sequence) return;
  const chain = findHashAt(db, own.id, sequence);
  if (chain === null) throw new Error('the own chain has a gap');
  const signature = signText(own.signing_key, sealText(own.id, sequence, chain));
  addSeal(db, own.id, { sequence, hash: chain, signature });
}
