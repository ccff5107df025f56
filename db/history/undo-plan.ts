import { type ChangeEntry, compareEntries, foldEntries, type LoggedValue } from '../../domain/change-log.ts';
import { isErasable, isErased } from '../../domain/anonymising.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import type { ReadableDb } from '../database.ts';
import { listRowEntries } from '../change-log/log-entries.ts';
import { readTravellingTables } from '../change-log/travelling-tables.ts';

/** What becomes of one row when an action is taken back. */
export interface RowUndo {
  readonly table: string;
  readonly key: string;
  /** Columns and the values they had; none where all was changed since. */
  readonly values: Readonly<Record<string, LoggedValue>>;
}

/** Why an action cannot be taken back: `names` says of whom or what. */
export type InUseReason = 'changedLater' | 'builtUpon' | 'parentGone' | 'seats' | 'enrolledAgain';
export type UndoInUse = Refusal<'UNDO_IN_USE', { reason: InUseReason; names: string[] }>;
export type NotUndoable = Refusal<'NOT_UNDOABLE', { reason: 'final' | 'password' | 'account' | 'compacted' }>;

/** A row that could not be taken back, to be named by whoever tells it. */
export interface Obstacle {
  readonly reason: InUseReason;
  readonly rows: readonly { table: string; key: string }[];
}

/** Columns that only mean something together: where one was changed since, none is put back alone. */
const coupledColumns: Readonly<Record<string, readonly string[]>> = {
  edition: ['status', 'closed_at', 'course_id'],
  session: ['state', 'cancel_reason', 'deleted_at'],
  enrolment: ['status', 'enrolled_at', 'withdrawn_reason', 'exception_reason', 'person_id', 'deleted_at'],
};

/** One fact a row: where a later word was said, that stays and the others come back. */
const facts = new Set(['attendance_mark', 'grade']);

/** Pictures stay for the certificates that bear them. */
const keptTables = new Set(['logo']);

export interface UndoPlan {
  readonly rows: readonly RowUndo[];
  /** How many values stay because something later was said of them. */
  readonly kept: number;
}

/**
 * What taking an action back would write: for each value that still stands the one before it, for each row that the
 * action made its deletion. Answers an obstacle where later changes rest upon it.
 */
export function planUndo(
  db: ReadableDb,
  entries: readonly ChangeEntry[],
  now: number,
): UndoPlan | Obstacle | NotUndoable {
  const rows: RowUndo[] = [];
  const changedLater: { table: string; key: string }[] = [];
  let kept = 0;
  for (const own of Map.groupBy(entries, ({ table, key }) => `${table} ${key}`).values()) {
    const [first] = own;
    if (first === undefined || keptTables.has(first.table)) continue;
    const { table, key } = first;
    const columns = readTravellingTables(db.handle).get(table)?.columns;
    const isAdmitted: IsAdmitted = (column, value) => columns?.get(column)?.admits(value) !== false;
    const undo = undoRow(table, own, { all: listRowEntries(db, table, key), isAdmitted }, now);
    if (undo === 'changedLater') changedLater.push({ table, key });
    else {
      kept += undo.kept;
      if (Object.keys(undo.values).length > 0) rows.push({ table, key, values: undo.values });
      const secret = ['password_hash', 'recovery_hash'].some((column) => column in undo.values);
      if (secret) return refuse('NOT_UNDOABLE', { reason: 'password' as const });
      if (table === 'user_account' && undo.isMade) {
        return refuse('NOT_UNDOABLE', { reason: 'account' as const });
      }
    }
  }
  return changedLater.length > 0 ? { reason: 'changedLater', rows: changedLater } : { rows, kept };
}

/** Whether a value may stand in the table: one that only a newer version or a liar wrote is not put back. */
type IsAdmitted = (column: string, value: LoggedValue) => boolean;

interface Undone {
  readonly values: Record<string, LoggedValue>;
  readonly kept: number;
  /** The action made the row. */
  readonly isMade: boolean;
}

function undoRow(
  table: string,
  own: readonly ChangeEntry[],
  { all, isAdmitted }: { all: readonly ChangeEntry[]; isAdmitted: IsAdmitted },
  now: number,
): Undone | 'changedLater' {
  const ownSequences = new Set(own.map(placeOf));
  const others = all.filter((entry) => !ownSequences.has(placeOf(entry)));
  const before = foldEntries(others);
  const current = foldEntries(all);
  const isMade = own.some(({ isCreated }) => isCreated) && !before.isCreated;
  if (!isMade) return undoColumns(table, own, { all, isAdmitted }, before.values, current.values);
  const isGone = (current.values['deleted_at'] ?? null) !== null;
  const isChanged = others.some(({ delta }) => Object.keys(delta).some((column) => column !== 'deleted_at'));
  if (isGone) return { values: {}, kept: 0, isMade };
  if (isChanged && !facts.has(table)) return 'changedLater';
  return isChanged ? { values: {}, kept: 1, isMade } : { values: { deleted_at: now }, kept: 0, isMade };
}

function undoColumns(
  table: string,
  own: readonly ChangeEntry[],
  { all, isAdmitted }: { all: readonly ChangeEntry[]; isAdmitted: IsAdmitted },
  before: Readonly<Record<string, LoggedValue>>,
  current: Readonly<Record<string, LoggedValue>>,
): Undone | 'changedLater' {
  const values: Record<string, LoggedValue> = {};
  const lastWriters = findLastWriters(all);
  const ownPlaces = new Set(own.map(placeOf));
  let kept = 0;
  for (const column of new Set(own.flatMap(listWritten))) {
    const was = before[column] ?? null;
    const is = current[column] ?? null;
    if (ownPlaces.has(lastWriters.get(column) ?? '')) {
      if (was !== is && isAdmitted(column, was) && !(isErased(current) && isErasable(table, column)))
        values[column] = was;
      else if (was !== is) kept += 1;
    } else if (was !== is && coupledColumns[table]?.includes(column) === true) return 'changedLater';
    else if (was !== is) kept += 1;
  }
  return { values, kept, isMade: false };
}

function findLastWriters(entries: readonly ChangeEntry[]): Map<string, string> {
  const lastWriters = new Map<string, string>();
  for (const entry of entries.toSorted(compareEntries)) {
    for (const column of listWritten(entry)) lastWriters.set(column, placeOf(entry));
  }
  return lastWriters;
}

/** A creation also says that the row is not deleted. */
function listWritten({ delta, isCreated }: ChangeEntry): string[] {
  return isCreated ? [...Object.keys(delta), 'deleted_at'] : Object.keys(delta);
}

function placeOf({ device, sequence }: ChangeEntry): string {
  return `${device} ${sequence}`;
}
