import type BetterSqlite3 from 'better-sqlite3';
import type { Instant } from '../domain/calendar-date.ts';
import type { DeviceId, UserId } from '../domain/ids.ts';

/** What a row or a parameter may hold. */
export type SqlValue = string | number | bigint | null | Uint8Array;
export type SqlRow = Record<string, SqlValue>;

/** A database that may be read. */
export interface ReadableDb {
  readonly handle: BetterSqlite3.Database;
  readonly statementBySql: Map<string, BetterSqlite3.Statement>;
}

/** A database that may be written; `changedTables` gathers what was written until someone takes it. */
export interface WritableDb extends ReadableDb {
  readonly changedTables: Set<TableName | LocalTableName>;
}

/** What every write needs: the database, who writes, on which device, and where time and ids come from. */
export interface Writer {
  readonly db: WritableDb;
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly now: () => Instant;
  readonly newId: () => string;
}

/** The tables whose rows carry the stamps (who, when, on which device). */
export type TableName =
  | 'device'
  | 'user_account'
  | 'logo'
  | 'office'
  | 'signatory'
  | 'programme'
  | 'theme'
  | 'issuing_key'
  | 'import'
  | 'organisation'
  | 'person'
  | 'enterprise'
  | 'trade'
  | 'office_day'
  | 'course'
  | 'course_module'
  | 'course_prerequisite'
  | 'edition'
  | 'trainer_assignment'
  | 'session'
  | 'enrolment'
  | 'attendance_mark'
  | 'assessment'
  | 'grade'
  | 'folio_counter'
  | 'certificate'
  | 'certificate_signatory'
  | 'resolution'
  | 'accreditation_rule'
  | 'accreditation_word'
  | 'observation'
  | 'observation_criterion'
  | 'observation_mark';

/** Tables of this PC alone, without stamps, that screens show. */
export type LocalTableName = 'backup_run' | 'local_setting' | 'exchange_event' | 'packet_aside';

/** Prepares a statement once a connection. */
function prepare(db: ReadableDb, sql: string): BetterSqlite3.Statement {
  const known = db.statementBySql.get(sql);
  if (known !== undefined) return known;
  const statement = db.handle.prepare(sql);
  // Merged entries name any set of columns: a bound keeps strange ones from filling the memory.
  if (db.statementBySql.size >= 1000) db.statementBySql.clear();
  db.statementBySql.set(sql, statement);
  return statement;
}

/** All rows of a query; `Row` is what its columns are, as the schema declares them. */
export function all<Row = SqlRow>(db: ReadableDb, sql: string, ...parameters: unknown[]): Row[] {
  return prepare(db, sql).all(...parameters) as Row[];
}

/** The rows of a query one after the other, for more than memory should hold. Nothing can be written meanwhile. */
export function each<Row = SqlRow>(
  db: ReadableDb,
  sql: string,
  ...parameters: unknown[]
): IterableIterator<Row> {
  return prepare(db, sql).iterate(...parameters) as IterableIterator<Row>;
}

/** The first row of a query, or undefined. */
export function findRow<Row = SqlRow>(
  db: ReadableDb,
  sql: string,
  ...parameters: unknown[]
): Row | undefined {
  return prepare(db, sql).get(...parameters) as Row | undefined;
}

/** The one number a query answers: a count or a sum. Throws where it answers none. */
export function getNumber(db: ReadableDb, sql: string, ...parameters: unknown[]): number {
  const row = findRow(db, sql, ...parameters);
  const value = row === undefined ? undefined : Object.values(row)[0];
  if (typeof value !== 'number') throw new Error(`no number from: ${sql}`);
  return value;
}

/** Runs a statement that touches no stamped table (search index, this device's own rows). */
export function runUnstamped(db: WritableDb, sql: string, ...parameters: unknown[]): number {
  return prepare(db, sql).run(...parameters).changes;
}

/**
 * All or nothing; nested calls join the outer transaction as savepoints. What the outermost one writes is one action
 * in the change log: it can be shown, and taken back, as one.
 */
export function inTransaction<Result>(db: WritableDb, write: () => Result): Result {
  if (db.handle.inTransaction) return db.handle.transaction(write)();
  const begin = () => {
    prepare(db, 'UPDATE log_clock SET action = sequence + 1').run();
    return write();
  };
  return db.handle.transaction(begin).immediate();
}

/** Inserts a row with its stamps. Column names come from code, never from data. */
export function insertRow(writer: Writer, table: TableName, row: SqlRow): void {
  const stamped: SqlRow = { ...row, ...newRowStamps(writer) };
  const columns = Object.keys(stamped);
  const places = columns.map(() => '?').join(', ');
  runStamped(
    writer,
    table,
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`,
    Object.values(stamped),
  );
}

/** Inserts a row, or changes the one with the same key and takes back its deletion. */
export function upsertRow(writer: Writer, table: TableName, key: SqlRow, row: SqlRow): void {
  const stamped: SqlRow = { ...key, ...row, ...newRowStamps(writer) };
  const columns = Object.keys(stamped);
  const changes = Object.keys({ ...row, ...changedStamps(writer) }).map(
    (column) => `${column} = excluded.${column}`,
  );
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
    ON CONFLICT (${Object.keys(key).join(', ')}) DO UPDATE SET ${changes.join(', ')}, deleted_at = NULL`;
  runStamped(writer, table, sql, Object.values(stamped));
}

/** Changes the row with a key and stamps it. Answers whether there was one. */
export function updateRow(writer: Writer, table: TableName, key: SqlRow, row: SqlRow): boolean {
  const stamped: SqlRow = { ...row, ...changedStamps(writer) };
  const changes = Object.keys(stamped).map((column) => `${column} = ?`);
  const where = Object.keys(key).map((column) => `${column} = ?`);
  const sql = `UPDATE ${table} SET ${changes.join(', ')} WHERE ${where.join(' AND ')}`;
  return runStamped(writer, table, sql, [...Object.values(stamped), ...Object.values(key)]) > 0;
}

/** Deletes a row as all rows are deleted: by saying when. */
export function deleteRow(writer: Writer, table: TableName, key: SqlRow): boolean {
  return updateRow(writer, table, key, { deleted_at: Date.parse(writer.now()) });
}

/** Takes a deletion back. */
export function restoreRow(writer: Writer, table: TableName, key: SqlRow): boolean {
  return updateRow(writer, table, key, { deleted_at: null });
}

function runStamped(writer: Writer, table: TableName, sql: string, parameters: SqlValue[]): number {
  const { changes } = inTransaction(writer.db, () => prepare(writer.db, sql).run(...parameters));
  if (changes > 0) writer.db.changedTables.add(table);
  return changes;
}

/** One reading of the clock for both: what a row is made and changed by is one entry of the log. */
function newRowStamps(writer: Writer): SqlRow {
  const changed = changedStamps(writer);
  const { changed_at, changed_by, changed_on } = changed;
  return {
    created_at: changed_at ?? null,
    created_by: changed_by ?? null,
    created_on: changed_on ?? null,
    ...changed,
  };
}

function changedStamps({ now, userId, deviceId }: Writer): SqlRow {
  return { changed_at: Date.parse(now()), changed_by: userId, changed_on: deviceId };
}
