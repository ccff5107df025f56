import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/**
 * The costs OWASP's password storage cheat sheet gives for scrypt where memory is scarce: N = 2^15, r = 8, p = 3
 * (32 MB for a moment, well under a second on an office PC).
 */
const costs = { N: 2 ** 15, r: 8, p: 3 };
const keyLength = 32;

interface Costs {
  N: number;
  r: number;
  p: number;
}

/** The salted hash of a password with its costs, as text: `scrypt$N$r$p$salt$key`. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await deriveKey(password, salt, costs);
  return ['scrypt', costs.N, costs.r, costs.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether a password is the one of a stored hash. Throws where the hash is not of this program's making. */
export async function isPasswordOf(hash: string, password: string): Promise<boolean> {
  const match = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([^$]+)\$([^$]+)$/.exec(hash);
  const [, N, r, p, salt, key] = match ?? [];
  if (salt === undefined || key === undefined) throw new Error('the stored password hash cannot be read');
  const stored = Buffer.from(key, 'base64');
  const given = await deriveKey(password, Buffer.from(salt, 'base64'), {
    N: Number(N),
    r: Number(r),
    p: Number(p),
  });
  return timingSafeEqual(stored, given);
}

/** 'ñ' typed on one keyboard as one character and on another as two must be the same password. */
function deriveKey(password: string, salt: Buffer, { N, r, p }: Costs): Promise<Buffer> {
  const maxmem = 256 * N * r;
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, keyLength, { N, r, p, maxmem }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
