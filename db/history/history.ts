import { toInstant } from '../../domain/calendar-date.ts';
import { type ChangeEntry, compareEntries } from '../../domain/change-log.ts';
import {
  type HistoryAction,
  type HistoryEntry,
  type HistoryPage,
  type HistorySubject,
  type RowStep,
  sumUp,
  tellRow,
} from '../../domain/history.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { mayUndoAction, nameActionKind } from '../../domain/undo-rights.ts';
import type { User } from '../../domain/user.ts';
import type { ReadableDb } from '../database.ts';
import { listRowEntries } from '../change-log/log-entries.ts';
import { findParentOf, readTravellingTables, type TravellingTable } from '../change-log/travelling-tables.ts';
import { listKeyIds, lookUpNames, nameRow, nameValue, type RowNames } from './names.ts';
import { listTouched, listSubjectEntries } from './subjects.ts';

/** What is read of a history. */
export interface HistoryQuery {
  subject: HistorySubject;
  /** Only what this user did, or null. */
  userId: string | null;
  /** Only what was done in this table, or null. */
  table: string | null;
  offset: number;
  limit: number;
}

/** More entries of one action than this are counted, not listed. */
const listedEntries = 100;

/** Steps that were made at once, newest last. */
type Steps = readonly RowStep[];

/** A page of what was done to a record, newest first, each action with who, when, where and from what to what. */
export function listHistory(
  db: ReadableDb,
  user: Pick<User, 'id' | 'role'>,
  { subject, userId, table, offset, limit }: HistoryQuery,
): HistoryPage {
  const steps = tellRows(listSubjectEntries(db, subject));
  const chosen = steps.filter(
    ({ entry }) => (userId === null || entry.madeBy === userId) && (table === null || entry.table === table),
  );
  const actions = groupByAction(chosen);
  const authorIds = [...new Set(steps.map(({ entry }) => entry.madeBy))];
  const page = actions.slice(offset, offset + limit);
  const names = lookUp(db, page, authorIds);
  return {
    total: actions.length,
    actions: page.map((action) => describeAction(db, user, names, action)),
    authors: authorIds.map((id) => ({ id, name: nameUser(names, id) })),
    tables: [...new Set(steps.map(({ entry }) => entry.table))],
  };
}

/** Everything that was done to one row, newest first. Refuses NOT_FOUND where the log knows no such row. */
export function listRowHistory(
  db: ReadableDb,
  user: Pick<User, 'id' | 'role'>,
  { table, key }: { table: string; key: string },
): HistoryAction[] | Refusal<'NOT_FOUND'> {
  const entries = readTravellingTables(db.handle).has(table) ? listRowEntries(db, table, key) : [];
  if (entries.length === 0) return refuse('NOT_FOUND');
  const actions = groupByAction(tellRows(entries));
  const authorIds = [...new Set(entries.map(({ madeBy }) => madeBy))];
  const names = lookUp(db, actions, authorIds);
  return actions.map((action) => describeAction(db, user, names, action));
}

/** Each row's story by itself. What a step wrote may be all hidden: then it is not told, unless it made or ended the row. */
function tellRows(entries: readonly ChangeEntry[]): RowStep[] {
  const rows = Map.groupBy(entries, ({ table, key }) => `${table} ${key}`);
  return [...rows.values()]
    .flatMap((row) => tellRow(row[0]?.table ?? '', row))
    .filter(({ verb, changes }) => verb !== 'changed' || changes.length > 0);
}

function groupByAction(steps: Steps): Steps[] {
  const groups = Map.groupBy(steps, ({ entry }) => `${entry.device} ${entry.action}`);
  return [...groups.values()]
    .map((group) => group.toSorted((a, b) => compareEntries(a.entry, b.entry)))
    .toSorted((a, b) => compareLast(b, a));
}

function compareLast(a: Steps, b: Steps): number {
  const [last, otherLast] = [a.at(-1), b.at(-1)];
  return last === undefined || otherLast === undefined ? 0 : compareEntries(last.entry, otherLast.entry);
}

function lookUp(db: ReadableDb, actions: readonly Steps[], authorIds: readonly string[]): RowNames {
  const tables = readTravellingTables(db.handle);
  const idsByTable = new Map<string, Set<string>>([['user_account', new Set(authorIds)]]);
  const want = (table: string, id: string) => {
    const ids = idsByTable.get(table);
    if (ids === undefined) idsByTable.set(table, new Set([id]));
    else ids.add(id);
  };
  for (const { entry, changes } of actions.flat()) {
    want('device', entry.device);
    const table = tables.get(entry.table);
    if (table === undefined) continue;
    for (const { table: parent, id } of listKeyIds(table, entry.key)) want(parent, id);
    for (const { column, before, after } of changes) {
      const parent = findParentOf(table, column);
      for (const id of [before, after]) {
        if (parent !== null && typeof id === 'string') want(parent, id);
      }
    }
  }
  return lookUpNames(db, idsByTable);
}

function nameUser(names: RowNames, id: string): string | null {
  return names.get('user_account')?.get(id)?.title ?? null;
}

function describeAction(
  db: ReadableDb,
  user: Pick<User, 'id' | 'role'>,
  names: RowNames,
  steps: Steps,
): HistoryAction {
  const last = steps.at(-1)?.entry;
  if (last === undefined) throw new Error('an action has an entry');
  const tables = readTravellingTables(db.handle);
  const entries = steps.map((step) => describeStep(names, tables.get(step.entry.table), step));
  const kind = nameActionKind(listTouched(db, last));
  // That a session is held follows from its marks: alone it is nothing to take back.
  const stands = entries.some((entry) => entry.stands && !(kind === 'marks' && entry.table === 'session'));
  return {
    device: last.device,
    action: last.action,
    at: toInstant(last.madeAt),
    userId: last.madeBy,
    userName: nameUser(names, last.madeBy),
    deviceName: names.get('device')?.get(last.device)?.title ?? null,
    parts: sumUp(entries),
    entryCount: entries.length,
    entries: entries.slice(0, listedEntries),
    mayUndo: stands && mayUndoAction(user, { kind, madeBy: last.madeBy }),
  };
}

function describeStep(
  names: RowNames,
  table: TravellingTable | undefined,
  { entry, verb, changes, stands, superseded }: RowStep,
): HistoryEntry {
  const { device, sequence, key } = entry;
  const nothing = { person: null, personId: null, date: null, title: null };
  return {
    device,
    sequence,
    table: entry.table,
    key,
    about: table === undefined ? nothing : nameRow(names, table, key),
    verb,
    changes: changes.map((change) => ({
      ...change,
      beforeName: table === undefined ? null : nameValue(names, table, change.column, change.before),
      afterName: table === undefined ? null : nameValue(names, table, change.column, change.after),
    })),
    stands,
    superseded,
  };
}
