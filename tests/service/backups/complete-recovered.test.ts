import { closeSync, openSync, readFileSync, utimesSync, writeSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PacketLock, PacketOutcome } from '../../../domain/packet.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { exchangeThroughFolder } from '../../../service/packets/exchange-folder.ts';
import { accepted } from '../../support/edition.ts';
import { type BackupOffice, createBackupOffice, endOf, listNames, refusalOf } from './backup-office.ts';

let office: BackupOffice;
let laptop: BackupOffice;
beforeEach(async () => {
  office = await createBackupOffice();
  laptop = await createBackupOffice({ isSetUp: false });
  const { path } = await office.makeBackup();
  const backup = { path, passphrase: null };
  await endOf(await laptop.client.recovery.recover({ backup, salvage: false }));
  await enter(laptop);
  await accept(office, await take(laptop));
  await bring(laptop, await take(office));
});
afterEach(() => {
  office.remove();
  laptop.remove();
});

/** The only coordinator has no password and is signed in by asking. */
const enter = ({ client }: BackupOffice) => client.setup.state();

async function take({ client, folder }: BackupOffice, lock: PacketLock = { kind: 'open' }): Promise<string> {
  const order = { forDevice: null, lock, folder };
  return (await endOf(await client.exchange.exportPacket(order))).path ?? '';
}

async function bring({ client }: BackupOffice, path: string): Promise<PacketOutcome> {
  const file = new File([readFileSync(path)], basename(path));
  return endOf(await client.exchange.importPacket({ file, passphrase: null }));
}

async function accept(pc: BackupOffice, path: string): Promise<void> {
  const { client } = pc;
  await bring(pc, path);
  const [packet] = (await client.exchange.state()).aside;
  await endOf(await client.exchange.acceptDevice({ asideId: packet?.id ?? '' }));
}

const awaitedBy = async ({ client }: BackupOffice) =>
  (await client.exchange.state()).awaited.map(({ id }) => id);
const officeTasksOf = async ({ client }: BackupOffice) =>
  (await client.today.get()).tasks.filter(({ kind }) => kind === 'packetsToBring');
const idOf = ({ service }: BackupOffice) => findThisDevice(service.db)?.id;

/** The first page goes, and with it everything that could be read; the last backup takes its place. */
async function breakAndRecover(path: string): Promise<void> {
  office.service.close();
  const file = openSync(join(office.data, 'yachay.db'), 'r+');
  writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 0);
  closeSync(file);
  office.reopen();
  const order = { backup: { path, passphrase: null }, salvage: true };
  await endOf(await office.client.recovery.recover(order));
  await enter(office);
}

describe('a PC whose data came back from a backup', () => {
  test('gets back what others have through their packets, once they know it, and then waits for nobody', async () => {
    const { path } = await office.makeBackup();
    office.passHours(1);
    laptop.passHours(1);
    await office.addPeople('Sent before');
    await laptop.addPeople('Of the laptop');
    await bring(laptop, await take(office));
    await bring(office, await take(laptop));
    office.passHours(1);
    laptop.passHours(1);
    await breakAndRecover(path);
    expect(listNames(office.service.db)).toEqual([]);
    expect(await awaitedBy(office)).toEqual([idOf(laptop)]);
    expect(await officeTasksOf(office)).toEqual([{ kind: 'packetsToBring', date: null, count: 1 }]);

    await accept(laptop, await take(office));
    expect(await bring(office, await take(laptop))).toMatchObject({ aside: null });
    expect(listNames(office.service.db)).toEqual(['Of the laptop', 'Sent before']);
    expect(await awaitedBy(office)).toEqual([]);
    expect(await officeTasksOf(office)).toEqual([]);
    await bring(laptop, await take(office));
    expect(await office.client.exchange.digest()).toEqual(await laptop.client.exchange.digest());
  });

  test('takes in what was prepared for it before the damage, unless that was locked for the device it was', async () => {
    const { path } = await office.makeBackup();
    await laptop.addPeople('Of the laptop');
    const open = await take(laptop);
    // Packets are named after the minute they are made in.
    laptop.passHours(1);
    const passphrase = 'lluvia de noviembre';
    const locked = await take(laptop, { kind: 'passphrase', passphrase });
    laptop.passHours(1);
    const forDevices = await take(laptop, { kind: 'devices' });
    await breakAndRecover(path);
    const file = (name: string) => new File([readFileSync(name)], basename(name));
    const refused = office.client.exchange.importPacket({ file: file(forDevices), passphrase: null });
    expect(await refusalOf(refused)).toBe('NOT_FOR_THIS_DEVICE');
    expect(await awaitedBy(office)).toEqual([idOf(laptop)]);
    const opened = await office.client.exchange.importPacket({ file: file(locked), passphrase });
    expect(await endOf(opened)).toMatchObject({ aside: null });
    expect(listNames(office.service.db)).toEqual(['Of the laptop']);
    expect(await bring(office, open)).toMatchObject({ aside: null, applied: 0 });
    expect(await awaitedBy(office)).toEqual([]);
  });

  test('waits for nobody any more when somebody says that there is nothing to bring', async () => {
    await breakAndRecover((await office.makeBackup()).path);
    expect(await awaitedBy(office)).toEqual([idOf(laptop)]);
    await office.client.exchange.stopAwaiting();
    expect(await awaitedBy(office)).toEqual([]);
    expect(await officeTasksOf(office)).toEqual([]);
  });

  test('does not wait for a PC that is out of use', async () => {
    await breakAndRecover((await office.makeBackup()).path);
    const [deviceId] = (await office.client.exchange.state()).awaited.map(({ id }) => id);
    if (deviceId === undefined) throw new Error('nobody is awaited');
    await office.client.exchange.retireDevice({ deviceId, retired: true });
    expect(await awaitedBy(office)).toEqual([]);
  });

  test('waits also after going back to a backup by will', async () => {
    const { path } = await office.makeBackup();
    await endOf(await office.client.backups.restore({ path, passphrase: null }));
    await enter(office);
    expect(await awaitedBy(office)).toEqual([idOf(laptop)]);
  });

  test('looks again at the files of the exchange folder that it had taken before', async () => {
    const { path } = await office.makeBackup();
    await laptop.addPeople('Of the laptop');
    const packet = await take(laptop);
    const longAgo = new Date('2026-01-01T00:00:00.000Z');
    utimesSync(packet, longAgo, longAgo);
    const watchOnce = async () => {
      const user = office.service.findSignedInUser(office.connection);
      if (user === null) throw new Error('nobody is signed in');
      const writer = office.service.createWriter(user.id);
      return accepted(await exchangeThroughFolder(office.service, writer, { isUnattended: true }));
    };
    await office.client.exchange.setFolder({ folder: laptop.folder });
    expect((await watchOnce()).taken).toHaveLength(1);
    expect((await watchOnce()).taken).toEqual([]);
    await endOf(await office.client.backups.restore({ path, passphrase: null }));
    await enter(office);
    expect((await watchOnce()).taken).toHaveLength(1);
    expect(listNames(office.service.db)).toEqual(['Of the laptop']);
  });
});

describe('a PC that joins an office', () => {
  test('waits for nobody: its copy is of now', async () => {
    expect(await awaitedBy(laptop)).toEqual([]);
  });
});
