import type { Conflict } from '../../domain/conflict.ts';
import type { EditDistance } from '../../domain/person-matching.ts';
import type { Role } from '../../domain/role.ts';
import type { Seal } from '../certificate-issuing.ts';
import type { ReadableDb, TableName } from '../database.ts';

/** What finding conflicts needs beside the database. */
export interface FindingRules {
  readonly editDistance: EditDistance;
}

/** What resolving them needs: the role of whoever decides, and what seals a certificate issued anew. */
export interface ResolvingRules extends FindingRules {
  readonly role: Role;
  readonly seal: Seal;
}

/** How one kind of conflict is found: cheaply which there are, and then what the screen shows of some of them. */
export interface ConflictFinder<Found extends { key: string }, Shown extends Conflict> {
  readonly kind: Shown['kind'];
  /** The tables whose change may make or end such a conflict. */
  readonly reads: readonly TableName[];
  /** All there are, in an order that is the same on every PC; computed from the state alone. */
  find(db: ReadableDb, rules: FindingRules): Found[];
  describe(db: ReadableDb, found: readonly Found[]): Shown[];
}

/** A kind of conflict, whatever its finder keeps of it meanwhile. */
export interface KnownKind {
  readonly kind: Conflict['kind'];
  readonly reads: readonly TableName[];
  count(db: ReadableDb, rules: FindingRules): number;
  list(db: ReadableDb, rules: FindingRules, limit: number): Conflict[];
  get(db: ReadableDb, rules: FindingRules, key: string): Conflict | null;
}

export function toKnownKind<Found extends { key: string }, Shown extends Conflict>(
  finder: ConflictFinder<Found, Shown>,
): KnownKind {
  const { kind, reads } = finder;
  return {
    kind,
    reads,
    count: (db, rules) => finder.find(db, rules).length,
    list: (db, rules, limit) => finder.describe(db, finder.find(db, rules).slice(0, limit)),
    get: (db, rules, key) => {
      const found = finder.find(db, rules).filter((each) => each.key === key);
      return finder.describe(db, found)[0] ?? null;
    },
  };
}
