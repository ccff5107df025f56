import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { type PasswordHash, readPasswordHash } from '../domain/password-hash.ts';

/**
 * The costs OWASP's password storage cheat sheet gives for scrypt where memory is scarce: N = 2^15, r = 8, p = 3
 * (32 MB for a moment, well under a second on an office PC).
 */
const costs = { N: 2 ** 15, r: 8, p: 3 };
const keyLength = 32;

/** The salted hash of a password with its costs, as text: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, costs);
  return ['scrypt', costs.N, costs.r, costs.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/**
 * Whether a password is the one of a stored hash. Of a hash that cannot be read, or would take more of the PC than
 * signing in may, no password is the right one.
 */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const read = readPasswordHash(hash);
  if (read === null) return false;
  const given = await deriveKey(password, Buffer.from(read.salt, 'base64'), read);
  return timingSafeEqual(Buffer.from(read.key, 'base64'), given);
}

/** 'ñ' typed on one keyboard as one character and on another as two must be the same password. */
function deriveKey(
  password: string,
  salt: Buffer,
  { N, r, p }: Pick<PasswordHash, 'N' | 'r' | 'p'>,
): Promise<Buffer> {
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
