import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { createSigningKeys, sealText, signText } from '../../../db/change-log/chain.ts';
import { all, deleteRow, updateRow } from '../../../db/database.ts';
import { findThisDevice, retireDevice } from '../../../db/devices.ts';
import { listAside } from '../../../db/exchange.ts';
import { setLocalSetting } from '../../../db/local-settings.ts';
import { findOffice, findOfficeId } from '../../../db/office.ts';
import { closeDatabase, openDatabase } from '../../../db/open.ts';
import { exchangeThroughFolder, setExchangeFolder } from '../../../service/packets/exchange-folder.ts';
import { receiveAside } from '../../../service/packets/receive-packet.ts';
import { createService } from '../../../service/service.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { chainOver, forge, putTogether, reseal, takeApart } from './forge.ts';
import { CLOCK, createPair, DELTA, edit, expectRefused, KEY, stateOf, TABLE } from './lies.ts';
import { copyPc, type Pc, receive, send } from './offices.ts';

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
  ({ office, laptop } = await createPair());
});

const hour = 60 * 60 * 1000;

/** Somebody has the key of a PC that the office trusts, and what it says is well formed. */
describe('an accepted PC that lies', () => {
  test.each([49 * hour, 10 * 365 * 24 * hour])('with entries %i ms ahead is set aside', async (ahead) => {
    const clock = (Date.parse(office.service.now()) + ahead) * 1024;
    await expectRefused(
      office,
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
    await expectRefused(office, putTogether(laptop, parts, zstdCompressSync(body)), 'hostile');
  });

  test('that claims to know more of this PC than there is, without its signature, is found out', async () => {
    await expectRefused(
      office,
      await forge(laptop, ({ manifest }) => {
        const own = Object.keys(manifest.knows).find((id) => id !== manifest.from.id);
        if (own === undefined) throw new Error('the laptop knows nobody');
        manifest.knows[own] = 10 ** 15;
        const seal = manifest.seals[own];
        if (seal !== undefined) manifest.seals[own] = { ...seal, sequence: 10 ** 15 };
      }),
      'hostile',
    );
  });

  test('that claims to have more of others than there is gets it all the same', async () => {
    const third = await copyPc(office, 'Laptop 3');
    const thirdId = findThisDevice(third.service.db)?.id ?? '';
    const file = await forge(laptop, ({ manifest }) => {
      manifest.knows[thirdId] = 10 ** 15;
    });
    expect(await receive(office, file, false)).toMatchObject({ aside: null });
    createTestPeople(third.writer(), ['Soto, Rosa']);
    await receive(office, await send(third));
    expect(await receive(laptop, await send(office), false)).toMatchObject({ aside: null });
    expect(digestLog(laptop.service.db)).toBe(digestLog(office.service.db));
  });

  test('cannot bring entries of a device that nobody has heard of', async () => {
    const { publicKey, signingKey } = createSigningKeys();
    const id = 'Q'.repeat(22);
    const file = await forge(laptop, ({ manifest, lines }) => {
      const clock = (JSON.parse(lines.at(-1) ?? '[]') as number[])[CLOCK] ?? 0;
      const line = JSON.stringify([
        id,
        1,
        1,
        clock + 1,
        0,
        'u'.repeat(22),
        'person',
        'P'.repeat(22),
        0,
        { notes: 'x' },
      ]);
      const hash = chainOver('', [line]);
      const signature = signText(signingKey, sealText(id, 1, hash));
      const device = { ...manifest.from, id, publicKey };
      manifest.sections.push({ device, after: 0, to: 1, hashBefore: '', hash, signature });
      manifest.entries += 1;
      lines.push(line);
    });
    await expectRefused(office, file, 'hostile');
  });

  test('cannot take the office away, nor put another one in its place', async () => {
    const officeId = findOfficeId(office.service.db) ?? '';
    deleteRow(laptop.writer(), 'office', { id: officeId });
    expect(await receive(office, await send(laptop), false)).toMatchObject({ aside: null });
    expect(findOffice(office.service.db)?.name).toBe('Dirección de Desarrollo Productivo');
    expect(await receive(laptop, await send(office), false)).toMatchObject({ aside: null });
    createTestPeople(laptop.writer(), ['Vega, Luz']);
    await expectRefused(
      office,
      await forge(
        laptop,
        edit((f) => ((f[TABLE] = 'office'), (f[KEY] = '0'.repeat(22)), (f[DELTA] = { name: 'Otra' }))),
      ),
      'hostile',
    );
  });

  test('cannot make the packets of another PC unreadable by what it writes into its row', async () => {
    const officeDevice = findThisDevice(office.service.db)?.id ?? '';
    const row = { name: 'x'.repeat(5000), series: '../../fuera', deleted_at: 1 };
    updateRow(laptop.writer(), 'device', { id: officeDevice }, row);
    expect(await receive(office, await send(laptop), false)).toMatchObject({ aside: null });
    createTestPeople(office.writer(), ['Soto, Rosa']);
    const other = await copyPc(office, 'Laptop 3');
    createTestPeople(office.writer(), ['Vega, Luz']);
    // Its row was deleted too: that a coordinator mends by accepting it again.
    expect(await receive(other, await send(office))).toMatchObject({ aside: null });
    const folder = join(office.folder, 'intercambio');
    mkdirSync(folder);
    accepted(await setExchangeFolder(office.service, folder));
    accepted(await exchangeThroughFolder(office.service, office.writer(), { isUnattended: true }));
    expect(readdirSync(folder)).toHaveLength(1);
  });

  test('that was put out of use is set aside until a coordinator takes it back', async () => {
    await receive(office, await send(laptop), false);
    const deviceId = findThisDevice(laptop.service.db)?.id;
    if (deviceId === undefined) throw new Error('no device');
    accepted(retireDevice(office.writer(), { deviceId, retired: true }));
    createTestPeople(laptop.writer(), ['Soto, Rosa']);
    const file = await send(laptop);
    await expectRefused(office, file, 'retired');
    expect(await receive(office, file)).toMatchObject({ aside: null, applied: 1 });
    createTestPeople(laptop.writer(), ['Vega, Luz']);
    expect(await receive(office, await send(laptop), false)).toMatchObject({ aside: null });
  });

  test('cannot be let in by a word beyond the next year: the log would follow it', async () => {
    const clock = (Date.parse(office.service.now()) + 500 * 24 * hour) * 1024;
    const file = await forge(
      laptop,
      edit((f) => (f[CLOCK] = clock)),
    );
    const { id, fileName } = (await receive(office, file, false), listAside(office.service.db)[0]) ?? {};
    if (id === undefined || fileName === undefined) throw new Error('nothing was set aside');
    const before = stateOf(office);
    const word = { id, fileName, acceptsSender: false, acceptsAhead: true };
    expect(await receiveAside(office.service, office.writer(), word)).toMatchObject({ aside: 'future' });
    expect(stateOf(office)).toEqual(before);
    await expectRefused(
      office,
      await forge(
        laptop,
        edit((f) => (f[CLOCK] = 2 ** 53 - 2)),
      ),
      'hostile',
    );
  });

  test('cannot turn its clock back between two packets', async () => {
    await receive(office, await send(laptop), false);
    await receive(laptop, await send(office), false);
    createTestPeople(laptop.writer(), ['Soto, Rosa']);
    const file = await forge(laptop, (parts) => {
      for (const index of parts.lines.keys()) edit((f) => (f[CLOCK] = index + 1), index)(parts);
    });
    await expectRefused(office, file, 'hostile');
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
    await expectRefused(office, putTogether(laptop, parts), 'forked');
  });

  test('that begins where the office’s copy of its chain is another has two histories', async () => {
    const parts = takeApart(await send(laptop));
    const [section] = parts.manifest.sections;
    if (section === undefined) throw new Error('no section');
    section.hashBefore = chainOver('', ['something else']);
    reseal(laptop, parts);
    await expectRefused(office, putTogether(laptop, parts), 'forked');
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
    await expectRefused(office, putTogether(laptop, own), 'forged');
  });

  test('that has work of this very PC which this PC does not know shows that its database is an older copy: it becomes a new one', async () => {
    const stale = openStale(office);
    createTestPeople(office.writer(), ['Vargas, Luz']);
    await receive(laptop, await send(office), false);
    // As if for a PC that has nothing yet: then it holds everything.
    laptop.service.db.handle.exec('DELETE FROM device_knowledge');
    const former = findThisDevice(stale.service.db)?.id;
    expect(await receive(stale, await send(laptop), false)).toMatchObject({ aside: null });
    expect(findThisDevice(stale.service.db)?.id).not.toBe(former);
    expect(checkLog(stale.service.db)).toEqual({ ok: true, problems: [] });
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
