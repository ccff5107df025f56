import type BetterSqlite3 from 'better-sqlite3';
import { clockUnitsPerMillisecond, implausibleAheadMs } from '../../domain/change-log.ts';
import { readTravellingTables, type TravellingColumn, type TravellingTable } from './travelling-tables.ts';

/**
 * Makes the triggers that write the change log: for each travelling table one for insertions and one for changes.
 * Those of an earlier schema are removed before.
 */
export function installTriggers(handle: BetterSqlite3.Database): void {
  for (const name of readTravellingTables(handle).keys()) {
    handle.prepare('INSERT OR IGNORE INTO log_table (name) VALUES (?)').run(name);
  }
  for (const sql of wantedTriggers(handle).values()) handle.exec(sql);
}

/** Whether the triggers are those that this version makes of the schema. */
export function areTriggersCurrent(handle: BetterSqlite3.Database): boolean {
  const present = listTriggers(handle);
  const wanted = wantedTriggers(handle);
  return present.size === wanted.size && [...wanted].every(([name, sql]) => present.get(name) === sql);
}

function wantedTriggers(handle: BetterSqlite3.Database): Map<string, string> {
  const wanted = new Map<string, string>();
  for (const table of readTravellingTables(handle).values()) {
    const number = findTableNumber(handle, table.name);
    wanted.set(`log_insert_${table.name}`, insertTrigger(table, number));
    wanted.set(`log_update_${table.name}`, updateTrigger(table, number));
  }
  return wanted;
}

/** Takes the triggers away, so that a migration is not logged as somebody's work. */
export function removeTriggers(handle: BetterSqlite3.Database): void {
  for (const name of listTriggers(handle).keys()) handle.exec(`DROP TRIGGER ${name}`);
}

function listTriggers(handle: BetterSqlite3.Database): Map<string, string> {
  const rows = handle
    .prepare<[], { name: string; sql: string }>(
      String.raw`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'log\_%' ESCAPE '\'`,
    )
    .all();
  return new Map(rows.map(({ name, sql }) => [name, sql]));
}

/** 0 where there is no log yet. */
function findTableNumber(handle: BetterSqlite3.Database, name: string): number {
  const hasLog = handle.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'log_table'").get() !== undefined;
  if (!hasLog) return 0;
  const row = handle
    .prepare<[string], { number: number }>('SELECT number FROM log_table WHERE name = ?')
    .get(name);
  return row?.number ?? 0;
}

function insertTrigger(table: TravellingTable, number: number): string {
  const statements = logStatements(table, number, 1) + retryStatements(table, number);
  return triggerSql(`log_insert_${table.name}`, `INSERT ON ${table.name}`, statements);
}

/**
 * A row made here may be what entries of others waited for, and one changed here may wait no more: they are tried
 * again before the next merge.
 */
function retryStatements(table: TravellingTable, number: number): string {
  const key = rowKeySql(table, 'NEW.');
  return `${retryItself(table, number)}
    UPDATE waiting_row SET reason = 'again' WHERE (table_number, row_key) IN (
      SELECT table_number, row_key FROM waiting_parent WHERE parent_table = ${number} AND parent_key = ${key});
    DELETE FROM waiting_parent WHERE parent_table = ${number} AND parent_key = ${key};`;
}

function retryItself(table: TravellingTable, number: number): string {
  const key = rowKeySql(table, 'NEW.');
  return `
    UPDATE waiting_row SET reason = 'again' WHERE table_number = ${number} AND row_key = ${key};`;
}

function updateTrigger(table: TravellingTable, number: number): string {
  const statements = logStatements(table, number, 0) + retryItself(table, number);
  return triggerSql(`log_update_${table.name}`, `UPDATE ON ${table.name}`, statements);
}

/** Before the office is set up there is no clock, so nothing is logged. */
function triggerSql(name: string, event: string, statements: string): string {
  return `CREATE TRIGGER ${name} AFTER ${event} WHEN (SELECT is_logging FROM log_clock) = 1 BEGIN ${statements} END`;
}

/**
 * So far ahead of everything seen here, in units of the clock, a wall clock is not believed: somebody set the wrong
 * year. Followed, it would order this device's work after everyone else's until that year comes.
 */
const implausibleAhead = implausibleAheadMs * clockUnitsPerMillisecond;

/**
 * The clock is hybrid: milliseconds × 1024 by the wall clock, but always above everything seen here, so that it
 * orders this device's work after what it knew even where the wall clock was set back.
 */
function logStatements(table: TravellingTable, number: number, isCreated: 0 | 1): string {
  return `
    UPDATE log_clock SET sequence = sequence + 1, clock = max(clock + 1, iif(
      clock > 0 AND NEW.changed_at * 1024 - clock > ${implausibleAhead}, 0, NEW.changed_at * 1024));
    INSERT INTO log_author (id) SELECT NEW.changed_by
      WHERE NOT EXISTS (SELECT 1 FROM log_author WHERE id = NEW.changed_by);
    INSERT INTO change_log (device, sequence, action, clock, made_at, made_by, table_number, row_key, is_created, delta)
      SELECT device, sequence, action, clock, NEW.changed_at,
        (SELECT number FROM log_author WHERE id = NEW.changed_by), ${number}, ${rowKeySql(table, 'NEW.')},
        ${isCreated}, ${isCreated === 1 ? createdDeltaSql(table, 'NEW.') : changedDeltaSql(table)} FROM log_clock;`;
}

/** A row's key in the log: the id itself, or a JSON array of the parts of a natural key. */
export function rowKeySql({ key }: TravellingTable, prefix: string): string {
  const parts = key.map(({ name }) => `${prefix}${name}`);
  return parts.length === 1 ? parts.join('') : `json_array(${parts.join(', ')})`;
}

/**
 * What a new row says. Where two devices may create the same row, everything, so that the later one replaces the
 * earlier whole; otherwise what is not null.
 */
export function createdDeltaSql(table: TravellingTable, prefix: string): string {
  const saysAll = table.hasNaturalKey;
  return deltaSql(
    [...table.columns.values()].map((column) => ({
      condition: saysAll ? '1' : `${prefix}${column.name} IS NOT NULL`,
      member: memberSql(column, prefix),
    })),
  );
}

function changedDeltaSql(table: TravellingTable): string {
  return deltaSql(
    [...table.columns.values()].map((column) => ({
      condition: `NEW.${column.name} IS NOT OLD.${column.name}`,
      member: memberSql(column, 'NEW.'),
    })),
  );
}

function memberSql({ name, type }: TravellingColumn, prefix: string): string {
  const value = type === 'BLOB' ? `hex(${prefix}${name})` : `${prefix}${name}`;
  const written = type === 'BLOB' ? `iif(${prefix}${name} IS NULL, NULL, ${value})` : value;
  return `',"${name}":' || json_quote(${written})`;
}

function deltaSql(parts: readonly { condition: string; member: string }[]): string {
  const members = parts.map(({ condition, member }) => `iif(${condition}, ${member}, '')`);
  return `'{' || substr(${members.join(' || ')}, 2) || '}'`;
}
