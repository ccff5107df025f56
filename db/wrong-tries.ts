import type { WrongTries } from '../domain/sign-in-delay.ts';
import { findRow, type ReadableDb, runUnstamped, type WritableDb } from './database.ts';

/** At what is tried: a user's password, by the user's id, or the office's recovery code. */
export type TriedKey = string;
export const recoveryCodeKey: TriedKey = 'recovery-code';

/** The wrong tries in a row at something on this PC; none counted is a count of 0. */
export function getWrongTries(db: ReadableDb, key: TriedKey): WrongTries {
  const row = findRow<WrongTries>(
    db,
    'SELECT count, last_at AS lastAt FROM failed_sign_in WHERE user_id = ?',
    key,
  );
  return row ?? { count: 0, lastAt: 0 };
}

/** Counts one more, or, with the same count, begins its delay anew. */
export function setWrongTries(db: WritableDb, key: TriedKey, { count, lastAt }: WrongTries): void {
  runUnstamped(
    db,
    `INSERT INTO failed_sign_in (user_id, count, last_at) VALUES (?, ?, ?)
      ON CONFLICT (user_id) DO UPDATE SET count = excluded.count, last_at = excluded.last_at`,
    key,
    count,
    lastAt,
  );
}

/** A right one: the next wrong one is the first again. */
export function forgetWrongTries(db: WritableDb, key: TriedKey): void {
  runUnstamped(db, 'DELETE FROM failed_sign_in WHERE user_id = ?', key);
}
