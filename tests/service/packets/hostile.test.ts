import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { createSigningKeys } from '../../../db/change-log/chain.ts';
import { listAside } from '../../../db/exchange.ts';
import { receivePacket } from '../../../service/packets/receive-packet.ts';
import { forge, type Lie, putTogether, takeApart } from './forge.ts';
import {
  ACTION,
  CLOCK,
  CREATED,
  createPair,
  DELTA,
  edit,
  expectRefused,
  KEY,
  MADE_AT,
  MADE_BY,
  SEQUENCE,
  TABLE,
} from './lies.ts';
import { createPc, type Pc, send } from './offices.ts';

let office: Pc;
let laptop: Pc;
beforeEach(async () => {
  ({ office, laptop } = await createPair());
});

describe('what a stranger can do', () => {
  test('a packet whose manifest was edited is forged', async () => {
    const bytes = readFileSync(await send(laptop)).toString('latin1');
    const file = join(laptop.folder, 'editado.yachay');
    writeFileSync(file, bytes.replace('"entries": 2', '"entries": 3'), 'latin1');
    await expectRefused(office, file, 'forged');
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
    await expectRefused(office, file, 'damaged');
  });

  test('a device that takes the name and id of an accepted one has another key', async () => {
    const parts = takeApart(await send(laptop));
    const { publicKey } = createSigningKeys();
    parts.manifest.from.publicKey = publicKey;
    await expectRefused(office, putTogether(laptop, parts), 'forged');
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
    await expectRefused(office, file, 'damaged');
  });

  test('a packet of a later format waits for a newer Yachay', async () => {
    const file = join(laptop.folder, 'nuevo.yachay');
    const bytes = readFileSync(await send(laptop)).toString('latin1');
    writeFileSync(file, bytes.replace('YACHAY-PACKET 1', 'YACHAY-PACKET 2'), 'latin1');
    await expectRefused(office, file, 'newer');
  });

  test('an office’s packet is nothing to another office', async () => {
    const stranger = await createPc();
    await expectRefused(office, await send(stranger), 'otherOffice');
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
    ['a key that is no id', edit((f) => (f[KEY] = 'corto'))],
    ['the id of a picture that is none', edit((f) => ((f[TABLE] = 'logo'), (f[KEY] = 'Z'.repeat(22))))],
    [
      'a natural key of parts that are no ids',
      edit((f) => ((f[TABLE] = 'attendance_mark'), (f[KEY] = '["a","b"]'), (f[DELTA] = {}))),
    ],
    [
      'a series of folios that leads elsewhere',
      edit((f) => ((f[TABLE] = 'folio_counter'), (f[KEY] = '["../x",2026]'), (f[DELTA] = {}))),
    ],
    ['a text of 64 KB', edit((f) => (f[DELTA] = { notes: 'x'.repeat(64 * 1024 + 1) }))],
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
    await expectRefused(office, await forge(laptop, lie), 'hostile');
  });
});

/** In a process of its own with a small heap, whose largest size the system tells. */
describe('a packet that wants all the memory', { timeout: 5 * 60_000 }, () => {
  const program = resolve(import.meta.dirname, 'bomb.ts');
  const explode = (kind: string) => {
    const output = execFileSync(process.execPath, ['--max-old-space-size=96', program, kind], {
      encoding: 'utf8',
    });
    return JSON.parse(output) as {
      aside: string | null;
      applied: number;
      waiting: number;
      grown: number;
      isSound: boolean;
    };
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

  test('since they are all of one row is folded without keeping them', () => {
    const { aside, applied, grown, isSound } = explode('onerow');
    expect({ aside, applied, isSound }).toEqual({ aside: null, applied: 41, isSound: true });
    expect(grown).toBeLessThan(150);
  });
});
