import { type ChangeEntry, compareEntries, type LoggedValue } from './change-log.ts';

type Values = Readonly<Record<string, LoggedValue>>;

/**
 * The ids of users who were active coordinators and are none any more, whoever stopped last first: by the order in
 * which the entries of `user_account` count, so that every PC with the same log answers the same.
 */
export function listFormerCoordinators(entries: readonly ChangeEntry[]): string[] {
  const valuesById = new Map<string, Values>();
  const former = new Set<string>();
  for (const { key, isCreated, delta } of entries.toSorted(compareEntries)) {
    const before = valuesById.get(key) ?? {};
    const after = { ...before, ...(isCreated && { deleted_at: null }), ...delta };
    valuesById.set(key, after);
    if (isCoordinator(after)) former.delete(key);
    // A set keeps the order in which its members came.
    else if (isCoordinator(before)) former.add(key);
  }
  return [...former].toReversed();
}

function isCoordinator({ role, is_active: isActive, deleted_at: deletedAt }: Values): boolean {
  return role === 'coordinator' && isActive === 1 && (deletedAt ?? null) === null;
}
