import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { digestLog, checkLog } from '../../db/change-log/check.ts';
import { all, findRow, type ReadableDb } from '../../db/database.ts';
import { migrations } from '../../db/migrations/migrations.ts';
import { closeDatabase, openDatabase } from '../../db/open.ts';
import { deliver } from '../support/devices.ts';

const saved = path.resolve(import.meta.dirname, '../fixtures/databases/yachay-1.db');
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'yachay-migrations-'));
  file = path.join(folder, 'yachay.db');
  copyFileSync(saved, file);
});

afterEach(() => rmSync(folder, { recursive: true }));

/** The rows of every table of version 1, with the columns it had. */
function readVersion1(source: ReadableDb['handle'], db: ReadableDb['handle']): Record<string, unknown[]> {
  const tables = source
    .prepare<[], { name: string; columns: string }>(
      `SELECT m.name, group_concat(c.name) AS columns FROM sqlite_schema m JOIN pragma_table_info(m.name) c
       WHERE m.type = 'table' AND m.name NOT LIKE 'person_search%' GROUP BY m.name`,
    )
    .all();
  return Object.fromEntries(
    tables.map(({ name, columns }) => [
      name,
      db.prepare(`SELECT ${columns} FROM ${name} ORDER BY 1, 2`).all(),
    ]),
  );
}

test('a database of version 1 keeps every row, and its log begins with them', () => {
  const source = new BetterSqlite3(saved, { readonly: true });
  const before = readVersion1(source, source);
  expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
  const db = openDatabase(file);
  expect(readVersion1(source, db.handle)).toEqual(before);
  expect(checkLog(db)).toEqual({ ok: true, problems: [] });
  expect(db.handle.pragma('foreign_key_check')).toEqual([]);
  expect(existsSync(`${file}.before-${migrations.length}`)).toBe(true);
  const entries = all<{ made: number; changed: number }>(
    db,
    'SELECT sum(is_created) AS made, sum(1 - is_created) AS changed FROM change_log',
  );
  const stamped = Object.values(before)
    .flat()
    .filter((row) => Object.hasOwn(row as object, 'changed_at'));
  const changed = stamped.filter((row) => {
    const { created_at, created_by, changed_at, changed_by } = row as Record<string, unknown>;
    return created_at !== changed_at || created_by !== changed_by;
  });
  expect(entries).toEqual([{ made: stamped.length, changed: changed.length }]);
  closeDatabase(db);
  source.close();
});

test('the log of a migrated database gives a new PC all of its rows, and nobody has to wait', () => {
  const db = openDatabase(file);
  const fresh = openDatabase(':memory:');
  expect(deliver({ db }, { db: fresh })).toMatchObject({ known: 0, waiting: 0 });
  const source = new BetterSqlite3(saved, { readonly: true });
  const { this_device, private_key, ...theirs } = readVersion1(source, fresh.handle);
  expect([this_device, private_key]).toEqual([[], []]);
  expect(theirs).toMatchObject(
    Object.fromEntries(Object.keys(theirs).map((table) => [table, readVersion1(source, db.handle)[table]])),
  );
  expect(digestLog(fresh)).toBe(digestLog(db));
  const found = 'SELECT count(*) AS count FROM person_search WHERE words MATCH ?';
  expect(findRow(fresh, found, '"nacaza"')).toEqual({ count: 1 });
  expect(findRow(fresh, found, '"cira"')).toEqual({ count: 0 });
  closeDatabase(db);
  source.close();
});
