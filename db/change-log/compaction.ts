import { type ChangeEntry, compareEntries, type Delta, type LoggedValue } from '../../domain/change-log.ts';
import {
  all,
  findRow,
  inTransaction,
  type ReadableDb,
  runUnstamped,
  type WritableDb,
  type Writer,
} from '../database.ts';
import { listKnowledge, listOtherDevices } from '../exchange.ts';
import { sealOwnHead } from './chain.ts';
import { findSeal, listHeads } from './heads.ts';
import { listRowEntries } from './log-entries.ts';
import { standingIn } from './table-fold.ts';
import { readTravellingTables, type TravellingTable } from './travelling-tables.ts';

/** What thinning out removes: whole entries, and values of entries that stay. */
export interface Thinning {
  readonly entries: number;
  readonly values: number;
}

/** When the oldest change in the log was made, in milliseconds since 1970; null where there is none. */
export function findOldestChangeAt(db: ReadableDb): number | null {
  const row = findRow<{ at: number | null }>(
    db,
    `SELECT min((SELECT made_at FROM change_log l WHERE l.device = d.number ORDER BY sequence LIMIT 1)) AS at
     FROM log_device d`,
  );
  return row?.at ?? null;
}

/** What would be removed of the history before a moment (milliseconds since 1970); changes nothing. */
export function reviewThinning(writer: Writer, before: number): Thinning {
  let thinning: Thinning = { entries: 0, values: 0 };
  const { db } = writer;
  try {
    inTransaction(db, () => {
      thinning = thin(db, before);
      // Taken back: only the figures are wanted.
      throw new ReviewOnly();
    });
  } catch (error) {
    if (!(error instanceof ReviewOnly)) throw error;
  }
  return thinning;
}

class ReviewOnly extends Error {}

/**
 * Removes from entries made before a moment what later entries say anew, as far as every PC in use is known to have
 * them: the state folds as before, but what a row was before is gone. Kept in the journal of this PC.
 */
export function thinOut(writer: Writer, before: number): Thinning {
  const { db, userId, now } = writer;
  return inTransaction(db, () => {
    const thinning = thin(db, before);
    runUnstamped(
      db,
      `INSERT INTO compaction_run (happened_at, made_by, older_than, removed_entries, removed_values)
       VALUES (?, ?, ?, ?, ?)`,
      Date.parse(now()),
      userId,
      before,
      thinning.entries,
      thinning.values,
    );
    return thinning;
  });
}

function thin(db: WritableDb, before: number): Thinning {
  sealOwnHead(db);
  const horizons = listHorizons(db);
  const tables = readTravellingTables(db.handle);
  // Of users everything stays: who was a coordinator last is read from it, on every PC alike.
  const rows = all<{ name: string; row_key: string }>(
    db,
    `SELECT t.name, l.row_key FROM change_log l JOIN log_table t ON t.number = l.table_number
     WHERE t.name <> 'user_account' GROUP BY l.table_number, l.row_key HAVING count(*) > 1 AND min(l.made_at) < ?`,
    before,
  );
  let entries = 0;
  let values = 0;
  for (const { name, row_key } of rows) {
    const mayThin = ({ device, sequence, madeAt }: ChangeEntry) =>
      madeAt < before && sequence <= (horizons.get(device) ?? 0);
    const counts = countingIn(db, tables.get(name));
    for (const [entry, left] of thinRow(listRowEntries(db, name, row_key), mayThin, counts)) {
      values += Object.keys(entry.delta).length - Object.keys(left ?? {}).length;
      if (left === null) entries += 1;
      rewrite(db, entry, left);
    }
  }
  if (entries + values > 0) markThinned(db, horizons);
  return { entries, values };
}

/** How far every other PC in use is known to have each device's entries, at a place where the chain is signed. */
export function listHorizons(db: ReadableDb): Map<string, number> {
  const knowledge = listOtherDevices(db).map((id) => listKnowledge(db, id));
  const horizons = listHeads(db).map(({ device, sequence }): [string, number] => {
    const known = Math.min(sequence, ...knowledge.map((each) => each.get(device) ?? 0));
    return [device, findSeal(db, device, known)?.sequence ?? 0];
  });
  return new Map(horizons);
}

/**
 * The entries of a row that can do with less, each with what is left of it; null: nothing. The last entry stays for
 * who changed the row last, and the last creation for who made it.
 */
function* thinRow(
  unordered: readonly ChangeEntry[],
  mayThin: (entry: ChangeEntry) => boolean,
  counts: (column: string, value: LoggedValue) => boolean,
): Generator<[ChangeEntry, Delta | null]> {
  const entries = unordered.toSorted(compareEntries);
  const last = entries.at(-1);
  const lastCreation = entries.findLast(({ isCreated }) => isCreated);
  const saidLater = new Set<string>();
  for (const entry of entries.toReversed()) {
    const said = Object.entries(entry.delta);
    const left = said.filter(([column]) => !saidLater.has(column));
    for (const [column, value] of said) if (counts(column, value)) saidLater.add(column);
    if (entry.isCreated) saidLater.add('deleted_at');
    if (!mayThin(entry)) continue;
    const isNeeded = entry === last || entry === lastCreation || left.length > 0;
    if (!isNeeded) yield [entry, null];
    else if (left.length < said.length) yield [entry, Object.fromEntries(left)];
  }
}

/**
 * Whether a value that was said can stand for those before it: where this version does not admit it, or the row it
 * points to is missing, the table still holds an earlier one.
 */
function countingIn(
  db: ReadableDb,
  table: TravellingTable | undefined,
): (column: string, value: LoggedValue) => boolean {
  const isThere = standingIn(db);
  return (name, value) => {
    const column = table?.columns.get(name);
    if (table === undefined || column === undefined) return true;
    const isMissing = table.parents.some(
      (parent) => parent.columns.length === 1 && parent.columns[0] === name && !isThere(parent, [value]),
    );
    return column.admits(value) && (value === null || !isMissing);
  };
}

/** Puts into the log what is left of an entry, or takes it out. */
export function rewrite(db: WritableDb, { device, sequence }: ChangeEntry, left: Delta | null): void {
  const place = 'device = (SELECT number FROM log_device WHERE id = ?) AND sequence = ?';
  if (left === null) runUnstamped(db, `DELETE FROM change_log WHERE ${place}`, device, sequence);
  else
    runUnstamped(
      db,
      `UPDATE change_log SET delta = ? WHERE ${place}`,
      JSON.stringify(left),
      device,
      sequence,
    );
}

function markThinned(db: WritableDb, horizons: ReadonlyMap<string, number>): void {
  for (const [device, sequence] of horizons) {
    runUnstamped(db, 'UPDATE log_device SET compacted = max(compacted, ?) WHERE id = ?', sequence, device);
  }
}
