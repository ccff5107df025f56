import { takesChanges, type EditionStatus } from '../../domain/edition.ts';
import type { EditionId } from '../../domain/ids.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { all, findRow, type ReadableDb } from '../database.ts';
import { findStandIn } from '../coordinators.ts';
import { rowKeySql } from '../change-log/triggers.ts';
import { readTravellingTables, type TravellingTable } from '../change-log/travelling-tables.ts';
import type { Obstacle, RowUndo } from './undo-plan.ts';

type RowName = { table: string; key: string };

/** A link that says where something came from, not what it rests upon. */
const looseColumns = new Set(['import_id', 'merged_into', 'joined_into', 'logo_id', 'transferred_from']);

/** The columns by which a row rests upon another one. */
function listLinks({ parents }: TravellingTable): { column: string; table: string }[] {
  return parents.flatMap(({ table, columns: [column, ...others] }) =>
    column === undefined || others.length > 0 || looseColumns.has(column) ? [] : [{ column, table }],
  );
}

/**
 * Rows that stand and rest upon rows that were just deleted. What became part of another one keeps what was recorded of
 * it (db/enrolment-join.ts), so nothing is lost by that.
 */
export function findChildren(db: ReadableDb, rows: readonly RowUndo[]): Obstacle | null {
  const deleted = rows.filter(
    ({ values }) =>
      (values['deleted_at'] ?? null) !== null &&
      (values['merged_into'] ?? values['joined_into'] ?? null) === null,
  );
  const children = [...Map.groupBy(deleted, ({ table }) => table)].flatMap(([table, gone]) =>
    listLiveChildren(
      db,
      table,
      gone.map(({ key }) => key),
    ),
  );
  return children.length === 0 ? null : { reason: 'builtUpon', rows: children };
}

function listLiveChildren(db: ReadableDb, parentTable: string, keys: readonly string[]): RowName[] {
  return [...readTravellingTables(db.handle).values()].flatMap((table) =>
    listLinks(table)
      .filter((link) => link.table === parentTable)
      .flatMap(({ column }) =>
        all<{ key: string }>(
          db,
          `SELECT ${rowKeySql(table, '')} AS key FROM ${table.name}
           WHERE ${column} IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL LIMIT 10`,
          JSON.stringify(keys),
        ).map(({ key }) => ({ table: table.name, key })),
      ),
  );
}

/** Rows that were brought back, or point elsewhere again, while what they rest upon is deleted. */
export function findDeadParents(db: ReadableDb, rows: readonly RowUndo[]): Obstacle | null {
  const tables = readTravellingTables(db.handle);
  const orphans = [...Map.groupBy(rows, ({ table }) => table)].flatMap(([name, undone]) => {
    const table = tables.get(name);
    if (table === undefined) return [];
    const key = rowKeySql(table, 'x.');
    return listLinks(table).flatMap((parent) => {
      const touched = undone.filter(({ values }) => parent.column in values || values['deleted_at'] === null);
      return all<{ key: string }>(
        db,
        `SELECT ${key} AS key FROM ${name} x JOIN ${parent.table} p ON p.id = x.${parent.column}
           WHERE ${key} IN (SELECT value FROM json_each(?)) AND x.deleted_at IS NULL
             AND p.deleted_at IS NOT NULL LIMIT 10`,
        JSON.stringify(touched.map((row) => row.key)),
      ).map((row) => ({ table: name, key: row.key }));
    });
  });
  return orphans.length === 0 ? null : { reason: 'parentGone', rows: orphans };
}

/** How many seats each edition has given beyond its capacity without a recorded word, and who is twice in it. */
export interface SeatState {
  readonly over: ReadonlyMap<EditionId, number>;
  readonly twice: ReadonlySet<string>;
}

/** How the seats of editions stand, to be compared before and after. */
export function readSeatState(db: ReadableDb, editionIds: readonly EditionId[]): SeatState {
  const ids = JSON.stringify(editionIds);
  const over = all<{ id: EditionId; over: number }>(
    db,
    `SELECT e.id, max(0, count(n.id) - e.capacity) AS over FROM edition e
       LEFT JOIN enrolment n ON n.edition_id = e.id AND n.deleted_at IS NULL AND n.status IN ('enrolled', 'completed')
         AND n.exception_reason IS NULL
     WHERE e.id IN (SELECT value FROM json_each(?)) GROUP BY e.id`,
    ids,
  );
  const twice = all<{ id: string }>(
    db,
    `SELECT min(id) AS id FROM enrolment WHERE edition_id IN (SELECT value FROM json_each(?))
       AND deleted_at IS NULL AND status NOT IN ('withdrawn', 'declined') GROUP BY edition_id, person_id HAVING count(*) > 1`,
    ids,
  );
  return {
    over: new Map(over.map((row) => [row.id, row.over])),
    twice: new Set(twice.map(({ id }) => id)),
  };
}

/** What of the seats came out of order: more people than seats, or somebody twice. */
export function findSeatObstacle(before: SeatState, after: SeatState): Obstacle | null {
  const full = [...after.over].filter(([id, over]) => over > (before.over.get(id) ?? 0));
  if (full.length > 0) return { reason: 'seats', rows: full.map(([key]) => ({ table: 'edition', key })) };
  const twice = [...after.twice].filter((id) => !before.twice.has(id));
  if (twice.length === 0) return null;
  return { reason: 'enrolledAgain', rows: twice.map((key) => ({ table: 'enrolment', key })) };
}

/** Whether a code is used twice among what stands, or nobody coordinates any more. */
export function findRuleBroken(
  db: ReadableDb,
  rows: readonly RowUndo[],
): Refusal<'CODE_TAKEN'> | Refusal<'LAST_COORDINATOR'> | null {
  for (const table of ['course', 'edition']) {
    const keys = rows.filter((row) => row.table === table).map(({ key }) => key);
    const twice = findRow(
      db,
      `SELECT 1 FROM ${table} a JOIN ${table} b ON b.code = a.code COLLATE NOCASE AND b.id <> a.id
       WHERE a.id IN (SELECT value FROM json_each(?)) AND a.deleted_at IS NULL AND b.deleted_at IS NULL`,
      JSON.stringify(keys),
    );
    if (twice !== undefined) return refuse('CODE_TAKEN');
  }
  if (!rows.some(({ table }) => table === 'user_account')) return null;
  return findStandIn(db) === null ? null : refuse('LAST_COORDINATOR');
}

/** The editions that rows belong to, and which of them take no more changes. */
export function listEditionsOf(
  db: ReadableDb,
  rows: readonly RowName[],
): { id: EditionId; isClosed: boolean }[] {
  const idsOf = (table: string) =>
    JSON.stringify(rows.filter((row) => row.table === table).map(({ key }) => key));
  const firstParts = (table: string) =>
    JSON.stringify(
      rows.filter((row) => row.table === table).map(({ key }) => (JSON.parse(key) as [string])[0]),
    );
  const editions = all<{ id: EditionId; status: EditionStatus }>(
    db,
    `SELECT id, status FROM edition WHERE id IN (
       SELECT value FROM json_each(@editions)
       UNION SELECT value FROM json_each(@trainers)
       UNION SELECT edition_id FROM session WHERE id IN
         (SELECT value FROM json_each(@sessions) UNION SELECT value FROM json_each(@marks))
       UNION SELECT edition_id FROM enrolment WHERE id IN (SELECT value FROM json_each(@enrolments))
       UNION SELECT edition_id FROM assessment WHERE id IN
         (SELECT value FROM json_each(@assessments) UNION SELECT value FROM json_each(@grades)))`,
    {
      editions: idsOf('edition'),
      trainers: firstParts('trainer_assignment'),
      sessions: idsOf('session'),
      marks: firstParts('attendance_mark'),
      enrolments: idsOf('enrolment'),
      assessments: idsOf('assessment'),
      grades: firstParts('grade'),
    },
  );
  return editions.map(({ id, status }) => ({ id, isClosed: !takesChanges(status) }));
}
