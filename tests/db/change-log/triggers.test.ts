import { beforeEach, describe, expect, test } from 'vitest';
import type { SqlRow, TableName } from '../../../db/database.ts';
import {
  all,
  deleteRow,
  findRow,
  insertRow,
  inTransaction,
  restoreRow,
  updateRow,
  upsertRow,
} from '../../../db/database.ts';
import { checkLog } from '../../../db/change-log/check.ts';
import { getHead } from '../../../db/change-log/heads.ts';
import { listDeviceEntries } from '../../../db/change-log/log-entries.ts';
import { openDatabase } from '../../../db/open.ts';
import { insertPerson } from '../../../db/people.ts';
import { deliver } from '../../support/devices.ts';
import { createTestEdition } from '../../support/edition.ts';
import { mentorship, nextMigrations, mentorVisit } from '../../support/next-schema.ts';
import { createTestOffice, type TestOffice } from '../../support/office.ts';
import { draftPerson } from '../../support/person.ts';

let office: TestOffice;
let before: number;

beforeEach(() => {
  office = createTestOffice();
  before = getHead(office.db, office.writer.deviceId).sequence;
});

function news() {
  return listDeviceEntries(office.db, office.writer.deviceId, { after: before, limit: 1000 });
}

describe('what a write leaves in the log', () => {
  test('a row with an id says what is not null, a change only what changed', () => {
    const { writer } = office;
    insertRow(writer, 'programme', { id: 'p', name: 'PMI', donor: null });
    office.passTime(5);
    updateRow(writer, 'programme', { id: 'p' }, { name: 'PMI', donor: 'FCM' });
    deleteRow(writer, 'programme', { id: 'p' });
    restoreRow(writer, 'programme', { id: 'p' });
    const deletedAt = Date.parse(office.now());
    expect(news().map(({ isCreated, delta, key }) => ({ isCreated, delta, key }))).toEqual([
      { isCreated: true, delta: { name: 'PMI' }, key: 'p' },
      { isCreated: false, delta: { donor: 'FCM' }, key: 'p' },
      { isCreated: false, delta: { deleted_at: deletedAt }, key: 'p' },
      { isCreated: false, delta: { deleted_at: null }, key: 'p' },
    ]);
  });

  test('a fact says everything when it is made, and its key is the list of its parts', () => {
    upsertRow(office.writer, 'folio_counter', { series: 'Ñ"', year: 2026 }, { last_number: 1 });
    upsertRow(office.writer, 'folio_counter', { series: 'Ñ"', year: 2026 }, { last_number: 2 });
    upsertRow(office.writer, 'resolution', { conflict_key: 'k' }, { choice: 'both' });
    expect(news().map(({ isCreated, delta, key }) => ({ isCreated, delta, key }))).toEqual([
      { isCreated: true, delta: { last_number: 1, deleted_at: null }, key: '["Ñ\\"",2026]' },
      { isCreated: false, delta: { last_number: 2 }, key: '["Ñ\\"",2026]' },
      { isCreated: true, delta: { choice: 'both', deleted_at: null }, key: 'k' },
    ]);
  });

  test('an update that changes nothing is an entry that says nothing, for it says who and when', () => {
    insertRow(office.writer, 'programme', { id: 'p', name: 'PMI', donor: null });
    office.passTime(1000);
    updateRow(office.writer, 'programme', { id: 'p' }, { name: 'PMI' });
    expect(news().at(-1)).toMatchObject({ delta: {}, madeAt: Date.parse(office.now()) });
    expect(checkLog(office.db).problems).toEqual([]);
  });

  test('what is written in one transaction is one action, and what is taken back leaves no gap', () => {
    const { db, writer } = office;
    const add = (id: string) => insertRow(writer, 'programme', { id, name: id });
    add('a');
    expect(() =>
      inTransaction(db, () => {
        add('b');
        throw new Error('taken back');
      }),
    ).toThrow('taken back');
    inTransaction(db, () => {
      add('c');
      inTransaction(db, () => add('d'));
    });
    expect(news().map(({ key, sequence, action }) => [key, sequence - before, action - before])).toEqual([
      ['a', 1, 1],
      ['c', 2, 2],
      ['d', 3, 2],
    ]);
  });

  test('the clock goes on where the wall clock is set back', () => {
    insertRow(office.writer, 'programme', { id: 'a', name: 'a' });
    office.passTime(-365 * 24 * 3_600_000);
    insertRow(office.writer, 'programme', { id: 'b', name: 'b' });
    const [first, second] = news();
    expect((second?.clock ?? 0) - (first?.clock ?? 0)).toBe(1);
  });
});

const programme = (name: string): [TableName, SqlRow] => ['programme', { id: 'x', name, donor: '' }];
const courseOf = (passMark: number, contents: string | null = null): [TableName, SqlRow] => [
  'course',
  {
    id: 'x',
    code: 'X',
    title: 'X',
    level: 'entrepreneur',
    hours: 20,
    contents,
    minimum_attendance: 80,
    pass_mark: passMark,
    gives_participation: 1,
    gives_approval: 0,
  },
];
const logo = (bytes: Buffer): [TableName, SqlRow] => ['logo', { id: 'x', type: 'image/png', bytes }];

describe('a value arrives on another PC as it was written:', () => {
  test.each<[string, [TableName, SqlRow]]>([
    ['an empty text', programme('')],
    ['accents, quotes and backslashes', programme('Ñandú "él" \\ \'x\'')],
    ['line breaks and control characters', programme('a\n\r\t\u0001\u007f\u2028')],
    ['a zero character', programme('a\u0000b')],
    ['letters outside the first plane, accents apart', programme('😀 𝒳 n\u0303')],
    ['text that looks like JSON', programme('{"a":[null,1e5]}')],
    ['a long text', courseOf(51, 'línea\n'.repeat(600))],
    ['a third', courseOf(1 / 3)],
    ['a whole number in a column of reals', courseOf(2)],
    ['the smallest real', courseOf(5e-324)],
    ['bytes', logo(Buffer.from([0, 255, 10, 34]))],
    ['no bytes at all', logo(Buffer.alloc(0))],
  ])('%s', (_, [table, row]) => {
    insertRow(office.writer, table, row);
    const other = openDatabase(':memory:');
    deliver(office, { db: other });
    const sql = `SELECT * FROM ${table} WHERE id = 'x'`;
    expect(findRow(other, sql)).toEqual(findRow(office.db, sql));
    expect(findRow(other, sql)).toMatchObject(row);
    expect(checkLog(other)).toEqual({ ok: true, problems: [] });
    expect(all(other, 'SELECT 1 FROM waiting_row')).toEqual([]);
  });
});

test.each([Number.MAX_VALUE, -Number.MAX_VALUE, 1e21, 1 / 3])(
  '%d arrives in a column to which no form sets bounds, and so does a text of any length',
  (score) => {
    const [edition, person] = [
      createTestEdition(office.writer),
      insertPerson(office.writer, draftPerson(), null),
    ];
    const db = openDatabase(office.db.handle.serialize(), nextMigrations);
    const writer = { ...office.writer, db };
    const key = { person_id: person, course_id: edition.courseId };
    upsertRow(writer, mentorship, key, { level: 'x', remark: 'línea '.repeat(50_000) });
    insertRow(writer, mentorVisit, { id: 'x', ...key, score });
    const other = openDatabase(':memory:', nextMigrations);
    deliver({ db }, { db: other });
    for (const table of ['mentorship', 'mentor_visit']) {
      expect(all(other, `SELECT * FROM ${table}`)).toEqual(all(db, `SELECT * FROM ${table}`));
    }
    expect(all(other, 'SELECT score FROM mentor_visit')).toEqual([{ score }]);
  },
);
