import type { ConflictKind } from '../../domain/conflict.ts';
import type { EditionId } from '../../domain/ids.ts';
import { createLogWatch, type LogWatch, type NewEntry, takeNewEntries } from '../change-log/log-watch.ts';
import { all, type ReadableDb } from '../database.ts';
import { digestResults } from '../results-digest.ts';

/**
 * What was computed already, as far as the log says that nothing it rests upon was written since. Every write is in
 * the log, whoever wrote it, so nothing has to be told to this cache.
 */
interface Computed {
  readonly watch: LogWatch;
  /** With the tables they rest upon. */
  readonly counts: Map<ConflictKind, { count: number; reads: readonly string[] }>;
  readonly digests: Map<EditionId, string>;
}

const computedByDatabase = new WeakMap<ReadableDb['handle'], Computed>();

function createComputed(): Computed {
  return { watch: createLogWatch(), counts: new Map(), digests: new Map() };
}

/** What is still valid. In a transaction, which may be taken back, nothing is remembered. */
function getComputed(db: ReadableDb): Computed {
  if (db.handle.inTransaction) return createComputed();
  const known = computedByDatabase.get(db.handle);
  const computed = known ?? createComputed();
  if (known === undefined) computedByDatabase.set(db.handle, computed);
  forgetOutdated(db, computed);
  return computed;
}

function forgetOutdated(db: ReadableDb, computed: Computed): void {
  const entries = takeNewEntries(db, computed.watch);
  if (entries === null) {
    computed.counts.clear();
    computed.digests.clear();
    return;
  }
  const touched = listTouched(db, entries);
  for (const [kind, { reads }] of computed.counts) {
    if (reads.some((table) => touched.tables.has(table))) computed.counts.delete(kind);
  }
  for (const id of touched.editions) computed.digests.delete(id);
}

/** How the row key of a table leads to editions. */
const editionQueries: Readonly<Record<string, string>> = {
  edition: 'SELECT id FROM edition WHERE id IN (SELECT value FROM json_each(?))',
  course: 'SELECT id FROM edition WHERE course_id IN (SELECT value FROM json_each(?))',
  session: 'SELECT DISTINCT edition_id AS id FROM session WHERE id IN (SELECT value FROM json_each(?))',
  enrolment: 'SELECT DISTINCT edition_id AS id FROM enrolment WHERE id IN (SELECT value FROM json_each(?))',
  assessment: 'SELECT DISTINCT edition_id AS id FROM assessment WHERE id IN (SELECT value FROM json_each(?))',
};

/**
 * What is recorded in the room, all day long, matters only where it is recorded of what is closed or deleted: by
 * another PC, or by taking something back.
 */
const recordQueries: Readonly<Record<string, string>> = {
  attendance_mark: `SELECT DISTINCT e.id FROM json_each(?) j
    JOIN session s ON s.id = json_extract(j.value, '$[0]') JOIN edition e ON e.id = s.edition_id
    JOIN enrolment n ON n.id = json_extract(j.value, '$[1]')
    WHERE coalesce(e.closed_at, e.deleted_at, s.deleted_at, n.deleted_at) IS NOT NULL`,
  grade: `SELECT DISTINCT e.id FROM json_each(?) j
    JOIN assessment a ON a.id = json_extract(j.value, '$[0]') JOIN edition e ON e.id = a.edition_id
    JOIN enrolment n ON n.id = json_extract(j.value, '$[1]')
    WHERE coalesce(e.closed_at, e.deleted_at, a.deleted_at, n.deleted_at) IS NOT NULL`,
};

function listTouched(
  db: ReadableDb,
  entries: readonly NewEntry[],
): { tables: Set<string>; editions: Set<EditionId> } {
  const tables = new Set<string>();
  const editions = new Set<EditionId>();
  for (const [table, rows] of Map.groupBy(entries, ({ table_name }) => table_name)) {
    const sql = editionQueries[table] ?? recordQueries[table];
    const keys = JSON.stringify(rows.map(({ row_key }) => row_key));
    const found = sql === undefined ? [] : all<{ id: EditionId }>(db, sql, keys);
    for (const { id } of found) editions.add(id);
    if (recordQueries[table] === undefined || found.length > 0) tables.add(table);
  }
  return { tables, editions };
}

/** A number of conflicts, computed only if something was written since in the tables it rests upon. */
export function countCached(
  db: ReadableDb,
  { kind, reads }: { kind: ConflictKind; reads: readonly string[] },
  count: () => number,
): number {
  const known = getComputed(db).counts.get(kind);
  if (known !== undefined) return known.count;
  const counted = count();
  getComputed(db).counts.set(kind, { count: counted, reads });
  return counted;
}

/** The digests of editions as they are now, computed only for those that were written since. */
export function digestClosed(db: ReadableDb, editionIds: readonly EditionId[]): Map<EditionId, string> {
  const { digests } = getComputed(db);
  const missing = editionIds.filter((id) => !digests.has(id));
  for (const [id, digest] of digestResults(db, missing)) digests.set(id, digest);
  return digests;
}
