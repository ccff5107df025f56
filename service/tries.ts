import { refuse, type Refusal } from '../domain/refusal.ts';
import { delayAfter, secondsToWait } from '../domain/sign-in-delay.ts';
import { forgetWrongTries, getWrongTries, setWrongTries, type TriedKey } from '../db/wrong-tries.ts';
import { isPasswordOf } from './passwords.ts';
import type { Service } from './service.ts';

/** How many seconds the next try must wait. */
export interface Wait {
  seconds: number;
}
export type TooManyTries = Refusal<'TOO_MANY_TRIES', Wait>;

/**
 * Compares a password or code with its hash: null where it is right, else how long the next try must wait. Refuses
 * while the delay after wrong ones lasts. A try counts as wrong
 * before it is compared: several at once do not slip through, nor one during which the program is ended.
 */
export async function trySecret(
  { db, now }: Pick<Service, 'db' | 'now'>,
  key: TriedKey,
  hash: string,
  secret: string,
): Promise<null | Wait | TooManyTries> {
  const tries = getWrongTries(db, key);
  const at = Date.parse(now());
  const seconds = secondsToWait(tries, at);
  if (seconds > 0) {
    // Counted from a clock that was set back since, the delay would last until it has caught up.
    if (at < tries.lastAt) setWrongTries(db, key, { count: tries.count, lastAt: at });
    return refuse('TOO_MANY_TRIES', { seconds });
  }
  setWrongTries(db, key, { count: tries.count + 1, lastAt: at });
  const isRight = await isPasswordOf(hash, secret);
  if (!isRight) return { seconds: delayAfter(tries.count + 1) };
  forgetWrongTries(db, key);
  return null;
}
