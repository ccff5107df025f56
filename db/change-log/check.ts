import { createHash, hash } from 'node:crypto';
import { withoutErased } from '../../domain/anonymising.ts';
import {
  addToFold,
  beginFold,
  type ChangeEntry,
  type Delta,
  type LoggedValue,
  type RowFold,
} from '../../domain/change-log.ts';
import { all, findRow, type ReadableDb, type SqlRow } from '../database.ts';
import { eachEntryByRow, eachRowEntry } from './log-entries.ts';
import { findKeyRow } from './row-writing.ts';
import {
  addToTableFold,
  beginTableFold,
  endTableFold,
  everyRowIsThere,
  foldForTable,
  standingIn,
  type TableFold,
  type TableFolding,
} from './table-fold.ts';
import { readTravellingTables, type TravellingTable } from './travelling-tables.ts';

/** What is wrong between log and tables; at most the first hundred are named. */
export interface LogCheck {
  readonly ok: boolean;
  readonly problems: readonly string[];
}

const namedProblems = 100;

interface LoggedRow<Fold> {
  readonly table: string;
  readonly key: string;
  readonly fold: Fold;
}

/** The rows of the log one after the other, each folded: of its entries, of which there may be any number, none is kept. */
function* eachLoggedRow<Fold>(
  db: ReadableDb,
  begin: (table: string, key: string) => Fold,
  add: (fold: Fold, entry: ChangeEntry) => void,
): Generator<LoggedRow<Fold>> {
  let current: LoggedRow<Fold> | null = null;
  for (const entry of eachEntryByRow(db)) {
    const { table, key } = entry;
    if (current !== null && (current.table !== table || current.key !== key)) {
      yield current;
      current = null;
    }
    current ??= { table, key, fold: begin(table, key) };
    add(current.fold, entry);
  }
  if (current !== null) yield current;
}

/**
 * One text for everything that travels, as the log folds it: equal on devices that hold the same, whatever their
 * versions and however it came to them, whether what was erased is out of the log already or not. SHA-256, in hexadecimal.
 */
export function digestLog(db: ReadableDb): string {
  const digest = createHash('sha256');
  const add = (fold: RowFold, entry: ChangeEntry) => addToFold(fold, entry, shorten(entry.delta));
  for (const { table, key, fold } of eachLoggedRow(db, beginFold, add)) {
    const { isCreated, values, stamps } = fold;
    const standing = withoutErased(table, values);
    const said = Object.entries({ ...standing, ...stamps }).filter(([, value]) => value !== null);
    digest.update(`${JSON.stringify([table, key, isCreated, said.toSorted(byName)])}\n`);
  }
  return digest.digest('hex');
}

/** Of a longer text its own digest stands for it: a row of a later version may have many long ones. */
const longestDigested = 1000;

function shorten(delta: Delta): Delta {
  const values = Object.entries(delta);
  const isLong = (value: LoggedValue) => typeof value === 'string' && value.length > longestDigested;
  if (!values.some(([, value]) => isLong(value))) return delta;
  return Object.fromEntries(
    values.map(([column, value]) => [column, isLong(value) ? hash('sha256', String(value)) : value]),
  );
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/**
 * Compares log and tables: every row is what its entries fold to as far as it can stand, every row has entries,
 * nobody's sequence has a gap that was not made by thinning out, and what waits really has to.
 */
export function checkLog(db: ReadableDb): LogCheck {
  const problems: string[] = [];
  const tables = readTravellingTables(db.handle);
  const waiting = readWaiting(db);
  const rowCounts = new Map<string, number>();
  const begin = (name: string, key: string): TableFolding | null => {
    const table = tables.get(name);
    const keyRow = table === undefined ? null : findKeyRow(table, key);
    return table === undefined || keyRow === null ? null : beginTableFold(table, keyRow, everyRowIsThere);
  };
  const add = (folding: TableFolding | null, entry: ChangeEntry) => {
    if (folding !== null) addToTableFold(folding, entry);
  };
  for (const { table: name, key, fold: folding } of eachLoggedRow(db, begin, add)) {
    if (!tables.has(name)) continue;
    const reason = waiting.get(`${name} ${key}`) ?? null;
    const row = folding === null ? undefined : findRowOf(db, folding.table, folding.keyRow);
    if (row !== undefined) rowCounts.set(name, (rowCounts.get(name) ?? 0) + 1);
    const problem = checkRow(db, row, { folding, key, reason });
    if (problem !== null) problems.push(`${name} ${key}: ${problem}`);
  }
  for (const table of tables.keys()) problems.push(...compareCounts(db, table, rowCounts.get(table) ?? 0));
  problems.push(...listIdleWaiting(db, tables), ...findGaps(db));
  return { ok: problems.length === 0, problems: problems.slice(0, namedProblems) };
}

/** What is wrong with a row, or null. `reason` is why it waits, if it does. */
function checkRow(
  db: ReadableDb,
  row: StoredRow | undefined,
  { folding, key, reason }: { folding: TableFolding | null; key: string; reason: string | null },
): string | null {
  if (row === undefined || folding === null) return reason === null ? 'in the log, not in the table' : null;
  const { table, keyRow } = folding;
  // Nearly every row is what was said last of it, and then nothing that it points to has to be looked up.
  if (reason === null && compareRow(row, endTableFold(folding), table, reason) === null) return null;
  const fold = foldForTable(table, keyRow, eachRowEntry(db, table.name, key), standingIn(db));
  return compareRow(row, fold, table, reason);
}

/** Why each row that waits does so, by table and key. */
function readWaiting(db: ReadableDb): Map<string, string> {
  const rows = all<{ name: string; row_key: string; reason: string }>(
    db,
    `SELECT t.name, w.row_key, w.reason FROM waiting_row w JOIN log_table t ON t.number = w.table_number`,
  );
  return new Map(rows.map(({ name, row_key, reason }) => [`${name} ${row_key}`, reason]));
}

/** What waits for a parent has to wait: the parent is not there. */
function listIdleWaiting(db: ReadableDb, tables: ReadonlyMap<string, TravellingTable>): string[] {
  const rows = all<{ name: string; row_key: string; parent: string; parent_key: string }>(
    db,
    `SELECT t.name, w.row_key, p.name AS parent, w.parent_key FROM waiting_parent w
     JOIN log_table t ON t.number = w.table_number JOIN log_table p ON p.number = w.parent_table`,
  );
  return rows
    .filter(({ parent, parent_key }) => {
      const table = tables.get(parent);
      const keyRow = table === undefined ? null : findKeyRow(table, parent_key);
      return table !== undefined && keyRow !== null && findRowOf(db, table, keyRow) !== undefined;
    })
    .map(({ name, row_key, parent }) => `${name} ${row_key}: waits for a ${parent} that is there`);
}

type StoredRow = Readonly<Record<string, LoggedValue | Uint8Array>>;

function findRowOf(db: ReadableDb, table: TravellingTable, keyRow: SqlRow): StoredRow | undefined {
  const where = Object.keys(keyRow).map((column) => `${column} = ?`);
  return findRow<StoredRow>(
    db,
    `SELECT * FROM ${table.name} WHERE ${where.join(' AND ')}`,
    ...Object.values(keyRow),
  );
}

/** Where a row made here called it, a waiting row may be behind in what points to rows until the next merge. */
function compareRow(
  row: StoredRow,
  { values, stamps, refused, missing, isWhole }: TableFold,
  { parents }: TravellingTable,
  reason: string | null,
): string | null {
  const valueOf = (column: string): LoggedValue | undefined => {
    const found = row[column];
    return found instanceof Uint8Array ? Buffer.from(found).toString('hex').toUpperCase() : found;
  };
  // What was written on this PC stands in its table unasked.
  const isWrittenHere = (column: string) => refused.has(column) && valueOf(column) === refused.get(column);
  const lacksVersion = refused.size === 0 ? !isWhole : ![...refused.keys()].every(isWrittenHere);
  if (reason === null && lacksVersion) return 'does not wait for a version that knows all of it';
  if (reason === null && missing.length > 0) return 'does not wait for what it points to';
  const pointers = new Set(parents.flatMap(({ ownColumns }) => ownColumns));
  for (const [column, wanted] of Object.entries({ ...values, ...stamps })) {
    if (!Object.hasOwn(row, column) || (reason === 'again' && pointers.has(column))) continue;
    if (valueOf(column) !== wanted && !isWrittenHere(column)) return `${column} is not what the log says`;
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
