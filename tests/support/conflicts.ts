import type { Conflict, ConflictKind, ConflictOf } from '../../domain/conflict.ts';
import type { Resolution } from '../../domain/conflict-resolution.ts';
import type { Role } from '../../domain/role.ts';
import { countConflicts, listConflicts } from '../../db/conflicts/conflicts.ts';
import { resolveConflict } from '../../db/conflicts/resolve-conflict.ts';
import { accepted } from './edition.ts';
import { seal } from './ended-edition.ts';
import type { TestOffice } from './office.ts';
import { exchange } from './other-pc.ts';

/** All conflicts on a PC; throws where the count says another number. */
export function listOn({ db }: TestOffice): Conflict[] {
  const { conflicts } = listConflicts(db);
  if (countConflicts(db) !== conflicts.length) throw new Error('list and count differ');
  return conflicts;
}

/** What both PCs list once each has what the other has; throws where they do not list the same. */
export function listOnBoth(a: TestOffice, b: TestOffice): Conflict[] {
  exchange(a, b);
  const listed = listOn(a);
  if (JSON.stringify(listed) !== JSON.stringify(listOn(b)))
    throw new Error('the two PCs list different conflicts');
  return listed;
}

/** The only conflict that both PCs list, of a kind. */
export function findOnBoth<Kind extends ConflictKind>(
  kind: Kind,
  a: TestOffice,
  b: TestOffice,
): ConflictOf<Kind> {
  const [conflict, ...others] = listOnBoth(a, b);
  if (conflict?.kind !== kind || others.length > 0) {
    throw new Error(`listed: ${JSON.stringify([conflict, ...others], null, 1)}`);
  }
  return conflict as ConflictOf<Kind>;
}

/** Tries to decide about a conflict on a PC. */
export function decideOn(
  { writer }: TestOffice,
  { key }: Conflict,
  resolution: Resolution,
  role: Role = 'coordinator',
) {
  return resolveConflict(writer, { key, resolution }, { role, seal });
}

/** Decides about a conflict on a PC; answers the words given. */
export function resolveOn(office: TestOffice, conflict: Conflict, resolution: Resolution): string[] {
  return accepted(decideOn(office, conflict, resolution)).words;
}
