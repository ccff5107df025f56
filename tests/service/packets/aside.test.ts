import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { listAside } from '../../../db/exchange.ts';
import { receiveAside } from '../../../service/packets/receive-packet.ts';
import { asideFile } from '../../../service/packets/packet-folders.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { copyPc, createAcquainted, createPc, type Pc, receive, send } from './offices.ts';

/** Makes a PC believe that another one has all it has: its next packets lack what is between. */
function forget(of: Pc, to: Pc): void {
  const holder = findThisDevice(to.service.db)?.id ?? '';
  const own = findThisDevice(of.service.db)?.id ?? '';
  of.service.db.handle
    .prepare(
      `INSERT OR REPLACE INTO device_knowledge SELECT ?, d.id, c.sequence FROM log_clock c
       JOIN log_device d ON d.number = c.device WHERE d.id = ?`,
    )
    .run(holder, own);
}

describe('packets that came too early', () => {
  test('are all taken in once what they lack has come, whatever their order', async () => {
    const [office, laptop] = await createAcquainted();
    createTestPeople(laptop.writer(), ['Mamani, Una']);
    const missing = await send(laptop);
    const early: string[] = [];
    for (const name of ['Dos', 'Tres', 'Cuatro', 'Cinco']) {
      forget(laptop, office);
      createTestPeople(laptop.writer(), [`Rojas, ${name}`]);
      early.push(await send(laptop));
    }
    for (const packet of early.toReversed()) {
      expect(await receive(office, packet, false)).toMatchObject({ aside: 'gap', isKept: true });
    }
    expect(await receive(office, missing, false)).toMatchObject({ aside: null, applied: 1 });
    expect(listAside(office.service.db)).toEqual([]);
    expect(digestLog(office.service.db)).toBe(digestLog(laptop.service.db));
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
  });

  test('and whose file somebody deleted are forgotten, and keep nobody from anything', async () => {
    const [office, laptop] = await createAcquainted();
    createTestPeople(laptop.writer(), ['Mamani, Una']);
    const missing = await send(laptop);
    forget(laptop, office);
    createTestPeople(laptop.writer(), ['Rojas, Dos']);
    await receive(office, await send(laptop), false);
    const [aside] = listAside(office.service.db);
    if (aside === undefined) throw new Error('nothing was set aside');
    rmSync(asideFile(office.folder, aside.id));
    expect(await receive(office, missing, false)).toMatchObject({ aside: null, applied: 1 });
    expect(listAside(office.service.db)).toEqual([]);
    const word = { id: aside.id, fileName: aside.fileName, acceptsSender: false };
    expect(await receiveAside(office.service, office.writer(), word)).toMatchObject({ refused: 'NOT_FOUND' });
  });
});

describe('what is kept aside', () => {
  test('is the newest packet of each unknown PC', async () => {
    const office = await createPc();
    const stranger = await copyPc(office, 'Laptop 2');
    for (const name of ['Una', 'Dos', 'Tres']) {
      createTestPeople(stranger.writer(), [`Mamani, ${name}`]);
      expect(await receive(office, await send(stranger), false)).toMatchObject({ isKept: true });
    }
    const [aside, ...others] = listAside(office.service.db);
    expect(others).toEqual([]);
    const word = { id: aside?.id ?? '', fileName: 'paquete.yachay', acceptsSender: true };
    const outcome = accepted(await receiveAside(office.service, office.writer(), word));
    expect(outcome).toMatchObject({ aside: null });
    expect(digestLog(office.service.db)).not.toBe(digestLog(stranger.service.db));
    await receive(stranger, await send(office));
    expect(digestLog(office.service.db)).toBe(digestLog(stranger.service.db));
  });

  test('of strangers never takes the place of the office’s own, and what has no place is said', async () => {
    const [office, laptop] = await createAcquainted();
    const kept: boolean[] = [];
    for (let number = 0; number < 22; number += 1) {
      const stranger = await createPc();
      kept.push((await receive(office, await send(stranger), false)).isKept);
    }
    expect(kept).toEqual([...Array<boolean>(20).fill(true), false, false]);
    createTestPeople(laptop.writer(), ['Mamani, Una']);
    forget(laptop, office);
    createTestPeople(laptop.writer(), ['Rojas, Dos']);
    expect(await receive(office, await send(laptop), false)).toMatchObject({ aside: 'gap', isKept: true });
  }, 120_000);
});
