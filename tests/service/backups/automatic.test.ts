import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { backUpIfChanged, backUpOnceADay } from '../../../service/backups/automatic.ts';
import { type BackupOffice, createBackupOffice, listFolder } from './backup-office.ts';

let office: BackupOffice;
beforeEach(async () => {
  office = await createBackupOffice();
});
afterEach(() => office.remove());

const backups = () => listFolder(join(office.data, 'backups'));

describe('the backup at closing', () => {
  test('is made where something was written since the last one, and only then', async () => {
    await backUpIfChanged(office.service);
    office.passHours(1);
    await backUpIfChanged(office.service);
    expect(backups()).toEqual(['yachay-2026-11-22-1830.db']);
    await office.addPeople('Ana');
    office.passHours(24);
    await backUpIfChanged(office.service);
    expect(backups()).toEqual(['yachay-2026-11-22-1830.db', 'yachay-2026-11-23-1930.db']);
  });

  test('brings to the second place what it missed while that was not there', async () => {
    const folder = join(office.folder, 'stick');
    await office.client.backups.setSecondPlace({ folder, passphrase: 'lluvia de noviembre' });
    rmSync(folder, { recursive: true });
    await backUpIfChanged(office.service);
    mkdirSync(folder);
    office.passHours(1);
    await backUpIfChanged(office.service);
    expect(listFolder(folder)).toEqual([
      'yachay-A-2026-11-22-1930.db.age',
      expect.stringMatching(/^yachay-clave-/),
    ]);
  });

  test('that cannot be made keeps nobody from closing, and is remembered', async () => {
    writeFileSync(join(office.data, 'backups'), 'a file where the folder should be');
    await backUpIfChanged(office.service);
    const { runs, lastGood } = await office.client.backups.list();
    expect(runs).toMatchObject([{ place: 'here', problem: 'NOT_WRITABLE' }]);
    expect(lastGood).toBeNull();
  });

  test('is not asked of a PC without an office', async () => {
    const empty = await createBackupOffice({ isSetUp: false });
    await backUpIfChanged(empty.service);
    expect(listFolder(empty.data)).not.toContain('backups');
    empty.remove();
  });
});

describe('the daily backup', () => {
  test('is made once a day of Bolivia, where something was written', async () => {
    await backUpOnceADay(office.service);
    await office.addPeople('Ana');
    office.passHours(2);
    await backUpOnceADay(office.service);
    expect(backups()).toEqual(['yachay-2026-11-22-1830.db']);
    office.passHours(4);
    await backUpOnceADay(office.service);
    expect(backups()).toEqual(['yachay-2026-11-22-1830.db', 'yachay-2026-11-23-0030.db']);
  });
});
