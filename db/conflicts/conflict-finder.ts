import type { Conflict } from '../../domain/conflict.ts';
import type { Role } from '../../domain/role.ts';
import type { Seal } from '../certificate-issuing.ts';
import type { ReadableDb, TableName } from '../database.ts';

/** What resolving conflicts needs: the role of whoever decides, and what seals a certificate issued anew. */
export interface ResolvingRules {
  readonly role: Role;
  readonly seal: Seal;
}

/** How one kind of conflict is found: cheaply which there are, and then what the screen shows of some of them. */
export interface ConflictFinder<Found extends { key: string }, Shown extends Conflict> {
  readonly kind: Shown['kind'];
  /** The tables whose change may make or end such a conflict. */
  readonly reads: readonly TableName[];
  /** All there are, in an order that is the same on every PC; computed from the state alone. */
  find(db: ReadableDb): Found[];
  describe(db: ReadableDb, found: readonly Found[]): Shown[];
}

/** A kind of conflict, whatever its finder keeps of it meanwhile. */
export interface KnownKind {
  readonly kind: Conflict['kind'];
  readonly reads: readonly TableName[];
  count(db: ReadableDb): number;
  list(db: ReadableDb, limit: number): Conflict[];
  get(db: ReadableDb, key: string): Conflict | null;
}

export function toKnownKind<Found extends { key: string }, Shown extends Conflict>(
  finder: ConflictFinder<Found, Shown>,
): KnownKind {
  const { kind, reads } = finder;
  return {
    kind,
    reads,
    count: (db) => finder.find(db).length,
    list: (db, limit) => finder.describe(db, finder.find(db).slice(0, limit)),
    get: (db, key) => {
      const found = finder.find(db).filter((each) => each.key === key);
      return finder.describe(db, found)[0] ?? null;
    },
  };
}
