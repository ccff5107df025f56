import { beforeEach, describe, expect, test } from 'vitest';
import { insertPerson } from '../../../db/people.ts';
import { all, findRow, insertRow, updateRow, upsertRow } from '../../../db/database.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { beginMerge, mergeEntries } from '../../../db/change-log/merge.ts';
import { listDeviceEntries } from '../../../db/change-log/log-entries.ts';
import { countWaitingRows } from '../../../db/change-log/waiting-rows.ts';
import { openDatabase } from '../../../db/open.ts';
import { createThreeDevices, deliver, setUpFromCopy, type TestDevice } from '../../support/devices.ts';
import { createTestEdition, createTestSessions, enrolAll } from '../../support/edition.ts';
import { mentorship, nextMigrations, mentorVisit } from '../../support/next-schema.ts';
import { draftPerson } from '../../support/person.ts';
import { markRow } from '../../support/records.ts';

let a: TestDevice;
let b: TestDevice;
let c: TestDevice;

beforeEach(() => {
  [a, b, c] = createThreeDevices();
});

/** What is in a table but for what a device numbers itself. */
function rowsOf({ db }: Pick<TestDevice, 'db'>, table: string): unknown[] {
  const rows = all(db, `SELECT * FROM ${table}`).map((row) => ({ ...row, row_number: null }));
  return rows.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

/** The tables are the same now, and everything is once the two have exchanged what else they have. */
function expectSame(one: Pick<TestDevice, 'db'>, other: Pick<TestDevice, 'db'>, ...tables: string[]): void {
  for (const table of tables) expect(rowsOf(one, table)).toEqual(rowsOf(other, table));
  deliver(one, other);
  deliver(other, one);
  expect(digestLog(one.db)).toBe(digestLog(other.db));
  for (const { db } of [one, other]) expect(checkLog(db)).toEqual({ ok: true, problems: [] });
}

describe('a row whose parent has not arrived', () => {
  test('waits for it though it is part of a natural key, and stands with it', () => {
    const person = insertPerson(a.writer, draftPerson(), null);
    deliver(a, b);
    const edition = createTestEdition(b.writer);
    createTestSessions(b.writer, edition.id, ['2026-03-02']);
    const [enrolment] = enrolAll(b.writer, edition.id, [person]);
    deliver(b, c);
    if (enrolment === undefined) throw new Error('one was enrolled');
    deliver(b, a);
    markRow(a.writer, enrolment, 'P');
    const fresh = { db: openDatabase(':memory:') };
    deliver(a, fresh, [a.writer.deviceId]);
    expect(rowsOf(fresh, 'attendance_mark')).toEqual([]);
    expect(rowsOf(fresh, 'waiting_row')).toContainEqual(
      expect.objectContaining({
        row_key: JSON.stringify([all(b.db, 'SELECT id FROM session')[0]?.['id'], enrolment]),
        reason: 'parent',
      }),
    );
    expect(checkLog(fresh.db).problems).toEqual([]);
    const entries = listDeviceEntries(b.db, b.writer.deviceId, { after: 0, limit: 1000 });
    mergeEntries(beginMerge(fresh.db), entries);
    expect(rowsOf(fresh, 'attendance_mark')).toEqual(rowsOf(a, 'attendance_mark'));
  });

  test('waits for a parent with a natural key too', () => {
    const [x, y, z] = [a, b, c].map(({ db }) => openDatabase(db.handle.serialize(), nextMigrations));
    if (x === undefined || y === undefined || z === undefined) throw new Error('three were opened');
    const person = insertPerson({ ...a.writer, db: x }, draftPerson(), null);
    const { courseId } = createTestEdition({ ...a.writer, db: x });
    deliver({ db: x }, { db: y });
    deliver({ db: x }, { db: z });
    const key = { course_id: courseId, person_id: person };
    upsertRow({ ...a.writer, db: x }, mentorship, key, { level: 'trainer' });
    deliver({ db: x }, { db: y });
    insertRow({ ...b.writer, db: y }, mentorVisit, { id: 'o', ...key, score: 4.5 });
    deliver({ db: y }, { db: z }, [b.writer.deviceId]);
    expect(all(z, 'SELECT parent_key FROM waiting_parent')).toEqual([
      { parent_key: JSON.stringify([courseId, person]) },
    ]);
    deliver({ db: x }, { db: z });
    expect(countWaitingRows(z)).toBe(0);
    expectSame({ db: y }, { db: z }, 'mentorship', 'mentor_visit');
  });

  test('is tried again before the next merge where the parent was made here', () => {
    const logo = { id: 'ab'.repeat(32), type: 'image/png', bytes: Buffer.from([1, 2]) };
    insertRow(a.writer, 'logo', logo);
    deliver(a, b);
    updateRow(
      b.writer,
      'office',
      { id: findRow<{ id: string }>(b.db, 'SELECT id FROM office')?.id ?? '' },
      { logo_id: logo.id },
    );
    deliver(b, c, [b.writer.deviceId]);
    expect(countWaitingRows(c.db)).toBe(1);
    insertRow(c.writer, 'logo', logo);
    expect(checkLog(c.db).problems).toEqual([]);
    deliver(a, c, []);
    expect(countWaitingRows(c.db)).toBe(0);
    deliver(a, c);
    deliver(c, b);
    expectSame(b, c, 'office', 'logo');
  });
});

describe('rows that point to each other', () => {
  test('stand together where they arrive together: two people merged into each other on two PCs', () => {
    const ana = insertPerson(a.writer, draftPerson({ givenNames: 'Ana' }), null);
    const anna = insertPerson(a.writer, draftPerson({ givenNames: 'Anna' }), null);
    deliver(a, b);
    updateRow(a.writer, 'person', { id: ana }, { merged_into: anna });
    updateRow(b.writer, 'person', { id: anna }, { merged_into: ana });
    deliver(a, b);
    deliver(b, a);
    deliver(b, c);
    expect(countWaitingRows(c.db)).toBe(0);
    expectSame(a, b, 'person');
    expectSame(b, c, 'person');
  });

  test('stand while one of them waits for what is missing', () => {
    const ids = ['Ana', 'Anna', 'Hanna'].map((givenNames) =>
      insertPerson(a.writer, draftPerson({ givenNames }), null),
    );
    const [ana, anna, hanna] = ids;
    const organisation = { name: 'Warmi', name_folded: 'warmi', import_id: null };
    if (ana === undefined || anna === undefined || hanna === undefined)
      throw new Error('three were registered');
    insertRow(b.writer, 'organisation', { id: b.writer.newId(), ...organisation });
    const organisation_id = findRow<{ id: string }>(b.db, 'SELECT id FROM organisation')?.id ?? '';
    deliver(b, a);
    updateRow(a.writer, 'person', { id: ana }, { merged_into: anna });
    updateRow(a.writer, 'person', { id: anna }, { merged_into: hanna });
    updateRow(a.writer, 'person', { id: hanna }, { merged_into: ana, organisation_id });
    deliver(a, c, [a.writer.deviceId]);
    expect(countWaitingRows(c.db)).toBe(1);
    expect(all(c.db, 'SELECT merged_into, organisation_id FROM person ORDER BY id')).toEqual([
      { merged_into: anna, organisation_id: null },
      { merged_into: hanna, organisation_id: null },
      { merged_into: ana, organisation_id: null },
    ]);
    expect(checkLog(c.db).problems).toEqual([]);
    deliver(b, c);
    expect(countWaitingRows(c.db)).toBe(0);
    expectSame(a, c, 'person', 'organisation');
  });
});

describe('an entry that no row can be made of', () => {
  test.each([['not JSON'], ['["one part"]'], ['["2026","A"]'], ['["A", 2026]'], ['{}']])(
    'waits with the key %s',
    (key) => {
      const entry = {
        device: 'far',
        sequence: 1,
        action: 1,
        clock: 1,
        madeAt: 1,
        madeBy: 'x',
        table: 'folio_counter',
        key,
      };
      const counts = mergeEntries(beginMerge(a.db), [
        { ...entry, isCreated: true, delta: { last_number: 1 } },
      ]);
      expect(counts).toEqual({ applied: 0, known: 0, waiting: 1 });
      expect(checkLog(a.db)).toEqual({ ok: true, problems: [] });
      expect(() => openDatabase(a.db.handle.serialize(), nextMigrations)).not.toThrow();
    },
  );
});

test('a log begun anew goes on after all that the database holds', () => {
  const rebuilt = openDatabase(':memory:');
  deliver(a, { db: rebuilt });
  const highest = Math.max(
    ...all<{ clock: number }>(rebuilt, 'SELECT clock FROM change_log').map(({ clock }) => clock),
  );
  const device = setUpFromCopy(rebuilt.handle.serialize(), {
    number: 9,
    userId: a.writer.userId,
    aheadMs: -1e12,
  });
  const entries = listDeviceEntries(device.db, device.writer.deviceId, { after: 0, limit: 9 });
  expect(entries.length).toBeGreaterThan(0);
  expect(entries.every(({ clock }) => clock > highest)).toBe(true);
});
