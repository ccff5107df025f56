import { beforeEach, describe, expect, test } from 'vitest';
import type { ChangeEntry } from '../../../domain/change-log.ts';
import { insertPerson } from '../../../db/people.ts';
import { all, updateRow } from '../../../db/database.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { getClock, getHead } from '../../../db/change-log/heads.ts';
import { listDeviceEntries } from '../../../db/change-log/log-entries.ts';
import { beginMerge, type MergeCounts, mergeEntries } from '../../../db/change-log/merge.ts';
import { readTravellingTables } from '../../../db/change-log/travelling-tables.ts';
import { countWaitingRows } from '../../../db/change-log/waiting-rows.ts';
import { openDatabase } from '../../../db/open.ts';
import { createThreeDevices, deliver, type TestDevice } from '../../support/devices.ts';
import { createTestEdition, enrolAll } from '../../support/edition.ts';
import { nextMigrations } from '../../support/next-schema.ts';
import { draftPerson } from '../../support/person.ts';

let a: TestDevice;
let b: TestDevice;
let c: TestDevice;

beforeEach(() => {
  [a, b, c] = createThreeDevices();
});

/** The two hold the same once they have exchanged what they have. */
function expectSame(one: Pick<TestDevice, 'db'>, other: Pick<TestDevice, 'db'>): void {
  deliver(one, other);
  deliver(other, one);
  expect(digestLog(one.db)).toBe(digestLog(other.db));
  for (const { db } of [one, other]) expect(checkLog(db)).toEqual({ ok: true, problems: [] });
}

const nobody = 'N'.repeat(22);

/** Merges what a PC says that everybody has accepted. */
function say({ db }: Pick<TestDevice, 'db'>, words: readonly Partial<ChangeEntry>[]): MergeCounts {
  const device = 'L'.repeat(22);
  const { sequence } = getHead(db, device);
  const entries = words.map((word, index) => ({
    device,
    sequence: sequence + index + 1,
    action: sequence + 1,
    clock: getClock(db) + index + 1,
    madeAt: 1,
    madeBy: a.writer.userId,
    table: 'person',
    key: '',
    isCreated: false,
    delta: {},
    ...word,
  }));
  return mergeEntries(beginMerge(db), entries);
}

describe('a row that points to one that never comes', () => {
  const columns = 'given_names, phone, notes, organisation_id, merged_into';
  const people = ({ db }: Pick<TestDevice, 'db'>) => all(db, `SELECT ${columns} FROM person`);

  test('takes in everything else that is said of it, on every PC', () => {
    const person = insertPerson(a.writer, draftPerson({ organisationName: 'OTB Vinto' }), null);
    const organisation_id = all(a.db, 'SELECT id FROM organisation')[0]?.['id'];
    deliver(a, b);
    deliver(a, c);
    say(a, [{ key: person, delta: { organisation_id: nobody } }]);
    updateRow(b.writer, 'person', { id: person }, { phone: '71111111' });
    deliver(b, a);
    updateRow(a.writer, 'person', { id: person }, { notes: 'aquí' });
    deliver(a, c);
    deliver(a, b);
    const row = {
      given_names: 'Juana',
      phone: '71111111',
      notes: 'aquí',
      organisation_id,
      merged_into: null,
    };
    for (const pc of [a, b, c]) expect(people(pc)).toEqual([row]);
    expect(all(c.db, 'SELECT parent_key FROM waiting_parent')).toEqual([{ parent_key: nobody }]);
    expectSame(a, b);
    expectSame(b, c);
  });

  test('stands from the beginning where it can do without', () => {
    const delta = {
      given_names: 'Ana',
      paternal_surname: 'Soto',
      organisation_id: nobody,
      merged_into: nobody,
    };
    const counts = say(a, [{ key: 'P'.repeat(22), isCreated: true, delta }]);
    expect(counts).toEqual({ applied: 1, known: 0, waiting: 0 });
    const row = { given_names: 'Ana', phone: null, notes: null, organisation_id: null, merged_into: null };
    expect(people(a)).toEqual([row]);
    expect(checkLog(a.db)).toEqual({ ok: true, problems: [] });
  });

  test('is called by each of those that it misses, also where another one stays away', () => {
    const [person, kept] = ['Ana', 'Anna'].map((givenNames) =>
      insertPerson(a.writer, draftPerson({ givenNames }), null),
    );
    if (person === undefined || kept === undefined) throw new Error('two were registered');
    const fresh = { db: openDatabase(':memory:') };
    const made = listDeviceEntries(a.db, a.writer.deviceId, { after: 0, limit: 1000 });
    updateRow(a.writer, 'person', { id: person }, { merged_into: kept });
    const last = made.findIndex(({ key }) => key === kept);
    mergeEntries(beginMerge(fresh.db), made.slice(0, last));
    say(fresh, [{ key: person, delta: { organisation_id: nobody, merged_into: kept } }]);
    expect(people(fresh)).toMatchObject([{ organisation_id: null, merged_into: null }]);
    deliver(a, fresh, [a.writer.deviceId]);
    expect(people(fresh)).toMatchObject([
      { organisation_id: null, merged_into: kept },
      { given_names: 'Anna' },
    ]);
    expect(checkLog(fresh.db).problems).toEqual([]);
  });

  test('keeps the last that it cannot do without: an enrolment stays with its person', () => {
    const person = insertPerson(a.writer, draftPerson(), null);
    const edition = createTestEdition(a.writer);
    const [enrolment] = enrolAll(a.writer, edition.id, [person]);
    say(a, [{ table: 'enrolment', key: enrolment ?? '', delta: { person_id: nobody, status: 'completed' } }]);
    const row = { person_id: person, status: 'completed' };
    expect(all(a.db, 'SELECT person_id, status FROM enrolment')).toEqual([row]);
    const fresh = { db: openDatabase(':memory:') };
    deliver(a, fresh);
    expect(all(fresh.db, 'SELECT person_id, status FROM enrolment')).toEqual([row]);
    expectSame(a, fresh);
  });
});

describe('a chain of any length, each person merged into another, is taken in', () => {
  const ids = Array.from({ length: 2500 }, (_, index) => `C${String(index).padStart(21, '0')}`);
  const chain = (mergedInto: (index: number) => string | null) =>
    ids.map((key, index) => ({
      key,
      isCreated: true,
      delta: { given_names: 'Ana', paternal_surname: 'Soto', merged_into: mergedInto(index) },
    }));

  test('where each comes before the one it was merged into', () => {
    say(
      a,
      chain((index) => ids[index + 1] ?? null),
    );
    expect(countWaitingRows(a.db)).toBe(0);
    expect(checkLog(a.db).problems).toEqual([]);
  });

  test('where the first was merged into nobody: the others need not wait, nor walk along the chain', () => {
    say(
      a,
      chain((index) => (index === 0 ? nobody : (ids[index - 1] ?? null))),
    );
    expect(countWaitingRows(a.db)).toBe(1);
    expect(checkLog(a.db).problems).toEqual([]);
  });
});

test('no row needs itself: what rows cannot stand without never goes round in a circle', () => {
  const db = openDatabase(':memory:', nextMigrations);
  const needed = new Map(
    [...readTravellingTables(db.handle).values()].map(({ name, parents, columns }) => [
      name,
      parents
        .filter(({ ownColumns }) => ownColumns.every((column) => columns.get(column)?.isRequired === true))
        .map(({ table }) => table),
    ]),
  );
  const listCircles = (table: string, path: readonly string[]): string[] =>
    path.includes(table)
      ? [[...path, table].join(' → ')]
      : (needed.get(table) ?? []).flatMap((parent) => listCircles(parent, [...path, table]));
  expect([...needed.keys()].flatMap((table) => listCircles(table, []))).toEqual([]);
});
