import type { Salvage } from '../../domain/backup.ts';
import type { ChangeEntry, Delta, LoggedValue } from '../../domain/change-log.ts';
import { rowToEntry } from '../change-log/log-entries.ts';
import { findKeyRow, writeFoldedRow } from '../change-log/row-writing.ts';
import { readTravellingTables, type TravellingTable } from '../change-log/travelling-tables.ts';
import {
  findRow,
  inTransaction,
  type ReadableDb,
  runUnstamped,
  type SqlRow,
  type WritableDb,
} from '../database.ts';
import { type ReadRows, readDamagedTable } from './read-damaged.ts';

/** What could be read of a damaged database. */
export interface Wreck {
  rowsByTable: ReadonlyMap<string, ReadRows>;
  entries: ChangeEntry[];
}

/** The tables of the log, whose it is, and the key with which that device signs it. */
const logTables = {
  log_device: ['number'],
  log_author: ['number'],
  log_table: ['number'],
  change_log: ['device', 'sequence'],
  log_seal: ['device', 'sequence'],
  this_device: ['one'],
  device_secret: ['device_id'],
} as const;

/** Reads whatever can be read of a damaged database; `schema` is any sound database of the present schema. */
export function readWreck(damaged: ReadableDb, schema: ReadableDb): Wreck {
  const rowsByTable = new Map<string, ReadRows>();
  for (const { name, key } of readTravellingTables(schema.handle).values()) {
    rowsByTable.set(
      name,
      readDamagedTable(
        damaged,
        name,
        key.map((column) => column.name),
      ),
    );
  }
  for (const [name, key] of Object.entries(logTables))
    rowsByTable.set(name, readDamagedTable(damaged, name, key));
  return { rowsByTable, entries: joinEntries(rowsByTable) };
}

/** Entries whose names could be read too, in the order in which a merge takes them. */
function joinEntries(rowsByTable: ReadonlyMap<string, ReadRows>): ChangeEntry[] {
  const names = (table: string, column: string) =>
    new Map((rowsByTable.get(table)?.rows ?? []).map((row) => [row['number'], row[column]]));
  const [devices, authors, tables] = [
    names('log_device', 'id'),
    names('log_author', 'id'),
    names('log_table', 'name'),
  ];
  const entries: ChangeEntry[] = [];
  for (const row of rowsByTable.get('change_log')?.rows ?? []) {
    const device = devices.get(row['device'] ?? null);
    const made_by = authors.get(row['made_by'] ?? null);
    const table_name = tables.get(row['table_number'] ?? null);
    if (typeof device !== 'string' || typeof made_by !== 'string' || typeof table_name !== 'string') continue;
    entries.push(
      rowToEntry({ ...(row as unknown as Parameters<typeof rowToEntry>[0]), device, made_by, table_name }),
    );
  }
  return entries;
}

/**
 * What the log could not bring over: rows that were changed later than they are here are written as this device's own
 * work, with who changed them and when. Answers how many. A row whose parent is lost is left out.
 */
export function bringRows(db: WritableDb, { rowsByTable }: Wreck, deviceId: string): number {
  const tables = readTravellingTables(db.handle);
  return inTransaction(db, () => {
    let brought = 0;
    for (let before = -1; before !== brought;) {
      before = brought;
      for (const table of tables.values()) {
        for (const row of rowsByTable.get(table.name)?.rows ?? []) {
          if (bringRow(db, table, row, deviceId)) brought += 1;
        }
      }
    }
    return brought;
  });
}

/** A new row first as it was made, then as it was changed, so that the log says both. */
function bringRow(db: WritableDb, table: TravellingTable, row: SqlRow, deviceId: string): boolean {
  const keyParts = table.key.map(({ name }) => row[name] ?? null);
  const key = keyParts.length === 1 ? String(keyParts[0]) : JSON.stringify(keyParts);
  const keyRow = findKeyRow(table, key);
  if (keyRow === null) return false;
  const where = Object.keys(keyRow).map((column) => `${column} = ?`);
  const here = findRow<SqlRow>(
    db,
    `SELECT * FROM ${table.name} WHERE ${where.join(' AND ')}`,
    ...Object.values(keyRow),
  );
  if (here !== undefined && Number(here['changed_at']) >= Number(row['changed_at'])) return false;
  const values = toDelta(table, row);
  const made = { created_at: row['created_at'], created_by: row['created_by'], created_on: deviceId };
  const stampsAt = (at: 'created' | 'changed'): Delta =>
    toStamps({
      ...(here ?? made),
      changed_at: row[`${at}_at`],
      changed_by: row[`${at}_by`],
      changed_on: deviceId,
    });
  const write = (at: 'created' | 'changed') =>
    writeFoldedRow(db, table, key, { isCreated: true, values, stamps: stampsAt(at) });
  if (here === undefined && !write('created')) return false;
  const isUntouched = row['changed_at'] === row['created_at'] && row['changed_by'] === row['created_by'];
  return here === undefined && isUntouched ? true : write('changed');
}

function toDelta({ columns }: TravellingTable, row: SqlRow): Delta {
  return Object.fromEntries([...columns.keys()].map((name) => [name, toLogged(row[name])]));
}

const stampNames = ['created_at', 'created_by', 'created_on', 'changed_at', 'changed_by', 'changed_on'];

function toStamps(row: Readonly<Record<string, SqlRow[string] | undefined>>): Delta {
  return Object.fromEntries(stampNames.map((name) => [name, toLogged(row[name])]));
}

function toLogged(value: SqlRow[string] | undefined): LoggedValue {
  if (value === undefined) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString('hex').toUpperCase();
  return typeof value === 'bigint' ? Number(value) : value;
}

/** The device that wrote the wreck, where that could be read. */
export function findWreckDevice({ rowsByTable }: Wreck): string | null {
  const id = rowsByTable.get('this_device')?.rows[0]?.['device_id'];
  return typeof id === 'string' ? id : null;
}

/** A merge needs a clock to advance; the database of a new office has none until it has a device. */
export function lendClock(db: WritableDb): void {
  runUnstamped(db, "INSERT INTO log_device (id) VALUES ('salvage')");
  runUnstamped(db, "INSERT INTO log_clock SELECT 1, number, 0, 1, 0, 0 FROM log_device WHERE id = 'salvage'");
}

/** Takes the lent clock back, once the device has its own. */
export function takeClockBack(db: WritableDb): void {
  runUnstamped(db, "DELETE FROM log_device WHERE id = 'salvage'");
}

/** The counts for people. */
export function describeWreck({ rowsByTable }: Wreck, brought: number): Salvage {
  const tables = [...rowsByTable].map(([table, { rows, gaps }]) => ({ table, read: rows.length, gaps }));
  return { tables, brought };
}
