import { listFormerCoordinators } from '../domain/coordinators.ts';
import type { UserId } from '../domain/ids.ts';
import { listTableEntries } from './change-log/log-entries.ts';
import { all, type ReadableDb } from './database.ts';

/**
 * Who counts as an active coordinator though nobody is one: two PCs put each other's coordinators out apart, which no
 * check on one PC can see. It is whoever was one last, the same on every PC with the same log, until another is named;
 * where the log tells of none, the user who was there first. Null where somebody is a coordinator, or there are no
 * users.
 */
export function findStandIn(db: ReadableDb): UserId | null {
  if (listStored(db).length > 0) return null;
  const former = listFormerCoordinators(listTableEntries(db, 'user_account'));
  const placeOf = (id: UserId) => (former.includes(id) ? former.indexOf(id) : former.length);
  const users = all<{ id: UserId }>(
    db,
    'SELECT id FROM user_account WHERE deleted_at IS NULL ORDER BY created_at, id',
  );
  const [first] = users.toSorted((a, b) => placeOf(a.id) - placeOf(b.id));
  return first?.id ?? null;
}

/** The active coordinators, those who were added first before the others; whoever stands in where there is none. */
export function listCoordinators(db: ReadableDb): UserId[] {
  const standIn = findStandIn(db);
  return standIn === null ? listStored(db) : [standIn];
}

function listStored(db: ReadableDb): UserId[] {
  return all<{ id: UserId }>(
    db,
    `SELECT id FROM user_account WHERE role = 'coordinator' AND is_active = 1 AND deleted_at IS NULL
     ORDER BY created_at, id`,
  ).map(({ id }) => id);
}
