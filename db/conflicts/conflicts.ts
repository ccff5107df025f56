import {
  type Choice,
  type Conflict,
  type ConflictKind,
  conflictKindSchema,
  findConflictKind,
  listConflictEditions,
} from '../../domain/conflict.ts';
import { type OwnEditions } from '../own-editions.ts';
import type { ReadableDb } from '../database.ts';
import { countCached } from './conflict-cache.ts';
import { type KnownKind, toKnownKind } from './conflict-finder.ts';
import { deletedButUsed } from './deleted-but-used.ts';
import { editionChangedAfterClosing } from './edition-changed-after-closing.ts';
import { folioGivenTwice } from './folio-given-twice.ts';
import { mergedApart } from './merged-apart.ts';
import { overCapacity } from './over-capacity.ts';
import { roomDoubleBooked } from './room-double-booked.ts';
import { trainerDoubleBooked } from './trainer-double-booked.ts';
import { twoEnrolments } from './two-enrolments.ts';

const knownKinds: Readonly<Record<ConflictKind, KnownKind>> = {
  folioGivenTwice: toKnownKind(folioGivenTwice),
  editionChangedAfterClosing: toKnownKind(editionChangedAfterClosing),
  deletedButUsed: toKnownKind(deletedButUsed),
  mergedApart: toKnownKind(mergedApart),
  twoEnrolments: toKnownKind(twoEnrolments),
  overCapacity: toKnownKind(overCapacity),
  trainerDoubleBooked: toKnownKind(trainerDoubleBooked),
  roomDoubleBooked: toKnownKind(roomDoubleBooked),
};

/** So many of a kind are shown at once; as they are resolved, the next come up. */
const mostShown = 100;

interface ConflictList {
  /** Of each kind, how many there are; more than are in `conflicts` where there are very many. */
  counts: { kind: ConflictKind; count: number }[];
  conflicts: Conflict[];
}

/**
 * What no rule can decide after PCs were brought together, the gravest kind first. Computed from the state alone, so
 * that every PC that holds the same lists the same. Who sees only their own editions sees what is about those alone.
 */
export function listConflicts(db: ReadableDb, own: OwnEditions = null): ConflictList {
  const counts: ConflictList['counts'] = [];
  const conflicts: Conflict[] = [];
  for (const kind of conflictKindSchema.options) {
    const shown = keepOwnConflicts(own, knownKinds[kind].list(db, mostShown));
    const count = own === null ? countKind(db, kind) : shown.length;
    if (count > 0) counts.push({ kind, count });
    conflicts.push(...shown);
  }
  return { counts, conflicts };
}

/** How many there are of all kinds. */
export function countConflicts(db: ReadableDb, own: OwnEditions = null): number {
  if (own !== null) return listConflicts(db, own).conflicts.length;
  let total = 0;
  for (const kind of conflictKindSchema.options) total += countKind(db, kind);
  return total;
}

/** Counts them beforehand, a kind at each step, so that other work can be done in between: all take 150 ms in ten years' data. */
export function* countAhead(db: ReadableDb): Generator<void> {
  for (const kind of conflictKindSchema.options) {
    countKind(db, kind);
    yield;
  }
}

function countKind(db: ReadableDb, kind: ConflictKind): number {
  const known = knownKinds[kind];
  return countCached(db, known, () => known.count(db));
}

/** The conflict with a key as it is now, or null where it is settled. */
export function findConflict(db: ReadableDb, key: string): Conflict | null {
  const kind = findConflictKind(key);
  return kind === null ? null : knownKinds[kind].get(db, key);
}

/** Whether a conflict offers a choice. */
export function offers(conflict: Conflict, choice: Choice): boolean {
  return conflict.choices.includes(choice);
}

function keepOwnConflicts(own: OwnEditions, conflicts: readonly Conflict[]): Conflict[] {
  if (own === null) return [...conflicts];
  return conflicts.filter((conflict) => {
    const editions = listConflictEditions(conflict);
    return editions.length > 0 && editions.every(({ editionId }) => own.has(editionId));
  });
}
