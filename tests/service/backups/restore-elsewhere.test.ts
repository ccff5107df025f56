import { beforeEach, describe, expect, test } from 'vitest';
import type { BackupFile } from '../../../domain/backup.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { listAwaitedDevices } from '../../../db/awaited-devices.ts';
import { all, getNumber } from '../../../db/database.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { listOtherDevices } from '../../../db/exchange.ts';
import { findLocalSetting, setLocalSetting } from '../../../db/local-settings.ts';
import { makeUsualBackup } from '../../../service/backups/make-backup.ts';
import { recoverOffice } from '../../../service/backups/recover.ts';
import { restoreBackup } from '../../../service/backups/restore-backup.ts';
import { readExchangeState } from '../../../service/packets/exchange.ts';
import { accepted, createTestPeople } from '../../support/edition.ts';
import { copyPc, createPc, type Pc, receive, send } from '../packets/offices.ts';
import { endOf, listNames } from './backup-office.ts';

let office: Pc;
let laptop: Pc;
beforeEach(async () => {
  office = await createPc();
  laptop = await copyPc(office, 'Laptop 2');
  createTestPeople(office.writer(), ['Mamani, Juana']);
});

function idOf({ service }: Pc): string {
  const device = findThisDevice(service.db);
  if (device === null) throw new Error('the office is set up');
  return device.id;
}
const plain = ({ path }: Pick<BackupFile, 'path'>) => ({ path, passphrase: null });

async function exchange(): Promise<void> {
  for (const [from, to] of [
    [laptop, office],
    [office, laptop],
    [laptop, office],
    [office, laptop],
  ] as const)
    expect(await receive(to, await send(from))).toMatchObject({ aside: null });
}

async function restore(pc: Pc, backup: Pick<BackupFile, 'path'>): Promise<string> {
  const steps = restoreBackup(pc.service, plain(backup), pc.userId, undefined);
  return accepted(await endOf(steps)).setAside ?? '';
}

async function recover(pc: Pc, backup: BackupFile, salvage: boolean): Promise<void> {
  pc.service.declareDamaged();
  accepted(await endOf(recoverOffice(pc.service, { backup: plain(backup), salvage }, undefined)));
}

/** The devices that are said to be out of use. */
function listRetired({ service }: Pc): string[] {
  return all<{ id: string }>(service.db, 'SELECT id FROM device WHERE retired_at IS NOT NULL').map(
    ({ id }) => id,
  );
}

const countDevices = ({ service }: Pc) => getNumber(service.db, 'SELECT count(*) FROM device');

/** Both work on, each as a device of its own, of which the other knows. */
async function expectBothWorkOn(): Promise<void> {
  createTestPeople(office.writer(), ['Rojas, Pedro']);
  createTestPeople(laptop.writer(), ['Soto, Rosa']);
  await exchange();
  expect(digestLog(laptop.service.db)).toBe(digestLog(office.service.db));
  for (const pc of [office, laptop]) expect(checkLog(pc.service.db).ok).toBe(true);
  expect(listOtherDevices(laptop.service.db)).toEqual([idOf(office)]);
  expect(listOtherDevices(office.service.db)).toEqual([idOf(laptop)]);
}

describe('restoring the backup of another PC', () => {
  test('leaves that PC in use, and gives up the one that restores', async () => {
    await exchange();
    const former = idOf(laptop);
    await restore(laptop, accepted(await makeUsualBackup(office.service)));
    laptop.writer();
    expect(listRetired(laptop)).toEqual([former]);
    expect(readExchangeState(laptop.service).minted).toBeNull();
    expect(countDevices(laptop)).toBe(3);
    expect(listAwaitedDevices(laptop.service.db).map(({ id }) => id)).toEqual([idOf(office)]);
    await expectBothWorkOn();
    expect(listAwaitedDevices(laptop.service.db)).toEqual([]);
  });

  test('gives up the one that restores also where that PC has not heard of it yet', async () => {
    const backup = accepted(await makeUsualBackup(office.service));
    await exchange();
    const former = idOf(laptop);
    await restore(laptop, backup);
    expect(listRetired(laptop)).toEqual([former]);
    await expectBothWorkOn();
  });

  test('keeps the settings of the PC that restores', async () => {
    setLocalSetting(office.service.db, 'exchange.folder', '/de/la/oficina');
    setLocalSetting(laptop.service.db, 'exchange.folder', '/de/la/laptop');
    await restore(laptop, accepted(await makeUsualBackup(office.service)));
    expect(findLocalSetting(laptop.service.db, 'exchange.folder')).toBe('/de/la/laptop');
  });
});

test('restoring what was set aside leaves one device in use, the one that restored', async () => {
  const former = idOf(office);
  const setAside = await restore(office, accepted(await makeUsualBackup(office.service)));
  office.writer();
  const between = idOf(office);
  await restore(office, { path: setAside });
  expect(listRetired(office).toSorted()).toEqual([former, between].toSorted());
});

describe('recovering a damaged database from the backup of another PC', () => {
  test('leaves that PC in use, mints once, and takes none of its settings', async () => {
    setLocalSetting(office.service.db, 'exchange.folder', '/de/la/oficina');
    await exchange();
    await recover(laptop, accepted(await makeUsualBackup(office.service)), false);
    laptop.writer();
    expect(listRetired(laptop)).toEqual([]);
    expect(countDevices(laptop)).toBe(3);
    expect(findLocalSetting(laptop.service.db, 'exchange.folder')).toBeNull();
    expect(readExchangeState(laptop.service).minted).toBeNull();
  });

  test('gives up the damaged one where it can be read, and brings its work', async () => {
    const backup = accepted(await makeUsualBackup(office.service));
    await exchange();
    createTestPeople(laptop.writer(), ['Vargas, Luis']);
    const former = idOf(laptop);
    await recover(laptop, backup, true);
    laptop.writer();
    expect(listRetired(laptop)).toEqual([former]);
    expect(listNames(laptop.service.db)).toEqual(['Juana', 'Luis']);
    await expectBothWorkOn();
    expect(listNames(office.service.db)).toEqual(['Juana', 'Luis', 'Pedro', 'Rosa']);
  });
});

test('recovering a damaged database from its own backup gives up the damaged one and keeps the settings', async () => {
  await exchange();
  setLocalSetting(laptop.service.db, 'exchange.folder', '/de/la/laptop');
  const former = idOf(laptop);
  await recover(laptop, accepted(await makeUsualBackup(laptop.service)), false);
  laptop.writer();
  expect(listRetired(laptop)).toEqual([former]);
  expect(findLocalSetting(laptop.service.db, 'exchange.folder')).toBe('/de/la/laptop');
  await expectBothWorkOn();
});
