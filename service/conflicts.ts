import { setImmediate } from 'node:timers/promises';
import * as conflicts from '../db/conflicts/conflicts.ts';
import { lookAtClosed } from '../db/conflicts/edition-changed-after-closing.ts';
import * as resolving from '../db/conflicts/resolve-conflict.ts';
import type { ReadableDb, Writer } from '../db/database.ts';
import type { OwnEditions } from '../db/own-editions.ts';
import type { Resolution } from '../domain/conflict-resolution.ts';
import type { Role } from '../domain/role.ts';
import { createSeal } from './certificates/issue.ts';

/** What no rule can decide, as db/conflicts/conflicts.ts says; the service goes on answering meanwhile. */
export async function listConflicts(db: ReadableDb, own: OwnEditions) {
  await inSteps(lookAtClosed(db));
  return conflicts.listConflicts(db, own);
}

/** How many there are. */
export async function countConflicts(db: ReadableDb, own: OwnEditions): Promise<number> {
  await inSteps(lookAtClosed(db));
  if (own === null) await inSteps(conflicts.countAhead(db));
  return conflicts.countConflicts(db, own);
}

/** Carries out a decision; a certificate issued anew is sealed with this device's key. */
export function resolveConflict(
  writer: Writer,
  decision: { key: string; resolution: Resolution },
  role: Role,
) {
  return resolving.resolveConflict(writer, decision, { role, seal: createSeal(writer) });
}

async function inSteps(steps: Iterator<void>): Promise<void> {
  while (steps.next().done !== true) await setImmediate();
}
