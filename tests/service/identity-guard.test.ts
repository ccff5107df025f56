import { copyFileSync, cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog, digestLog } from '../../db/change-log/check.ts';
import { findThisDevice } from '../../db/devices.ts';
import { makeUsualBackup } from '../../service/backups/make-backup.ts';
import { recoverOffice } from '../../service/backups/recover.ts';
import { restoreBackup } from '../../service/backups/restore-backup.ts';
import { describePlace } from '../../service/identity-guard.ts';
import { acknowledgeMinting, readExchangeState } from '../../service/packets/exchange.ts';
import { createService, type Service } from '../../service/service.ts';
import { accepted, createTestPeople } from '../support/edition.ts';
import { endOf, listNames } from './backups/backup-office.ts';
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

/** Puts an older file in the database's place, as people do by hand, and starts again. */
function putBack(old: string, pc: Pc): Pc {
  pc.service.close();
  for (const ending of ['-wal', '-shm']) rmSync(join(pc.folder, `yachay.db${ending}`), { force: true });
  copyFileSync(old, join(pc.folder, 'yachay.db'));
  return open(pc.folder, pc);
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
    const again = putBack(old, office);
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
    const again = putBack(old, office);
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

  test('is a new one where an older file was put back after a backup went to another PC: they never write as one', async () => {
    const office = await createPc();
    createTestPeople(office.writer(), ['Mamani, Juana']);
    const old = join(spare, 'viejo.db');
    office.service.db.handle.prepare('VACUUM INTO ?').run(old);
    createTestPeople(office.writer(), ['Rojas, Pedro']);
    const backup = accepted(await makeUsualBackup(office.service));
    const other = open(join(spare, 'otro'), office);
    const choice = { path: backup.path, passphrase: null };
    accepted(await endOf(recoverOffice(other.service, { backup: choice, salvage: false }, undefined)));
    const former = idOf(office);
    const again = putBack(old, office);
    // The daily backup comes before anybody writes, and says less than was known.
    accepted(await makeUsualBackup(again.service));
    createTestPeople(again.writer(), ['Soto, Rosa', 'Vargas, Luis']);
    expect(idOf(again)).not.toBe(former);
    expect(stateOf(again)).toMatchObject({ minted: 'older' });
    for (let round = 0; round < 2; round += 1) {
      expect(await receive(other, await send(again))).toMatchObject({ aside: null });
      expect(await receive(again, await send(other))).toMatchObject({ aside: null });
    }
    expect(digestLog(again.service.db)).toBe(digestLog(other.service.db));
    expect(listNames(again.service.db)).toEqual(['Juana', 'Luis', 'Pedro', 'Rosa']);
  });

  test('is a new one where an older file was put back after another was set aside for a backup', async () => {
    const office = await createPc();
    createTestPeople(office.writer(), ['Mamani, Juana']);
    const backup = accepted(await makeUsualBackup(office.service));
    const old = join(spare, 'viejo.db');
    office.service.db.handle.prepare('VACUUM INTO ?').run(old);
    createTestPeople(office.writer(), ['Rojas, Pedro']);
    const choice = { path: backup.path, passphrase: null };
    const former = idOf(office);
    accepted(await endOf(restoreBackup(office.service, choice, office.userId, undefined)));
    const again = putBack(old, office);
    again.writer();
    expect(idOf(again)).not.toBe(former);
    expect(stateOf(again)).toMatchObject({ minted: 'older' });
  });

  test('is a new one where a backup was put in its place by hand, which has no keys', async () => {
    const office = await createPc();
    const laptop = await copyPc(office, 'Laptop 2');
    await receive(office, await send(laptop));
    await receive(laptop, await send(office));
    const backup = accepted(await makeUsualBackup(office.service));
    const former = idOf(office);
    const again = putBack(backup.path, office);
    createTestPeople(again.writer(), ['Soto, Rosa']);
    expect(await receive(laptop, await send(again))).toMatchObject({ aside: null });
    expect(listNames(laptop.service.db)).toEqual(['Rosa']);
    expect(idOf(again)).not.toBe(former);
    expect(stateOf(again)).toMatchObject({ minted: 'older' });
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

describe('the place of a database on macOS', () => {
  const placeOf = (host: string) => describePlace(join(spare, 'datos'), { platform: 'darwin', host });

  test('stays the same whatever the network calls the PC', () => {
    mkdirSync(join(spare, 'datos'));
    expect(placeOf('MacBook-de-Rosa.local')).toBe(placeOf('dhcp-10-0-0-17'));
  });

  test('is another one for a copy of its folder, also on a PC of the same name', () => {
    mkdirSync(join(spare, 'datos'));
    const place = placeOf('MacBook-Air.local');
    renameSync(join(spare, 'datos'), join(spare, 'de antes'));
    cpSync(join(spare, 'de antes'), join(spare, 'datos'), { recursive: true, preserveTimestamps: true });
    expect(placeOf('MacBook-Air.local')).not.toBe(place);
  });
});
