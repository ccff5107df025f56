import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { AsideReason } from '../../../domain/packet.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { all } from '../../../db/database.ts';
import { createSigningKeys } from '../../../db/change-log/chain.ts';
import { setLocalSetting } from '../../../db/local-settings.ts';
import { closeDatabase, openDatabase } from '../../../db/open.ts';
import { listAside } from '../../../db/exchange.ts';
import { receivePacket } from '../../../service/packets/receive-packet.ts';
import { createService } from '../../../service/service.ts';
import { createTestPeople } from '../../support/edition.ts';
import { chainOver, forge, type Lie, putTogether, reseal, takeApart } from './forge.ts';
import { copyPc, createPc, type Pc, receive, send } from './offices.ts';

/** The same PC over an older copy of its file, as someone who puts a saved file back by hand makes it. */
function openStale(pc: Pc): Pc {
  const folder = mkdtempSync(join(tmpdir(), 'yachay-stale-'));
  const file = join(folder, 'yachay.db');
  pc.service.db.handle.prepare('VACUUM INTO ?').run(file);
  // As if it lay where it always did, and nothing beside it told what was sent: the guard of the identity is blind.
  const db = openDatabase(file);
  setLocalSetting(db, 'identity.place', null);
  closeDatabase(db);
  const { resourcesFolder, now } = pc.service;
  const service = createService({ dataFolder: folder, resourcesFolder, now });
  onTestFinished(() => {
    service.close();
    rmSync(folder, { recursive: true });
  });
  return { ...pc, service, folder, writer: () => service.createWriter(pc.userId) };
}

let office: Pc;
let laptop: Pc;
beforeEach(async () => {
  office = await createPc();
  laptop = await copyPc(office, 'Laptop 2');
  await receive(office, await send(laptop));
  await receive(laptop, await send(office));
  createTestPeople(laptop.writer(), ['Mamani, Juana', 'Rojas, Pedro']);
});

/** Everything an entry can touch, to be the same before and after. */
function stateOf({ service }: Pc) {
  const count = (table: string) => all(service.db, `SELECT count(*) AS n FROM ${table}`);
  const tables = [
    'change_log',
    'person',
    'user_account',
    'log_device',
    'log_seal',
    'waiting_row',
    'log_table',
  ];
  return [digestLog(service.db), tables.map(count), all(service.db, 'SELECT clock FROM log_clock')];
}

async function expectRefused(file: string, reason: AsideReason) {
  const before = stateOf(office);
  const outcome = await receive(office, file, false);
  expect(outcome).toMatchObject({ aside: reason, applied: 0, known: 0, waiting: 0 });
  expect(stateOf(office)).toEqual(before);
  expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
}

const edit = (change: (fields: unknown[]) => void, place = -1): Lie => {
  return ({ lines }) => {
    const index = place < 0 ? lines.length + place : place;
    const fields: unknown = JSON.parse(lines[index] ?? '');
    if (!Array.isArray(fields)) throw new Error('not a line');
    change(fields);
    lines[index] = JSON.stringify(fields);
  };
};
const [SEQUENCE, ACTION, CLOCK, MADE_AT, MADE_BY, TABLE, KEY, CREATED, DELTA] = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const hour = 60 * 60 * 1000;

describe('what a stranger can do', () => {
  test('a packet whose manifest was edited is forged', async () => {
    const bytes = readFileSync(await send(laptop)).toString('latin1');
    const file = join(laptop.folder, 'editado.yachay');
    writeFileSync(file, bytes.replace('"entries": 2', '"entries": 3'), 'latin1');
    await expectRefused(file, 'forged');
  });

  test('an entry that was edited, with everything else as it was, is damage', async () => {
    const parts = takeApart(await send(laptop));
    const honest = structuredClone(parts.manifest);
    edit((fields) => (fields[MADE_BY] = 'X'.repeat(22)))(parts);
    const file = putTogether(laptop, parts);
    // The body is the edited one, the manifest the honest one with its own signature.
    const edited = readFileSync(file);
    const original = readFileSync(await send(laptop, 'otra.yachay'));
    const headEnd = original.length - honest.body.bytes;
    const bodyAt = edited.length - parts.manifest.body.bytes;
    writeFileSync(file, Buffer.concat([original.subarray(0, headEnd), edited.subarray(bodyAt)]));
    await expectRefused(file, 'damaged');
  });

  test('a device that takes the name and id of an accepted one has another key', async () => {
    const parts = takeApart(await send(laptop));
    const { publicKey } = createSigningKeys();
    parts.manifest.from.publicKey = publicKey;
    await expectRefused(putTogether(laptop, parts), 'forged');
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 40)],
    ['cut off in its head', (bytes: Buffer) => bytes.subarray(0, 300)],
    ['longer than it says', (bytes: Buffer) => Buffer.concat([bytes, Buffer.alloc(100)])],
    [
      'a manifest that says it has 99 MB',
      (bytes: Buffer) =>
        Buffer.from(bytes.toString('latin1').replace(/^(YACHAY-PACKET 1) \d+/, '$1 99000000'), 'latin1'),
    ],
  ])('a packet %s is damaged', async (_, alter) => {
    const file = join(laptop.folder, 'cortado.yachay');
    writeFileSync(file, alter(readFileSync(await send(laptop))));
    await expectRefused(file, 'damaged');
  });

  test('a packet of a later format waits for a newer Yachay', async () => {
    const file = join(laptop.folder, 'nuevo.yachay');
    const bytes = readFileSync(await send(laptop)).toString('latin1');
    writeFileSync(file, bytes.replace('YACHAY-PACKET 1', 'YACHAY-PACKET 2'), 'latin1');
    await expectRefused(file, 'newer');
  });

  test('an office’s packet is nothing to another office', async () => {
    const stranger = await createPc();
    await expectRefused(await send(stranger), 'otherOffice');
  });

  test('a file’s name leads nowhere: what is set aside is named by its hash', async () => {
    const stranger = await createPc();
    const outcome = await receivePacket(office.service, office.writer(), await send(stranger), {
      fileName: '../../../etc/passwd',
      passphrase: null,
      acceptsSender: false,
    });
    expect(outcome).toMatchObject({ aside: 'otherOffice' });
    expect(listAside(office.service.db)).toMatchObject([{ id: expect.stringMatching(/^[0-9a-f]{64}$/) }]);
  });
});

/** The worst case: somebody has the key of a PC that the office trusts. */
describe('an accepted PC that lies', () => {
  const shapes: [string, Lie][] = [
    ['a table name with SQL in it', edit((f) => (f[TABLE] = 'person; DROP TABLE person'))],
    ['a column name with SQL in it', edit((f) => (f[DELTA] = { "notes = 'x' --": 1 }))],
    ['a column called __proto__', edit((f) => (f[DELTA] = JSON.parse('{"__proto__": "x"}')))],
    ['a value of another type', edit((f) => (f[DELTA] = { given_names: 7 }))],
    ['null where there has to be a value', edit((f) => (f[DELTA] = { given_names: null }))],
    ['a list for a value', edit((f) => (f[DELTA] = { notes: ['x'] }))],
    ['a stamp as a column', edit((f) => (f[DELTA] = { changed_by: 'x' }))],
    ['a row number', edit((f) => (f[DELTA] = { row_number: 1 }))],
    ['a computed column', edit((f) => (f[DELTA] = { sort_name: 'aaa' }))],
    ['the key again', edit((f) => (f[DELTA] = { id: 'x' }))],
    ['a key of many letters', edit((f) => (f[KEY] = 'k'.repeat(10_000)))],
    ['a natural key of another shape', edit((f) => ((f[TABLE] = 'attendance_mark'), (f[KEY] = 'x')))],
    [
      'a natural key that is written otherwise',
      edit((f) => ((f[TABLE] = 'attendance_mark'), (f[KEY] = '["a" , "b"]'))),
    ],
    ['an author that is no id', edit((f) => (f[MADE_BY] = "x'); --"))],
    ['a creation that is neither', edit((f) => (f[CREATED] = 2))],
    ['a sequence that jumps', edit((f) => (f[SEQUENCE] = Number(f[SEQUENCE]) + 5))],
    ['a sequence that stays', edit((f) => (f[SEQUENCE] = Number(f[SEQUENCE]) - 1))],
    ['a clock that goes back', edit((f) => (f[CLOCK] = 1))],
    ['a clock beyond all numbers', edit((f) => (f[CLOCK] = 1e300))],
    ['an action above its own place', edit((f) => (f[ACTION] = Number(f[SEQUENCE]) + 1))],
    ['an action before the first', edit((f) => (f[ACTION] = 0))],
    ['a moment after all calendars', edit((f) => (f[MADE_AT] = 2 ** 52))],
    ['a deletion after all calendars', edit((f) => (f[DELTA] = { deleted_at: 2 ** 52 }))],
    ['a day that is none', edit((f) => (f[DELTA] = { birth_date: 'ayer' }))],
    ['half a letter in a value', edit((f) => (f[DELTA] = { notes: 'x\ud800' }))],
    ['half a letter in a key', edit((f) => (f[KEY] = 'x\udc00'))],
    ['a line that is no list', ({ lines }) => (lines[lines.length - 1] = '{"a":1}')],
    ['a line that is no JSON', ({ lines }) => (lines[lines.length - 1] = 'DROP TABLE person')],
    [
      'a line nested a thousand deep',
      ({ lines }) => (lines[lines.length - 1] = `${'['.repeat(1000)}${']'.repeat(1000)}`),
    ],
    [
      'a line with a blank in it',
      ({ lines }) => (lines[lines.length - 1] = (lines.at(-1) ?? '').replace(',', ', ')),
    ],
    ['a line too few', ({ lines }) => void lines.pop()],
    ['a line too many', ({ lines }) => void lines.push(lines.at(-1) ?? '')],
    ['a count that is wrong', ({ manifest }) => (manifest.entries += 1)],
    [
      'two sections of one device',
      ({ manifest }) => void manifest.sections.push(...structuredClone(manifest.sections)),
    ],
  ];
  test.each(shapes)('with %s is found out', async (_, lie) => {
    await expectRefused(await forge(laptop, lie), 'hostile');
  });

  test.each([49 * hour, 10 * 365 * 24 * hour])('with entries %i ms ahead is set aside', async (ahead) => {
    const clock = (Date.parse(office.service.now()) + ahead) * 1024;
    await expectRefused(
      await forge(
        laptop,
        edit((f) => (f[CLOCK] = clock)),
      ),
      'future',
    );
  });

  test('with a byte that is no text is found out', async () => {
    const parts = takeApart(await send(laptop));
    edit((f) => (f[DELTA] = { notes: 'Ñ' }))(parts);
    const body = Buffer.from(parts.lines.map((line) => `${line}\n`).join(''));
    // The first byte of the letter alone: read as text it is a question mark, and so it was sealed.
    body[body.indexOf('Ñ')] = 0x58;
    parts.lines = body.toString('utf8').trimEnd().split('\n');
    reseal(laptop, parts);
    await expectRefused(putTogether(laptop, parts, zstdCompressSync(body)), 'hostile');
  });

  test('cannot turn its clock back between two packets', async () => {
    await receive(office, await send(laptop), false);
    await receive(laptop, await send(office), false);
    createTestPeople(laptop.writer(), ['Soto, Rosa']);
    const file = await forge(laptop, (parts) => {
      for (const index of parts.lines.keys()) edit((f) => (f[CLOCK] = index + 1), index)(parts);
    });
    await expectRefused(file, 'hostile');
  });

  test('with a column called constructor: kept for a newer Yachay, and the log is sound', async () => {
    const file = await forge(
      laptop,
      edit((f) => (f[DELTA] = { ...(f[DELTA] as object), constructor: 'x' })),
    );
    expect(await receive(office, file, false)).toMatchObject({ aside: null });
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
  });

  test('with another chain than the one it sent before has two histories', async () => {
    await receive(office, await send(laptop), false);
    const parts = takeApart(await send(laptop));
    edit((f) => (f[DELTA] = { ...(f[DELTA] as object), notes: 'otra historia' }))(parts);
    reseal(laptop, parts);
    await expectRefused(putTogether(laptop, parts), 'forked');
  });

  test('that begins where the office’s copy of its chain is another has two histories', async () => {
    const parts = takeApart(await send(laptop));
    const [section] = parts.manifest.sections;
    if (section === undefined) throw new Error('no section');
    section.hashBefore = chainOver('', ['something else']);
    reseal(laptop, parts);
    await expectRefused(putTogether(laptop, parts), 'forked');
  });

  test('cannot speak in another PC’s name', async () => {
    const other = await copyPc(office, 'Laptop 3');
    await receive(office, await send(other));
    createTestPeople(other.writer(), ['Soto, Rosa']);
    await receive(laptop, await send(office), false);
    const stolen = takeApart(await send(other));
    edit((f) => (f[DELTA] = { ...(f[DELTA] as object), notes: 'mentira' }))(stolen);
    const [section] = stolen.manifest.sections;
    if (section === undefined) throw new Error('no section');
    section.hash = chainOver(section.hashBefore, stolen.lines);
    // Laptop 2 has no key of Laptop 3 to seal this with.
    const own = takeApart(await send(laptop));
    own.manifest.sections = stolen.manifest.sections;
    own.manifest.entries = stolen.manifest.entries;
    own.lines = stolen.lines;
    await expectRefused(putTogether(laptop, own), 'forged');
  });

  test('that has work of this very PC which this PC does not know shows that its database is an older copy', async () => {
    const stale = openStale(office);
    createTestPeople(office.writer(), ['Vargas, Luz']);
    await receive(laptop, await send(office), false);
    // As if for a PC that has nothing yet: then it holds everything.
    laptop.service.db.handle.exec('DELETE FROM device_knowledge');
    const outcome = await receive(stale, await send(laptop), false);
    expect(outcome).toMatchObject({ aside: 'forked', applied: 0 });
  });

  test('with an unknown table and column: kept for a newer Yachay, put into no table', async () => {
    const people = () => all(office.service.db, 'SELECT count(*) AS n FROM person');
    const before = people();
    const file = await forge(laptop, (parts) => {
      edit((f) => ((f[TABLE] = 'follow_up_visit'), (f[DELTA] = { sales: 7 })))(parts);
      edit((f) => (f[DELTA] = { ...(f[DELTA] as object), nickname: 'Juani' }), parts.lines.length - 2)(parts);
    });
    const outcome = await receive(office, file, false);
    expect(outcome).toMatchObject({ aside: null, waiting: 1 });
    expect(people()).not.toEqual(before);
    expect(all(office.service.db, "SELECT 1 FROM sqlite_schema WHERE name = 'follow_up_visit'")).toEqual([]);
    expect(checkLog(office.service.db).ok).toBe(true);
  });
});

/** In a process of its own with a small heap, whose largest size the system tells. */
describe('a packet that wants all the memory', () => {
  const program = resolve(import.meta.dirname, 'bomb.ts');
  const explode = (kind: string) => {
    const output = execFileSync(process.execPath, ['--max-old-space-size=96', program, kind], {
      encoding: 'utf8',
    });
    return JSON.parse(output) as { aside: string | null; applied: number; waiting: number; grown: number };
  };

  test.each(['zeros', 'line', 'window', 'entries', 'brackets', 'names'])('of %s is ended early', (kind) => {
    const { aside, applied, grown } = explode(kind);
    expect({ aside, applied }).toEqual({ aside: 'hostile', applied: 0 });
    expect(grown).toBeLessThan(150);
  });

  test('since its values are long is taken in a few at a time', () => {
    const { aside, waiting, grown } = explode('values');
    expect({ aside, waiting }).toEqual({ aside: null, waiting: 30 });
    expect(grown).toBeLessThan(150);
  });
});
