import type { ChangeEntry } from '../../domain/change-log.ts';
import type { ImportId, SessionId } from '../../domain/ids.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { mayUndoAction, nameActionKind } from '../../domain/undo-rights.ts';
import type { User } from '../../domain/user.ts';
import {
  findRow,
  type ReadableDb,
  type SqlRow,
  type TableName,
  updateRow,
  type Writer,
} from '../database.ts';
import { findComputedColumns } from '../change-log/computed-columns.ts';
import { getHead } from '../change-log/heads.ts';
import { findKeyRow } from '../change-log/row-writing.ts';
import { readTravellingTables, type TravellingTable } from '../change-log/travelling-tables.ts';
import { countCertificates } from '../editions.ts';
import { undoImport } from '../imports.ts';
import type { OwnEditions } from '../own-editions.ts';
import { inTransactionUnlessRefused } from '../refusable-transaction.ts';
import { fillFreeSeats } from '../seats.ts';
import { settleSessionState } from '../sessions.ts';
import { listKeyIds, lookUpNames, nameRow } from './names.ts';
import { type ActionPlace, listActionEntries, toTouched } from './subjects.ts';
import {
  findChildren,
  findDeadParents,
  findRuleBroken,
  findSeatObstacle,
  listEditionsOf,
  readSeatState,
} from './undo-checks.ts';
import { type NotUndoable, type Obstacle, planUndo, type RowUndo, type UndoInUse } from './undo-plan.ts';

/** Who takes something back, and which editions are theirs. */
export interface Undoer {
  readonly user: Pick<User, 'id' | 'role'>;
  readonly ownEditions: OwnEditions;
}

/** The undoing is an action itself: by its place it can be taken back in turn. */
export interface UndoOutcome extends ActionPlace {
  /** Rows that are as they were before. */
  readonly rows: number;
  /** Values that stayed because something later was said of them. */
  readonly kept: number;
}

type UndoRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'FORBIDDEN', { needs: string }>
  | Refusal<'NOTHING_TO_UNDO'>
  | Refusal<'ALREADY_UNDONE'>
  | Refusal<'IMPORT_IN_USE', { names: string[] }>
  | Refusal<'EDITION_CLOSED'>
  | Refusal<'SESSION_CANCELLED'>
  | Refusal<'CERTIFICATES_ISSUED', { certificates: number }>
  | Refusal<'CODE_TAKEN'>
  | Refusal<'LAST_COORDINATOR'>
  | NotUndoable
  | UndoInUse;

/**
 * Takes back all that was done at once, whichever device did it: what still stands becomes what it was, what the
 * action made is deleted, what it deleted comes back. Refused, with the names, where something later rests upon it,
 * where a rule forbids it (closed edition, cancelled session, full edition) or the user may not.
 */
export function undoAction(
  writer: Writer,
  undoer: Undoer,
  { device, action }: ActionPlace,
): UndoOutcome | UndoRefusal {
  return inTransactionUnlessRefused(writer, () => {
    const entries = listActionEntries(writer.db, { device, action });
    const refusal = refuseUndoer(writer.db, undoer, entries);
    if (refusal !== null) return refusal;
    const made = entries.find(({ table, isCreated }) => table === 'import' && isCreated);
    if (made !== undefined) return undoImportAction(writer, made.key as ImportId);
    return undoEntries(writer, entries);
  });
}

function refuseUndoer(
  db: ReadableDb,
  { user, ownEditions }: Undoer,
  entries: readonly ChangeEntry[],
): Refusal<'NOT_FOUND'> | Refusal<'FORBIDDEN', { needs: string }> | NotUndoable | null {
  const [first] = entries;
  if (first === undefined) return refuse('NOT_FOUND');
  const kind = nameActionKind(entries.map(toTouched));
  if (kind === 'final') return refuse('NOT_UNDOABLE', { reason: 'final' as const });
  const isForeign = ({ id }: { id: Parameters<NonNullable<OwnEditions>['has']>[0] }) =>
    ownEditions !== null && !ownEditions.has(id);
  if (listEditionsOf(db, entries).some(isForeign)) return refuse('NOT_FOUND');
  if (!mayUndoAction(user, { kind, madeBy: first.madeBy })) {
    return refuse('FORBIDDEN', { needs: kind === 'other' ? 'coordinator' : 'registrar' });
  }
  const isThinned = getHead(db, first.device).thinned >= first.action;
  return isThinned ? refuse('NOT_UNDOABLE', { reason: 'compacted' as const }) : null;
}

function undoImportAction(writer: Writer, id: ImportId) {
  const undone = undoImport(writer, id);
  if (isRefusal(undone)) return undone;
  return { ...getCurrentAction(writer.db), rows: undone.created + undone.enrolled + undone.waiting, kept: 0 };
}

function undoEntries(writer: Writer, entries: readonly ChangeEntry[]): UndoOutcome | UndoRefusal {
  const { db } = writer;
  const isMarking = nameActionKind(entries.map(toTouched)) === 'marks';
  // The state of a marked session follows from its marks, also from those that others made since.
  const told = isMarking ? entries.filter(({ table }) => table === 'attendance_mark') : entries;
  const plan = planUndo(db, told, Date.parse(writer.now()));
  if (isRefusal(plan)) return plan;
  if ('reason' in plan) return nameObstacle(db, plan);
  if (plan.rows.length === 0) return refuse('NOTHING_TO_UNDO');
  const editions = listEditionsOf(db, plan.rows);
  const rule = refuseByEdition(db, entries, plan.rows, editions);
  if (rule !== null) return rule;
  const editionIds = editions.map(({ id }) => id);
  const seatsBefore = readSeatState(db, editionIds);
  for (const row of plan.rows) writeRow(writer, row);
  if (isMarking) {
    const sessionIds = plan.rows.map(({ key }) => (JSON.parse(key) as [SessionId])[0]);
    for (const sessionId of new Set(sessionIds)) settleSessionState(writer, sessionId);
  }
  const touchesSeats = plan.rows.some(({ table }) => table === 'enrolment' || table === 'edition');
  const obstacle =
    findChildren(db, plan.rows) ??
    findDeadParents(db, plan.rows) ??
    (plan.rows.some(({ table }) => table === 'enrolment')
      ? findSeatObstacle(seatsBefore, readSeatState(db, editionIds))
      : null);
  if (obstacle !== null) return nameObstacle(db, obstacle);
  const broken = findRuleBroken(db, plan.rows);
  if (broken !== null) return broken;
  if (touchesSeats) for (const id of editionIds) fillFreeSeats(writer, id);
  return { ...getCurrentAction(db), rows: plan.rows.length, kept: plan.kept };
}

/** A closed edition takes nothing back, unless what is taken back is its closing, the word on its results, or who somebody is. */
function refuseByEdition(
  db: ReadableDb,
  entries: readonly ChangeEntry[],
  rows: readonly RowUndo[],
  editions: ReturnType<typeof listEditionsOf>,
): Refusal<'EDITION_CLOSED'> | Refusal<'SESSION_CANCELLED'> | UndoRefusal | null {
  const isMerge = entries.some(({ delta }) => 'merged_into' in delta || 'joined_into' in delta);
  if (isMerge) return null;
  const moved = rows.filter(
    ({ table, values }) => table === 'edition' && ('status' in values || 'results_digest' in values),
  );
  const movedIds = new Set(moved.map(({ key }) => key));
  if (editions.some(({ id, isClosed }) => isClosed && !movedIds.has(id))) return refuse('EDITION_CLOSED');
  for (const { id, isClosed } of editions) {
    const certificates = isClosed ? countCertificates(db, id) : 0;
    if (certificates > 0) return refuse('CERTIFICATES_ISSUED', { certificates });
  }
  const marks = rows.filter(({ table }) => table === 'attendance_mark').map(({ key }) => key);
  const cancelled = findRow(
    db,
    `SELECT 1 FROM json_each(?) m JOIN session s ON s.id = json_extract(m.value, '$[0]')
     WHERE s.state = 'cancelled' OR s.deleted_at IS NOT NULL`,
    JSON.stringify(marks),
  );
  return cancelled === undefined ? null : refuse('SESSION_CANCELLED');
}

/** An ordinary logged write, with what is computed of the row and hangs on it. */
function writeRow(writer: Writer, { table: name, key, values }: RowUndo): void {
  const table = readTravellingTables(writer.db.handle).get(name);
  const keyRow = table === undefined ? null : findKeyRow(table, key);
  if (table === undefined || keyRow === null) throw new Error(`no row ${name} ${key}`);
  const computedColumns = findComputedColumns(name);
  const stored = computedColumns === undefined ? {} : readRow(writer.db, table, keyRow);
  const computed = computedColumns?.compute({ ...stored, ...values }) ?? {};
  const isThere = updateRow(writer, name as TableName, keyRow, { ...values, ...computed });
  if (!isThere) throw new Error(`no row ${name} ${key}`);
  computedColumns?.settle?.(writer.db, key);
}

function readRow(
  db: ReadableDb,
  table: TravellingTable,
  key: SqlRow,
): Record<string, string | number | null> {
  const where = Object.keys(key).map((column) => `${column} = ?`);
  const sql = `SELECT * FROM ${table.name} WHERE ${where.join(' AND ')}`;
  return findRow<Record<string, string | number | null>>(db, sql, ...Object.values(key)) ?? {};
}

function nameObstacle(db: ReadableDb, { reason, rows }: Obstacle): UndoInUse {
  const tables = readTravellingTables(db.handle);
  const named = rows.slice(0, 10).flatMap((row) => {
    const table = tables.get(row.table);
    return table === undefined ? [] : [{ table, key: row.key }];
  });
  const ids = named.flatMap(({ table, key }) => listKeyIds(table, key));
  const idsByTable = new Map(
    [...Map.groupBy(ids, ({ table }) => table)].map(([table, found]) => [
      table,
      new Set(found.map(({ id }) => id)),
    ]),
  );
  const names = lookUpNames(db, idsByTable);
  const texts = named.map(({ table, key }) => {
    const { person, title, date } = nameRow(names, table, key);
    return person ?? title ?? date ?? table.name;
  });
  return refuse('UNDO_IN_USE', { reason, names: [...new Set(texts)] });
}

/** The action that the running transaction writes; where it is handed out, what it did can be taken back. */
export function getCurrentAction(db: ReadableDb): ActionPlace {
  const row = findRow<ActionPlace>(
    db,
    'SELECT d.id AS device, c.action FROM log_clock c JOIN log_device d ON d.number = c.device',
  );
  if (row === undefined) throw new Error('there is no log yet');
  return { device: row.device, action: row.action };
}
