import type { PersonId } from './ids.ts';
import type { User } from './user.ts';

/** A cascade tells of editions, and a trainer sees their own only. Null: the cascade of the whole office. */
export function maySeeCascade(
  { role, personId }: Pick<User, 'role' | 'personId'>,
  asked: PersonId | null,
): boolean {
  return role !== 'trainer' || (personId !== null && personId === asked);
}
