import type { ChangeEntry, LoggedValue } from '../../../domain/change-log.ts';
import { isLie } from './lies.ts';

/** A row as the rule says it: by column, stamps among them. */
export type PlainRow = Map<string, LoggedValue>;

/**
 * The rule once more, slow and plain: "a row's state is the fold of its entries in (clock, device, sequence) order,
 * last writer wins per column", of those whose value is no lie. A creation says that the row is not deleted. Null where
 * a row was never created.
 */
export function foldPlainly(entries: readonly ChangeEntry[]): PlainRow | null {
  const ordered: ChangeEntry[] = [];
  for (const entry of entries) {
    let place = 0;
    while (place < ordered.length && comesAfter(entry, ordered[place])) place += 1;
    ordered.splice(place, 0, entry);
  }
  const creation = ordered.findLast(({ isCreated }) => isCreated);
  const last = ordered.at(-1);
  if (creation === undefined || last === undefined) return null;
  const row: PlainRow = new Map();
  const columns = new Set(ordered.flatMap(({ delta }) => Object.keys(delta)));
  for (const column of columns) {
    const speaker = ordered.findLast(({ delta }) => column in delta && !isLie(delta[column] ?? null));
    row.set(column, speaker?.delta[column] ?? null);
  }
  const deletion = ordered.findLast(({ isCreated, delta }) => isCreated || 'deleted_at' in delta);
  row.set('deleted_at', deletion?.delta['deleted_at'] ?? null);
  row.set('created_at', creation.madeAt);
  row.set('created_by', creation.madeBy);
  row.set('created_on', creation.device);
  row.set('changed_at', last.madeAt);
  row.set('changed_by', last.madeBy);
  row.set('changed_on', last.device);
  return row;
}

function comesAfter(one: ChangeEntry, other: ChangeEntry | undefined): boolean {
  if (other === undefined) return false;
  if (one.clock > other.clock) return true;
  if (one.clock < other.clock) return false;
  if (one.device > other.device) return true;
  if (one.device < other.device) return false;
  return one.sequence > other.sequence;
}
