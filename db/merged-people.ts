import type { PersonId } from '../domain/ids.ts';
import { findRow, type ReadableDb } from './database.ts';

/**
 * Who a person has become by merging, themselves where they were not merged. Null where that leads in a circle: two
 * PCs merged the same two people, each into the other.
 */
export function findKeptPersonId(db: ReadableDb, id: PersonId): PersonId | null {
  const seen = new Set<PersonId>();
  for (let current = id; !seen.has(current);) {
    seen.add(current);
    const sql = 'SELECT merged_into FROM person WHERE id = ?';
    const next = findRow<{ merged_into: PersonId | null }>(db, sql, current)?.merged_into ?? null;
    if (next === null) return current;
    current = next;
  }
  return null;
}
