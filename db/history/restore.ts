import { compareEntries, type Delta, foldEntries } from '../../domain/change-log.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { findRestoreRole, isRestorable, mayRestore } from '../../domain/restore-rights.ts';
import type { Writer } from '../database.ts';
import { listDeviceEntries, listRowEntries } from '../change-log/log-entries.ts';
import { inTransactionUnlessRefused } from '../refusable-transaction.ts';
import { type NotRestorable, restorers } from './restorers.ts';
import type { ActionPlace } from './subjects.ts';
import { getCurrentAction, type Undoer } from './undo.ts';
import { listEditionsOf } from './undo-checks.ts';

/** Which entry says how it was, and of which column; null: the whole record. */
export interface RestoreOrder {
  readonly device: string;
  readonly sequence: number;
  readonly column: string | null;
}

type RestoreRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'FORBIDDEN', { needs: string }>
  | Refusal<'NOTHING_TO_RESTORE'>
  | Refusal<'EDITION_CLOSED'>
  | Refusal<'SESSION_CANCELLED'>
  | Refusal<'CODE_TAKEN'>
  | Refusal<'LAST_COORDINATOR'>
  | NotRestorable;

/** Values of a row whose deletion is its value: a mark or a grade that was taken away. */
const facts: Readonly<Record<string, string>> = { attendance_mark: 'mark', grade: 'score' };

/**
 * Makes a field, or a whole record, what it was after an entry: an ordinary change through the operation that types
 * it, with its rules. Refuses NOT_RESTORABLE where only steps lead there, and what those operations refuse.
 */
export function restoreEarlier(
  writer: Writer,
  { user, ownEditions }: Undoer,
  { device, sequence, column }: RestoreOrder,
): ActionPlace | RestoreRefusal {
  return inTransactionUnlessRefused(writer, () => {
    const { db } = writer;
    const [entry] = listDeviceEntries(db, device, { after: sequence - 1, limit: 1 });
    if (entry === undefined || entry.sequence !== sequence) return refuse('NOT_FOUND');
    const { table, key } = entry;
    const isForeign = listEditionsOf(db, [{ table, key }]).some(({ id }) => ownEditions?.has(id) === false);
    if (isForeign) return refuse('NOT_FOUND');
    const restore = restorers[table];
    if (restore === undefined || (column !== null && !isRestorable(table, column))) {
      return refuse('NOT_RESTORABLE', { reason: 'steps' as const });
    }
    if (!mayRestore(user.role, table)) {
      return refuse('FORBIDDEN', { needs: findRestoreRole(table) ?? 'coordinator' });
    }
    const entries = listRowEntries(db, table, key);
    const then = readFact(
      table,
      foldEntries(entries.filter((each) => compareEntries(each, entry) <= 0)).values,
    );
    const now = readFact(table, foldEntries(entries).values);
    if ((then['deleted_at'] ?? null) !== null)
      return refuse('NOT_RESTORABLE', { reason: 'deleted' as const });
    const values = pickWanted(table, column, then, now);
    const comesBack = (now['deleted_at'] ?? null) !== null;
    if (Object.keys(values).length === 0 && !comesBack) return refuse('NOTHING_TO_RESTORE');
    const answer = restore(writer, { key, values });
    // Whatever the operation refuses is one of the errors that this one declares, too.
    if (isRefusal(answer)) return answer as RestoreRefusal;
    return getCurrentAction(db);
  });
}

/** What differs now of what was asked for, with the columns that only mean something together with it. */
function pickWanted(table: string, column: string | null, then: Delta, now: Delta): Delta {
  const columns = new Set(column === null ? [...Object.keys(then), ...Object.keys(now)] : [column]);
  if (table === 'session' && columns.has('cancel_reason')) columns.add('state');
  if (table === 'session' && columns.has('state')) columns.add('cancel_reason');
  if (table === 'office' && columns.has('municipality')) columns.add('municipality_code');
  const differing = [...columns].filter(
    (each) =>
      each !== 'deleted_at' && isRestorable(table, each) && (then[each] ?? null) !== (now[each] ?? null),
  );
  return Object.fromEntries(differing.map((each) => [each, then[each] ?? null]));
}

function readFact(table: string, values: Delta): Delta {
  const column = facts[table];
  if (column === undefined) return values;
  const { deleted_at: deletedAt, ...others } = values;
  return (deletedAt ?? null) === null ? others : { ...others, [column]: null };
}
