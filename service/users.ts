import type { UserId } from '../domain/ids.ts';
import { refuse, type Refusal } from '../domain/refusal.ts';
import type { User, UserDraft } from '../domain/user.ts';
import type { Writer } from '../db/database.ts';
import { createUser, setPasswordHash } from '../db/users.ts';
import { forgetWrongTries } from '../db/wrong-tries.ts';
import { hashPassword } from './passwords.ts';

/** The hash of a password; none of none. */
export async function hashIfGiven(password: string | null): Promise<string | null> {
  return password === null ? null : hashPassword(password);
}

/** Adds a user with the password they chose, if any. */
export async function addUser(
  writer: Writer,
  { name, role, password, personId }: UserDraft,
): Promise<User | Refusal<'NOT_FOUND'>> {
  return createUser(writer, { name, role, passwordHash: await hashIfGiven(password), personId });
}

/** Sets or takes away a password: everyone their own, a coordinator anyone's. */
export async function changePassword(
  writer: Writer,
  asking: User,
  { id, password }: { id: UserId; password: string | null },
): Promise<User | Refusal<'NOT_FOUND'> | Refusal<'FORBIDDEN', { needs: string }>> {
  const mayChange = asking.id === id || asking.role === 'coordinator';
  if (!mayChange) return refuse('FORBIDDEN', { needs: 'coordinator' });
  const changed = setPasswordHash(writer, id, await hashIfGiven(password));
  forgetWrongTries(writer.db, id);
  return changed;
}
