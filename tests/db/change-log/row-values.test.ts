import { beforeEach, describe, expect, test } from 'vitest';
import { rowValues } from '../../../domain/row-values.ts';
import type { ChangeEntry, Delta } from '../../../domain/change-log.ts';
import { thinOut } from '../../../db/change-log/compaction.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { getClock, getHead } from '../../../db/change-log/heads.ts';
import { beginMerge, mergeEntries, withoutLogging } from '../../../db/change-log/merge.ts';
import {
  findParentOf,
  readTravellingTables,
  type TravellingColumn,
} from '../../../db/change-log/travelling-tables.ts';
import { countWaitingRows, retryWaitingRows } from '../../../db/change-log/waiting-rows.ts';
import { all, findRow, updateRow, type WritableDb } from '../../../db/database.ts';
import { undoAction } from '../../../db/history/undo.ts';
import { openDatabase } from '../../../db/open.ts';
import { deliver } from '../../support/devices.ts';
import { createTestEdition } from '../../support/edition.ts';
import { createTestOffice, type TestOffice } from '../../support/office.ts';
import { coordinator } from '../../support/undoing.ts';

const tables = readTravellingTables(openDatabase(':memory:').handle);

describe('what columns may hold', () => {
  test('is said of every column of every table that travels: a closed set, bounds, or how long a free text may be', () => {
    const unsaid = [...tables.values()].flatMap((table) =>
      [...table.key, ...table.columns.values()]
        .filter(({ name }) => rowValues[table.name]?.[name] === undefined)
        .filter(({ name }) => findParentOf(table, name) === null && name !== 'deleted_at')
        // Ids made on any device; tables whose keys are others say so.
        .filter(({ name }) => !(name === 'id' && !table.hasNaturalKey))
        .map(({ name }) => `${table.name}.${name}`),
    );
    expect(unsaid).toEqual([]);
  });

  test('is said of nothing else', () => {
    const known = new Set(
      [...tables.values()].flatMap(({ name, key, columns }) =>
        [...key.map((column) => column.name), ...columns.keys()].map((column) => `${name}.${column}`),
      ),
    );
    const said = Object.entries(rowValues).flatMap(([table, lines]) =>
      Object.keys(lines).map((column) => `${table}.${column}`),
    );
    expect(said.filter((column) => !known.has(column))).toEqual([]);
  });
});

let office: TestOffice;
let editionId: string;
let other: WritableDb;
beforeEach(() => {
  office = createTestOffice();
  editionId = createTestEdition(office.writer).id;
  other = openDatabase(':memory:');
  deliver(office, { db: other });
});

const newer = 'N'.repeat(22);

/** What a PC of a newer version wrote, merged at a PC. */
function receive(
  db: WritableDb,
  { table = 'edition', key = editionId, isCreated = false, delta = {} },
): void {
  const sequence = getHead(db, newer).sequence + 1;
  const at = { clock: getClock(db) + 1, madeAt: Date.parse(office.now()), madeBy: office.user.id };
  const entry: ChangeEntry = {
    device: newer,
    sequence,
    action: sequence,
    ...at,
    table,
    key,
    isCreated,
    delta,
  };
  mergeEntries(beginMerge(db), [entry]);
}

const edition = ({ handle }: WritableDb) =>
  handle.prepare('SELECT status, place, changed_on FROM edition WHERE id = ?').get(editionId);

/** As if the program had been updated to one that admits everything. */
function update(db: WritableDb): void {
  const admitAll = (column: TravellingColumn): TravellingColumn => ({ ...column, admits: () => true });
  const admitting = new Map(
    [...readTravellingTables(db.handle)].map(([name, table]) => {
      const columns = new Map([...table.columns].map(([key, column]) => [key, admitAll(column)]));
      return [name, { ...table, columns }];
    }),
  );
  withoutLogging(db, () => retryWaitingRows(db, admitting));
}

describe('a value that this version does not admit', () => {
  test('stays in the log, the rest of its entry stands, and it appears after the update', () => {
    receive(office.db, { delta: { status: 'paused', place: 'Cancha' } });
    deliver(office, { db: other });
    for (const db of [office.db, other]) {
      expect(edition(db)).toEqual({ status: 'planned', place: 'Cancha', changed_on: newer });
      expect(all(db, 'SELECT row_key, reason FROM waiting_row')).toEqual([
        { row_key: editionId, reason: 'unknown' },
      ]);
      expect(checkLog(db)).toEqual({ ok: true, problems: [] });
    }
    expect(digestLog(office.db)).toBe(digestLog(other));
    update(other);
    expect(edition(other)).toMatchObject({ status: 'paused' });
    expect(countWaitingRows(other)).toBe(0);
  });

  test('is tried again whenever the program starts', () => {
    receive(office.db, { delta: { place: 'Cancha' } });
    office.db.handle.exec(
      `INSERT INTO waiting_row SELECT number, '${editionId}', 'unknown' FROM log_table WHERE name = 'edition'`,
    );
    const again = openDatabase(office.db.handle.serialize());
    expect(countWaitingRows(again)).toBe(0);
  });

  test('gives way to what this version says afterwards, and nobody waits any more', () => {
    receive(office.db, { delta: { status: 'paused' } });
    updateRow(office.writer, 'edition', { id: editionId }, { status: 'open' });
    deliver(office, { db: other });
    deliver({ db: other }, office);
    for (const db of [office.db, other]) {
      expect(edition(db)).toMatchObject({ status: 'open' });
      expect(countWaitingRows(db)).toBe(0);
      expect(checkLog(db).problems).toEqual([]);
    }
  });

  test('in what a row has to have makes a new one wait, and what hangs on it', () => {
    const row = findRow<Delta>(office.db, 'SELECT * FROM edition') ?? {};
    const columns = [...(tables.get('edition')?.columns.keys() ?? [])];
    const like = Object.fromEntries(columns.map((name) => [name, row[name] ?? null]));
    const key = 'E'.repeat(22);
    receive(office.db, { key, isCreated: true, delta: { ...like, status: 'paused' } });
    const session = {
      edition_id: key,
      date: '2026-03-02',
      starts_at: '14:30',
      minutes: 60,
      state: 'planned',
    };
    receive(office.db, { table: 'session', key: 'S'.repeat(22), isCreated: true, delta: session });
    expect(all(office.db, 'SELECT id FROM edition')).toEqual([{ id: editionId }]);
    expect(all(office.db, 'SELECT reason FROM waiting_row ORDER BY row_key')).toEqual([
      { reason: 'unknown' },
      { reason: 'parent' },
    ]);
    expect(checkLog(office.db)).toEqual({ ok: true, problems: [] });
    update(office.db);
    expect(all(office.db, 'SELECT id, edition_id FROM session')).toEqual([
      { id: 'S'.repeat(22), edition_id: key },
    ]);
  });

  test('is not what undoing puts back', () => {
    receive(office.db, { delta: { place: ' ', notes: 'x' } });
    updateRow(office.writer, 'edition', { id: editionId }, { place: 'Cancha', notes: 'y' });
    const { sequence } = getHead(office.db, office.writer.deviceId);
    undoAction(office.writer, coordinator(office), { device: office.writer.deviceId, action: sequence });
    expect(all(office.db, 'SELECT place, notes FROM edition')).toEqual([{ place: 'Cancha', notes: 'x' }]);
  });

  test('thins nothing out that the table still holds', () => {
    updateRow(office.writer, 'edition', { id: editionId }, { place: 'Cancha' });
    receive(office.db, { delta: { place: ' ' } });
    office.passTime(1000);
    thinOut(office.writer, Date.parse(office.now()));
    expect(edition(office.db)).toMatchObject({ place: 'Cancha' });
    expect(checkLog(office.db)).toEqual({ ok: true, problems: [] });
    const rebuilt = all<{ delta: string }>(
      office.db,
      "SELECT delta FROM change_log WHERE delta LIKE '%Cancha%'",
    );
    expect(rebuilt).toHaveLength(1);
  });
});
