import { type ChangeEntry, compareEntries } from '../../domain/change-log.ts';
import { isErased } from '../../domain/anonymising.ts';
import { findRow, inTransaction, runUnstamped, type WritableDb } from '../database.ts';
import { advanceClock, getHead, listHeads, type LogHead, setSequence } from './heads.ts';
import { insertEntry } from './log-entries.ts';
import { numberOf, tableNumberOf } from './log-names.ts';
import { isErasedRow } from './erasing.ts';
import { findKeyRow, writeLaterValues } from './row-writing.ts';
import { everyRowIsThere, foldForTable } from './table-fold.ts';
import { readTravellingTables, type TravellingTable } from './travelling-tables.ts';
import { isAnythingWaiting, isWaiting, refoldRow, retryHelpedRows } from './waiting-rows.ts';

/** What became of entries that arrived. */
export interface MergeCounts {
  /** New here, and their rows stand. */
  applied: number;
  /** Were here already. */
  known: number;
  /** New here, kept in the log until what their rows wait for arrives. */
  waiting: number;
}

/** A merge under way: what is looked up once and not for every entry. */
export interface Merge {
  readonly db: WritableDb;
  readonly tables: ReadonlyMap<string, TravellingTable>;
  readonly deviceNumbers: Map<string, number>;
  readonly authorNumbers: Map<string, number>;
  readonly tableNumbers: Map<string, number>;
  /** How far each device's entries are here, as this merge found and left them. */
  readonly sequences: Map<string, number>;
}

/** Another program took entries in meanwhile: what was checked against the log has to be checked again. */
export class MergedElsewhereError extends Error {}

/** The new entries of one row, and the clock of the last that was known of it before. */
interface RowNews {
  readonly table: string;
  readonly key: string;
  readonly clockBefore: number | null;
  readonly entries: ChangeEntry[];
}

/**
 * Begins a merge, first trying again what a row made here may have helped to stand. `heads` is what the entries were
 * checked against.
 */
export function beginMerge(db: WritableDb, heads: readonly LogHead[] = listHeads(db)): Merge {
  const tables = readTravellingTables(db.handle);
  withoutLogging(db, () => retryHelpedRows(db, tables));
  return {
    db,
    tables,
    deviceNumbers: new Map(),
    authorNumbers: new Map(),
    tableNumbers: new Map(),
    sequences: new Map(heads.map(({ device, sequence }) => [device, sequence])),
  };
}

/** Runs writes that are not this device's work, all or none: they are in the log already. */
export function withoutLogging<Result>(db: WritableDb, write: () => Result): Result {
  return inTransaction(db, () => {
    const before = findRow<{ is_logging: number }>(db, 'SELECT is_logging FROM log_clock')?.is_logging ?? 0;
    runUnstamped(db, 'UPDATE log_clock SET is_logging = 0');
    const result = write();
    runUnstamped(db, 'UPDATE log_clock SET is_logging = ?', before);
    return result;
  });
}

/**
 * Takes entries of other devices into log and tables, in one transaction. Per device they come in order and without
 * a gap after what is here; what is here already is passed over. Throws on a gap: whoever reads a packet sees to that.
 *
 * @throws MergedElsewhereError, with nothing taken in, where the log is not as this merge left it.
 */
export function mergeEntries(merge: Merge, entries: readonly ChangeEntry[]): MergeCounts {
  return withoutLogging(merge.db, () => {
    const devices = listDevicesWithNews(merge, entries);
    const rows = new Map<string, RowNews>();
    let known = 0;
    let clock = 0;
    for (const entry of entries) {
      if (!logEntry(merge, entry, rows)) known += 1;
      clock = Math.max(clock, entry.clock);
    }
    let waiting = 0;
    for (const row of rows.values()) if (!settleRow(merge, row)) waiting += row.entries.length;
    for (const device of devices)
      setSequence(merge.db, deviceNumber(merge, device), sequenceOf(merge, device));
    advanceClock(merge.db, clock);
    return { applied: entries.length - known - waiting, known, waiting };
  });
}

/** Of whom something here is new. Of this device's own work, which goes on meanwhile, nothing can be. */
function listDevicesWithNews(merge: Merge, entries: readonly ChangeEntry[]): string[] {
  const lastByDevice = new Map(entries.map(({ device, sequence }) => [device, sequence]));
  const devices = [...lastByDevice].filter(([device, last]) => last > sequenceOf(merge, device));
  for (const [device] of devices) {
    if (getHead(merge.db, device).sequence !== sequenceOf(merge, device)) {
      throw new MergedElsewhereError(`entries of ${device} arrived elsewhere`);
    }
  }
  return devices.map(([device]) => device);
}

/** Puts an entry into the log and among the news of its row; answers whether it was new. */
function logEntry(merge: Merge, entry: ChangeEntry, rows: Map<string, RowNews>): boolean {
  const { db } = merge;
  const sequence = sequenceOf(merge, entry.device);
  if (entry.sequence <= sequence) return false;
  if (entry.sequence !== sequence + 1)
    throw new Error(`entries are missing before ${entry.device} ${entry.sequence}`);
  const table = cached(merge.tableNumbers, entry.table, () => tableNumberOf(db, entry.table));
  const author = cached(merge.authorNumbers, entry.madeBy, () => numberOf(db, 'log_author', entry.madeBy));
  newsOf(db, rows, table, entry).entries.push(entry);
  insertEntry(db, entry, { device: deviceNumber(merge, entry.device), author, table });
  merge.sequences.set(entry.device, entry.sequence);
  return true;
}

function newsOf(db: WritableDb, rows: Map<string, RowNews>, table: number, entry: ChangeEntry): RowNews {
  const id = `${entry.table} ${entry.key}`;
  const found = rows.get(id);
  if (found !== undefined) return found;
  const sql = 'SELECT max(clock) AS clock FROM change_log WHERE table_number = ? AND row_key = ?';
  const clockBefore = findRow<{ clock: number | null }>(db, sql, table, entry.key)?.clock ?? null;
  const news = { table: entry.table, key: entry.key, clockBefore, entries: [] };
  rows.set(id, news);
  return news;
}

/**
 * Brings a row up to its new entries; answers whether it stands. Where they all come after what was known, they are
 * simply added; anything else is folded anew from the log, which is what the fast ways must agree with.
 */
function settleRow({ db, tables }: Merge, { table: name, key, clockBefore, entries }: RowNews): boolean {
  const row = { table: name, key };
  if (clockBefore === null) return refoldRow(db, tables, row, entries);
  const table = tables.get(name);
  const areLater = entries.every(({ clock }) => clock > clockBefore);
  if (table !== undefined && areLater && !(isAnythingWaiting(db) && isWaiting(db, name, key))) {
    if (addLater(db, table, key, entries)) return true;
  }
  return refoldRow(db, tables, row);
}

/**
 * Adds later entries to a row that stands whole, if it stays so; answers whether it did. Of a row that is anonymised not
 * all counts that is said of it.
 */
function addLater(
  db: WritableDb,
  table: TravellingTable,
  key: string,
  entries: readonly ChangeEntry[],
): boolean {
  const keyRow = findKeyRow(table, key);
  if (keyRow === null) return false;
  const later = foldForTable(table, keyRow, entries.toSorted(compareEntries), everyRowIsThere);
  if (isErased(later.values) || isErasedRow(db, table.name, key)) return false;
  return later.isWhole && writeLaterValues(db, table, keyRow, later);
}

function deviceNumber({ db, deviceNumbers }: Merge, device: string): number {
  return cached(deviceNumbers, device, () => numberOf(db, 'log_device', device));
}

function sequenceOf({ sequences }: Merge, device: string): number {
  return sequences.get(device) ?? 0;
}

function cached<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const value = make();
  map.set(key, value);
  return value;
}
