import { toInstant } from '../../domain/calendar-date.ts';
import { compareEntries } from '../../domain/change-log.ts';
import type { Done } from '../../domain/conflict.ts';
import { listRowEntries } from '../change-log/log-entries.ts';
import { all, type ReadableDb, type TableName } from '../database.ts';

/** The stamps of a row, as a query selects them. */
export interface StampRow {
  created_at: number;
  created_by: string;
  created_on: string;
  changed_at: number;
  changed_by: string;
  changed_on: string;
}

/** The columns of `StampRow` of a table under an alias. */
export function stampColumns(alias: string): string {
  return ['created', 'changed']
    .flatMap((who) => ['at', 'by', 'on'].map((what) => `${alias}.${who}_${what}`))
    .join(', ');
}

/** Writes out stamps with the names of users and PCs, which are looked up once. */
export interface Names {
  made(row: StampRow): Done;
  changed(row: StampRow): Done;
  /** Who deleted a row, by the log: its stamps may speak of a later change. */
  deleted(table: TableName, key: string, deletedAt: number): Done;
}

export function readNames(db: ReadableDb): Names {
  const users = namesOf(db, 'user_account');
  const devices = namesOf(db, 'device');
  const done = (at: number, by: string, on: string): Done => ({
    at: toInstant(at),
    by: users.get(by) ?? '',
    on: devices.get(on) ?? '',
  });
  return {
    made: (row) => done(row.created_at, row.created_by, row.created_on),
    changed: (row) => done(row.changed_at, row.changed_by, row.changed_on),
    deleted: (table, key, deletedAt) => {
      const entry = listRowEntries(db, table, key)
        .toSorted(compareEntries)
        .findLast(({ delta }) => typeof delta['deleted_at'] === 'number');
      return entry === undefined ? done(deletedAt, '', '') : done(entry.madeAt, entry.madeBy, entry.device);
    },
  };
}

function namesOf(db: ReadableDb, table: 'user_account' | 'device'): Map<string, string> {
  const rows = all<{ id: string; name: string }>(db, `SELECT id, name FROM ${table}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
