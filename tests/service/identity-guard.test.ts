import { copyFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog, digestLog } from '../../db/change-log/check.ts';
import { findThisDevice } from '../../db/devices.ts';
import { acknowledgeMinting, readExchangeState } from '../../service/packets/exchange.ts';
import { createService, type Service } from '../../service/service.ts';
import { accepted, createTestPeople } from '../support/edition.ts';
import { copyPc, createPc, type Pc, receive, send } from './packets/offices.ts';

let spare: string;
let opened: Service[];
beforeEach(() => {
  spare = mkdtempSync(join(tmpdir(), 'yachay-guard-'));
  opened = [];
});
afterEach(() => {
  for (const service of opened) service.close();
  rmSync(spare, { recursive: true, force: true });
});

/** Opens a data folder as the next start does. */
function open(folder: string, pc: Pc): Pc {
  const { resourcesFolder, now } = pc.service;
  const service = createService({ dataFolder: folder, resourcesFolder, now });
  opened.push(service);
  return { ...pc, service, folder, writer: () => service.createWriter(pc.userId) };
}

const idOf = ({ service }: Pc) => findThisDevice(service.db)?.id;
const stateOf = ({ service }: Pc) => readExchangeState(service);

describe('the identity of a PC', () => {
  test('stays the same from start to start, whatever it sent', async () => {
    const office = await createPc();
    createTestPeople(office.writer(), ['Mamani, Juana']);
    await send(office);
    const id = idOf(office);
    office.service.close();
    const again = open(office.folder, office);
    createTestPeople(again.writer(), ['Rojas, Pedro']);
    expect(idOf(again)).toBe(id);
    expect(stateOf(again).minted).toBeNull();
  });

  test('is a new one where its folder was copied: both work on, and come together', async () => {
    const office = await createPc();
    createTestPeople(office.writer(), ['Mamani, Juana']);
    const folder = join(spare, 'copia');
    office.service.db.handle.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(office.folder, folder, { recursive: true });
    const copy = open(folder, office);
    createTestPeople(copy.writer(), ['Rojas, Pedro']);
    createTestPeople(office.writer(), ['Soto, Rosa']);
    expect(idOf(copy)).not.toBe(idOf(office));
    expect(stateOf(copy)).toMatchObject({ minted: 'copied' });
    expect(findThisDevice(copy.service.db)?.series).not.toBe('A');
    expect(await receive(office, await send(copy))).toMatchObject({ aside: null });
    expect(await receive(copy, await send(office))).toMatchObject({ aside: null });
    expect(digestLog(copy.service.db)).toBe(digestLog(office.service.db));
    for (const { service } of [copy, office]) expect(checkLog(service.db).ok).toBe(true);
    // Nobody stopped using the other one.
    expect(stateOf(copy).devices.filter(({ retiredAt }) => retiredAt !== null)).toEqual([]);
  });

  test('is a new one where an older file was put back, and what was sent meanwhile comes back', async () => {
    const office = await createPc();
    createTestPeople(office.writer(), ['Mamani, Juana']);
    const old = join(spare, 'viejo.db');
    office.service.db.handle.prepare('VACUUM INTO ?').run(old);
    const other = join(spare, 'otro');
    cpSync(office.folder, other, { recursive: true });
    copyFileSync(old, join(other, 'yachay.db'));
    for (const ending of ['-wal', '-shm']) rmSync(join(other, `yachay.db${ending}`), { force: true });
    const laptop = open(other, office);
    createTestPeople(office.writer(), ['Rojas, Pedro']);
    await receive(laptop, await send(office));
    const former = idOf(office);
    office.service.close();
    for (const ending of ['-wal', '-shm']) rmSync(join(office.folder, `yachay.db${ending}`), { force: true });
    copyFileSync(old, join(office.folder, 'yachay.db'));
    const again = open(office.folder, office);
    createTestPeople(again.writer(), ['Soto, Rosa']);
    expect(idOf(again)).not.toBe(former);
    expect(stateOf(again)).toMatchObject({ minted: 'older' });
    await receive(laptop, await send(again));
    expect(await receive(again, await send(laptop))).toMatchObject({ aside: null });
    // Accepting the laptop was a change too.
    await receive(laptop, await send(again));
    expect(digestLog(again.service.db)).toBe(digestLog(laptop.service.db));
    const names = again.service.db.handle.prepare('SELECT given_names FROM person ORDER BY 1').pluck().all();
    expect(names).toEqual(['Juana', 'Pedro', 'Rosa']);
  });

  test('is a new one where an older file was put back and since then it only received: nothing is missing', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    await receive(office, await send(laptop));
    await receive(laptop, await send(office));
    const old = join(spare, 'viejo.db');
    office.service.db.handle.prepare('VACUUM INTO ?').run(old);
    createTestPeople(laptop.writer(), ['Rojas, Pedro']);
    await receive(office, await send(laptop));
    // Nothing of its own, but it says what it has: the laptop will not send that again.
    await receive(laptop, await send(office));
    office.service.close();
    for (const ending of ['-wal', '-shm']) rmSync(join(office.folder, `yachay.db${ending}`), { force: true });
    copyFileSync(old, join(office.folder, 'yachay.db'));
    const again = open(office.folder, office);
    again.writer();
    expect(stateOf(again)).toMatchObject({ minted: 'older' });
    await receive(laptop, await send(again));
    createTestPeople(laptop.writer(), ['Soto, Rosa']);
    expect(await receive(again, await send(laptop))).toMatchObject({ aside: null });
    await receive(laptop, await send(again));
    expect(digestLog(again.service.db)).toBe(digestLog(laptop.service.db));
    again.service.close();
    // And it stays that one.
    const once = open(office.folder, office);
    once.writer();
    expect(idOf(once)).toBe(findThisDevice(once.service.db)?.id);
    expect(stateOf(once).devices.filter(({ retiredAt }) => retiredAt === null)).toHaveLength(2);
  });

  test('is told until somebody has read it', async () => {
    const office = await createPc();
    office.writer();
    const folder = join(spare, 'copia');
    office.service.db.handle.pragma('wal_checkpoint(TRUNCATE)');
    cpSync(office.folder, folder, { recursive: true });
    const copy = open(folder, office);
    copy.writer();
    expect(stateOf(copy).minted).toBe('copied');
    acknowledgeMinting(copy.service);
    expect(stateOf(copy).minted).toBeNull();
    expect(accepted(idOf(copy) ?? null)).not.toBe(idOf(office));
  });
});
