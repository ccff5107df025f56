import { z } from 'zod';

/** The salted hash of a password or code, taken apart; salt and key in base64. */
export interface PasswordHash {
  /** The costs of scrypt. */
  N: number;
  r: number;
  p: number;
  salt: string;
  key: string;
}

/** In bytes. Whoever signs in pays the costs, so a hash that asks for more than this, and a second or two, is none. */
const largestMemory = 128 * 2 ** 20;

const shape = /^scrypt\$(\d{1,6})\$(\d{1,2})\$(\d{1,2})\$([0-9A-Za-z+/]{16,86}={0,2})\$([0-9A-Za-z+/]{43}=)$/;

/** Takes the text of a hash apart, `scrypt$N$r$p$salt$key`; null where it is none that this version would compute. */
export function readPasswordHash(text: string): PasswordHash | null {
  const [, N, r, p, salt = '', key = ''] = shape.exec(text) ?? [];
  const hash = { N: Number(N), r: Number(r), p: Number(p), salt, key };
  const isPowerOfTwo = hash.N > 1 && Number.isInteger(Math.log2(hash.N));
  const isBounded = hash.r >= 8 && hash.p >= 1 && hash.p <= 4 && 128 * hash.N * hash.r <= largestMemory;
  return isPowerOfTwo && isBounded ? hash : null;
}

export const passwordHashSchema = z.string().refine((text) => readPasswordHash(text) !== null);
