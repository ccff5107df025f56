import { createHash } from 'node:crypto';
import { type ChangeEntry, foldEntries, type LoggedValue } from '../../domain/change-log.ts';
import { all, findRow, type ReadableDb } from '../database.ts';
import { entryQuery, rowToEntry } from './log-entries.ts';
import { findKeyRow } from './row-writing.ts';
import { readTravellingTables, type TravellingTable } from './travelling-tables.ts';

/** What is wrong between log and tables; at most the first hundred are named. */
export interface LogCheck {
  readonly ok: boolean;
  readonly problems: readonly string[];
}

const namedProblems = 100;

/** The rows of the log one after the other, each with all its entries. */
function* eachLoggedRow(db: ReadableDb): Generator<{ table: string; key: string; entries: ChangeEntry[] }> {
  const rows = db.handle
    .prepare<[], Parameters<typeof rowToEntry>[0]>(`${entryQuery} ORDER BY t.name, l.row_key`)
    .iterate();
  let entries: ChangeEntry[] = [];
  for (const row of rows) {
    const entry = rowToEntry(row);
    const [first] = entries;
    if (first !== undefined && (first.table !== entry.table || first.key !== entry.key)) {
      yield { table: first.table, key: first.key, entries };
      entries = [];
    }
    entries.push(entry);
  }
  const [first] = entries;
  if (first !== undefined) yield { table: first.table, key: first.key, entries };
}

/**
 * One text for everything that travels, as the log folds it: equal on devices that hold the same, whatever their
 * versions and however it came to them. SHA-256, in hexadecimal.
 */
export function digestLog(db: ReadableDb): string {
  const digest = createHash('sha256');
  for (const { table, key, entries } of eachLoggedRow(db)) {
    const { isCreated, values, stamps } = foldEntries(entries);
    const said = Object.entries({ ...values, ...stamps }).filter(([, value]) => value !== null);
    digest.update(`${JSON.stringify([table, key, isCreated, said.toSorted(byName)])}\n`);
  }
  return digest.digest('hex');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * Compares log and tables: every row is what its entries fold to, every row has entries, nobody's sequence has a gap
 * that was not made by thinning out, and what waits really has to.
 */
export function checkLog(db: ReadableDb): LogCheck {
  const problems: string[] = [];
  const tables = readTravellingTables(db.handle);
  const waiting = listWaiting(db);
  const rowCounts = new Map<string, number>();
  for (const { table, key, entries } of eachLoggedRow(db)) {
    const known = tables.get(table);
    if (known === undefined) continue;
    const row = findStored(db, known, key);
    const waits = waiting.has(`${table} ${key}`);
    if (row === undefined && waits) continue;
    const problem = waits ? null : compareRow(row, entries);
    if (problem !== null) problems.push(`${table} ${key}: ${problem}`);
    rowCounts.set(table, (rowCounts.get(table) ?? 0) + 1);
  }
  for (const table of tables.keys()) problems.push(...compareCounts(db, table, rowCounts.get(table) ?? 0));
  problems.push(...listIdleWaiting(db, tables), ...findGaps(db));
  return { ok: problems.length === 0, problems: problems.slice(0, namedProblems) };
}

/** The rows that may be absent or behind their log: what is only in columns of a newer version is not among them. */
function listWaiting(db: ReadableDb): Set<string> {
  const rows = all<{ name: string; row_key: string }>(
    db,
    `SELECT t.name, w.row_key FROM waiting_row w JOIN log_table t ON t.number = w.table_number
     WHERE w.reason <> 'unknown'`,
  );
  return new Set(rows.map(({ name, row_key }) => `${name} ${row_key}`));
}

/** What waits for a parent has to wait: the parent is not there. */
function listIdleWaiting(db: ReadableDb, tables: ReadonlyMap<string, TravellingTable>): string[] {
  const rows = all<{ name: string; row_key: string; parent: string; parent_key: string }>(
    db,
    `SELECT t.name, w.row_key, p.name AS parent, w.parent_key FROM waiting_row w
     JOIN log_table t ON t.number = w.table_number JOIN log_table p ON p.number = w.parent_table`,
  );
  return rows
    .filter(({ parent, parent_key }) => {
      const table = tables.get(parent);
      return table === undefined || findStored(db, table, parent_key) !== undefined;
    })
    .map(({ name, row_key, parent }) => `${name} ${row_key}: waits for a ${parent} that is there`);
}

type StoredRow = Readonly<Record<string, LoggedValue | Uint8Array>>;

function findStored(db: ReadableDb, table: TravellingTable, key: string): StoredRow | undefined {
  const keyRow = findKeyRow(table, key);
  if (keyRow === null) return undefined;
  const where = Object.keys(keyRow).map((column) => `${column} = ?`);
  return findRow<StoredRow>(
    db,
    `SELECT * FROM ${table.name} WHERE ${where.join(' AND ')}`,
    ...Object.values(keyRow),
  );
}

function compareRow(row: StoredRow | undefined, entries: ChangeEntry[]): string | null {
  if (row === undefined) return 'in the log, not in the table';
  const { values, stamps } = foldEntries(entries);
  for (const [column, wanted] of Object.entries({ ...values, ...stamps })) {
    if (!Object.hasOwn(row, column)) continue;
    const found = row[column];
    const said = found instanceof Uint8Array ? Buffer.from(found).toString('hex').toUpperCase() : found;
    if (said !== wanted) return `${column} is not what the log says`;
  }
  return null;
}

function compareCounts(db: ReadableDb, table: string, logged: number): string[] {
  const stored = findRow<{ count: number }>(db, `SELECT count(*) AS count FROM ${table}`)?.count ?? 0;
  return stored === logged ? [] : [`${table}: ${stored} rows, ${logged} of them in the log`];
}

function findGaps(db: ReadableDb): string[] {
  const rows = all<{ id: string; sequence: number; last: number; count: number; compacted: number }>(
    db,
    `SELECT d.id, coalesce(c.sequence, d.sequence) AS sequence, d.compacted,
       coalesce(max(l.sequence), 0) AS last, count(*) FILTER (WHERE l.sequence > d.compacted) AS count
     FROM log_device d LEFT JOIN log_clock c ON c.device = d.number LEFT JOIN change_log l ON l.device = d.number
     GROUP BY d.number`,
  );
  return rows
    .filter(
      ({ sequence, last, count, compacted }) =>
        last > sequence || count !== Math.max(0, sequence - compacted),
    )
    .map(({ id }) => `device ${id}: entries are missing`);
}
