import { copyFileSync, existsSync, rmSync, statSync, truncateSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog } from '../../../db/change-log/check.ts';
import { getNumber, type ReadableDb } from '../../../db/database.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { checkHealth } from '../../../service/backups/watch-health.ts';
import {
  type BackupOffice,
  createBackupOffice,
  endOf,
  leavesOf,
  listNames,
  overwritePages,
  pageBytes,
  refusalOf,
} from './backup-office.ts';

let office: BackupOffice;
beforeEach(async () => {
  office = await createBackupOffice();
});
afterEach(() => office.remove());

const database = () => join(office.data, 'yachay.db');

/** Overwrites pages of the closed database, and opens it again. */
function spoil(choosePages: (db: ReadableDb) => number[]): void {
  overwritePages(office.service, choosePages);
  office.reopen();
}

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `P${String(index).padStart(3, '0')}`);

describe('a database whose first page is gone', () => {
  beforeEach(async () => {
    await office.addPeople('Ana');
    await office.makeBackup();
    spoil(() => [1]);
  });

  test('is said to be damaged, and nobody gets to work with it', async () => {
    expect(office.service.isDamaged).toBe(true);
    expect(await office.client.setup.state()).toEqual({ state: 'damaged' });
    await expect(office.client.today.get()).rejects.toMatchObject({ code: 'SIGNED_OUT' });
    await expect(office.client.setup.startDemo({ seed: 1 })).rejects.toMatchObject({ code: 'FAULT' });
  });

  test('is recovered from the backups that are found, opened and sound, and kept aside', async () => {
    const found = await office.client.recovery.state();
    expect(found).toMatchObject({
      damagedFile: database(),
      backups: [{ name: 'yachay-2026-11-22-1830.db', isSound: true, contents: { counts: { people: 1 } } }],
    });
    const path = found?.backups[0]?.path ?? '';
    const recovered = await endOf(
      await office.client.recovery.recover({ backup: { path, passphrase: null }, salvage: true }),
    );
    expect(recovered.salvage).toEqual({ tables: [], brought: 0 });
    expect(statSync(recovered.setAside ?? '').size).toBeGreaterThan(pageBytes);
    expect(await office.client.setup.state()).toMatchObject({ state: 'ready' });
    expect(listNames(office.service.db)).toEqual(['Ana']);
  });

  test('holds nothing that could be read', async () => {
    const order = { backup: null, salvage: true };
    expect(await refusalOf(office.client.recovery.recover(order))).toBe('NOTHING_READABLE');
    expect(existsSync(database())).toBe(true);
  });
});

describe('a database with pages gone in its middle', () => {
  test('opens, is found out by the check after an end that was none, and is given up', async () => {
    await office.addPeople(...names(120));
    spoil((db) => leavesOf(db, 'person').slice(1, 2));
    expect(office.service.isDamaged).toBe(false);
    await checkHealth(office.service, { wasCutOff: true });
    expect(await office.client.setup.state()).toEqual({ state: 'damaged' });
  });

  test('gives back what is newer than the backup through its log', async () => {
    await office.addPeople('Ana');
    const former = findThisDevice(office.service.db)?.id;
    const { path } = await office.makeBackup();
    office.passHours(1);
    await office.addPeople(...names(120));
    spoil((db) => leavesOf(db, 'person').slice(1, 2));
    await checkHealth(office.service, { wasCutOff: true });
    const { salvage } = await endOf(
      await office.client.recovery.recover({ backup: { path, passphrase: null }, salvage: true }),
    );
    expect(listNames(office.service.db)).toEqual(['Ana', ...names(120)]);
    expect(salvage?.brought).toBe(120);
    expect(salvage?.tables).toContainEqual(expect.objectContaining({ table: 'person', gaps: 1 }));
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
    expect(findThisDevice(office.service.db)?.id).not.toBe(former);
  });

  test('gives back rows where its log is broken too, as this device’s own work', async () => {
    await office.addPeople('Ana');
    const { path } = await office.makeBackup();
    office.passHours(1);
    await office.addPeople(...names(200));
    spoil((db) => leavesOf(db, 'change_log').slice(1, 2));
    await checkHealth(office.service, { wasCutOff: true });
    await endOf(await office.client.recovery.recover({ backup: { path, passphrase: null }, salvage: true }));
    expect(listNames(office.service.db)).toEqual(['Ana', ...names(200)]);
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
  });

  test('makes an office again without any backup, of what can be read', async () => {
    await office.addPeople(...names(200));
    spoil((db) => leavesOf(db, 'person').slice(2, 3));
    await checkHealth(office.service, { wasCutOff: true });
    await endOf(await office.client.recovery.recover({ backup: null, salvage: true }));
    expect(await office.client.setup.state()).toMatchObject({ state: 'ready' });
    expect(listNames(office.service.db)).toEqual(names(200));
    expect(checkLog(office.service.db)).toEqual({ ok: true, problems: [] });
    await office.addPeople('Zoe');
    expect(getNumber(office.service.db, 'SELECT count(*) FROM person')).toBe(201);
  });

  test('is of a PC that is out of use now: nobody waits for it', async () => {
    await office.addPeople(...names(200));
    const former = findThisDevice(office.service.db);
    spoil((db) => leavesOf(db, 'person').slice(2, 3));
    await checkHealth(office.service, { wasCutOff: true });
    await endOf(await office.client.recovery.recover({ backup: null, salvage: true }));
    await office.client.setup.state();
    const { devices, awaited } = await office.client.exchange.state();
    expect(awaited).toEqual([]);
    expect(devices.find(({ id }) => id === former?.id)?.retiredAt).not.toBeNull();
  });
});

describe('a database file', () => {
  test('that was emptied by a power cut is damaged, not a new office', async () => {
    office.service.close();
    truncateSync(database(), 0);
    office.reopen();
    expect(await office.client.setup.state()).toEqual({ state: 'damaged' });
  });

  test('that was cut off is damaged', async () => {
    await office.addPeople(...names(100));
    office.service.close();
    truncateSync(database(), statSync(database()).size - 5 * pageBytes);
    office.reopen();
    expect(await office.client.setup.state()).toEqual({ state: 'damaged' });
  });
});

describe('a PC without an office', () => {
  test('starts from the backup of another one', async () => {
    await office.addPeople('Ana');
    const { path } = await office.makeBackup();
    const stick = join(office.folder, basename(path));
    copyFileSync(path, stick);
    office.service.close();
    for (const name of ['yachay.db', 'backups']) rmSync(join(office.data, name), { recursive: true });
    office.reopen();
    expect(await office.client.setup.state()).toEqual({ state: 'needsSetup' });
    const choice = { path: stick, passphrase: null };
    const review = await endOf(await office.client.recovery.inspect(choice));
    expect(review).toMatchObject({ contents: { counts: { people: 1 } }, present: null, lost: [] });
    await endOf(await office.client.recovery.recover({ backup: choice, salvage: false }));
    expect(await office.client.setup.state()).toMatchObject({ state: 'ready' });
    expect(listNames(office.service.db)).toEqual(['Ana']);
    expect((await office.client.backups.list()).runs).toEqual([]);
  });

  test('leaves the PC that made the backup in use, and knows nothing of its files', async () => {
    await office.client.exchange.setFolder({ folder: office.folder });
    await office.makeBackup();
    const [file] = (await office.client.backups.list()).backups;
    const former = findThisDevice(office.service.db);
    const other = await createBackupOffice({ isSetUp: false });
    try {
      await endOf(
        await other.client.recovery.recover({
          backup: { path: file?.path ?? '', passphrase: null },
          salvage: false,
        }),
      );
      await other.client.setup.state();
      const { devices, folder } = await other.client.exchange.state();
      expect(
        devices.map(({ id, isThis, retiredAt }) => ({ isFormer: id === former?.id, isThis, retiredAt })),
      ).toEqual([
        { isFormer: false, isThis: true, retiredAt: null },
        { isFormer: true, isThis: false, retiredAt: null },
      ]);
      expect(folder).toBeNull();
    } finally {
      other.remove();
    }
  });

  test('has procedures that one with an office refuses', async () => {
    const choice = { path: (await office.makeBackup()).path, passphrase: null };
    expect(await office.client.recovery.state()).toBeNull();
    expect(await refusalOf(office.client.recovery.inspect(choice))).toBe('OFFICE_PRESENT');
    expect(await refusalOf(office.client.recovery.recover({ backup: choice, salvage: false }))).toBe(
      'OFFICE_PRESENT',
    );
  });
});
