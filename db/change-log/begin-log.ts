import type BetterSqlite3 from 'better-sqlite3';
import { findRow, getNumber, runUnstamped, type WritableDb } from '../database.ts';
import { numberOf, tableNumberOf } from './log-names.ts';
import { createdDeltaSql, rowKeySql } from './triggers.ts';
import { readTravellingTables, type TravellingTable } from './travelling-tables.ts';

/**
 * From here on this database's writes are logged as those of a device that has written nothing yet, and after
 * everything that the log holds.
 */
export function beginLog(db: WritableDb, deviceId: string): void {
  const clock = getNumber(
    db,
    'SELECT max(coalesce((SELECT max(clock) FROM log_clock), 0), coalesce((SELECT max(clock) FROM change_log), 0))',
  );
  const number = numberOf(db, 'log_device', deviceId);
  runUnstamped(db, 'DELETE FROM log_clock');
  runUnstamped(db, 'INSERT INTO log_clock VALUES (1, ?, 0, 1, ?, 1)', number, clock);
}

/**
 * Gives an office that worked before there was a log its first entries: every row as it stands, as made and last
 * changed by whoever did. Does nothing where there is a log, or no office. To be called in a transaction.
 */
export function seedLog(db: WritableDb): void {
  const device = findRow<{ device_id: string }>(db, 'SELECT device_id FROM this_device');
  if (device === undefined || findRow(db, 'SELECT 1 FROM log_clock') !== undefined) return;
  beginLog(db, device.device_id);
  for (const table of orderByParents(db.handle)) seedTable(db, table);
}

/** Parents before children, so that whoever takes the entries in order never has to wait. */
function orderByParents(handle: BetterSqlite3.Database): TravellingTable[] {
  const tables = readTravellingTables(handle);
  const ordered = new Set<TravellingTable>();
  const visit = (table: TravellingTable, path: readonly string[]): void => {
    for (const { table: parent } of table.parents) {
      const found = tables.get(parent);
      if (found !== undefined && !path.includes(parent)) visit(found, [...path, parent]);
    }
    ordered.add(table);
  };
  for (const table of tables.values()) visit(table, [table.name]);
  return [...ordered];
}

/** A row's beginning, and where it was changed afterwards a second entry that says only by whom and when. */
function seedTable(db: WritableDb, table: TravellingTable): void {
  for (const who of ['created', 'changed']) {
    runUnstamped(
      db,
      `INSERT INTO log_author (id) SELECT DISTINCT ${who}_by FROM ${table.name}
       WHERE ${who}_by NOT IN (SELECT id FROM log_author)`,
    );
  }
  const number = tableNumberOf(db, table.name);
  seedEntries(db, table, number, {
    who: 'created',
    delta: createdDeltaSql(table, 'x.'),
    isCreated: 1,
    where: '1',
  });
  const wasChanged = 'x.changed_at <> x.created_at OR x.changed_by <> x.created_by';
  seedEntries(db, table, number, { who: 'changed', delta: `'{}'`, isCreated: 0, where: wasChanged });
}

function seedEntries(
  db: WritableDb,
  table: TravellingTable,
  number: number,
  { who, delta, isCreated, where }: { who: string; delta: string; isCreated: 0 | 1; where: string },
): void {
  const key = rowKeySql(table, 'x.');
  const added = runUnstamped(
    db,
    `INSERT INTO change_log (device, sequence, action, clock, made_at, made_by, table_number, row_key, is_created, delta)
     SELECT c.device, c.sequence + row_number() OVER (ORDER BY ${key}), c.action, c.clock + row_number() OVER (ORDER BY ${key}),
       x.${who}_at, (SELECT number FROM log_author WHERE id = x.${who}_by), ${number}, ${key}, ${isCreated}, ${delta}
     FROM ${table.name} x, log_clock c WHERE ${where}`,
  );
  runUnstamped(db, 'UPDATE log_clock SET sequence = sequence + ?, clock = clock + ?', added, added);
}
