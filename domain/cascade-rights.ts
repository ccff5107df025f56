import type { PersonId } from './ids.ts';
import type { User } from './user.ts';

/**
 * A cascade tells of editions, and a trainer sees their own only. Of their own cascade they see all generations, as
 * mission.md has it, and with them code, course and last day of the editions that those whom they trained taught: by
 * which somebody hangs below somebody. Nothing else of these can be read. Null: the cascade of the whole office.
 */
export function maySeeCascade(
  { role, personId }: Pick<User, 'role' | 'personId'>,
  asked: PersonId | null,
): boolean {
  return role !== 'trainer' || (personId !== null && personId === asked);
}
