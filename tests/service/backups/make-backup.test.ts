import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog } from '../../../db/change-log/check.ts';
import { findSeal, getHead } from '../../../db/change-log/heads.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { withDatabaseFile } from '../../../db/backup/database-file.ts';
import { all, findRow } from '../../../db/database.ts';
import { openWithAge } from '../../support/age-program.ts';
import {
  type BackupOffice,
  countPeople,
  createBackupOffice,
  endOf,
  listFolder,
  refusalOf,
} from './backup-office.ts';

const passphrase = 'lluvia de noviembre en Vinto';

let office: BackupOffice;
beforeEach(async () => {
  office = await createBackupOffice();
});
afterEach(() => office.remove());

/** What the sqlite3 program of the system says of a file. */
function askSqlite(file: string, sql: string): string {
  return execFileSync('sqlite3', [file, sql], { encoding: 'utf8' }).trim();
}

describe('a backup', () => {
  test('lies with the data under a readable name, whole and sound, and nothing half-made beside it', async () => {
    await office.addPeople('Ana', 'Berta');
    const backup = await office.makeBackup();
    expect(backup).toMatchObject({ name: 'yachay-2026-11-22-1830.db', place: 'here', isEncrypted: false });
    expect(listFolder(join(office.data, 'backups'))).toEqual(['yachay-2026-11-22-1830.db']);
    expect(askSqlite(backup.path, 'PRAGMA integrity_check; SELECT count(*) FROM person')).toBe('ok\n2');
    expect(withDatabaseFile(backup.path, { readonly: true }, checkLog)).toEqual({ ok: true, problems: [] });
  });

  test('holds nothing that this device signs or opens with, not even in pages that are free', async () => {
    const [secret] = all<{ signing_key: string; age_identity: string }>(
      office.service.db,
      'SELECT * FROM device_secret',
    );
    const issuing = findRow<{ private_key: string }>(office.service.db, 'SELECT * FROM private_key');
    const bytes = readFileSync((await office.makeBackup()).path);
    for (const text of [secret?.signing_key, secret?.age_identity, issuing?.private_key]) {
      expect(text).toMatch(/.{30}/);
      expect(bytes.includes(text ?? '')).toBe(false);
    }
    expect(bytes.includes('AGE-SECRET-KEY')).toBe(false);
  });

  test('signs what this device wrote, since nobody can afterwards', async () => {
    const { path } = await office.makeBackup();
    const own = findThisDevice(office.service.db)?.id ?? '';
    const { sequence } = getHead(office.service.db, own);
    const seal = withDatabaseFile(path, { readonly: true }, (db) => findSeal(db, own, sequence));
    expect(seal).toMatchObject({ sequence, signature: expect.any(String) });
  });

  test('of what others are writing at the same time is whole', async () => {
    const backup = office.makeBackup();
    await office.addPeople(...Array.from({ length: 40 }, (_, number) => `Persona ${number}`));
    const { path } = await backup;
    expect(askSqlite(path, 'PRAGMA integrity_check')).toBe('ok');
    expect(withDatabaseFile(path, { readonly: true }, checkLog)).toEqual({ ok: true, problems: [] });
    expect(countPeople(office.service.db)).toBe(40);
  });

  test('is listed with those before it; within one minute names are numbered', async () => {
    await office.makeBackup();
    await office.makeBackup();
    office.passHours(24);
    await office.makeBackup();
    const { backups, lastGood, runs } = await office.client.backups.list();
    expect(backups.map(({ name }) => name)).toEqual([
      'yachay-2026-11-23-1830.db',
      'yachay-2026-11-22-1830-2.db',
    ]);
    expect(lastGood).toBe('2026-11-23T22:30:00.000Z');
    expect(runs.map(({ problem }) => problem)).toEqual([null, null, null]);
  });

  test('cancelled leaves nothing and the office as it was', async () => {
    const cancel = new AbortController();
    const steps = await office.client.backups.make({ to: null }, { signal: cancel.signal });
    cancel.abort();
    await expect(endOf(steps)).rejects.toThrow();
    await office.makeBackup();
    expect(listFolder(join(office.data, 'backups'))).toEqual(['yachay-2026-11-22-1830.db']);
  });
});

describe('a backup that cannot be written', () => {
  test('says so, is remembered, and leaves those before it', async () => {
    await office.makeBackup();
    const folder = join(office.data, 'backups');
    rmSync(folder, { recursive: true });
    writeFileSync(folder, 'a file where the folder should be');
    expect(await refusalOf(office.client.backups.make({ to: null }))).toBe('NOT_WRITABLE');
    const { runs } = await office.client.backups.list();
    expect(runs.map(({ problem }) => problem)).toEqual(['NOT_WRITABLE', null]);
  });

  test('to a stick that is not there names the stick', async () => {
    const path = join(office.folder, 'stick', 'copia.db.age');
    expect(await refusalOf(office.client.backups.make({ to: { path, passphrase } }))).toBe('DEVICE_GONE');
  });
});

describe('a backup that leaves the PC', () => {
  test('is opened by the age program with its passphrase, and sqlite3 finds it sound', async () => {
    await office.addPeople('Ana');
    const { path } = await office.makeBackup({ path: office.folder, passphrase });
    expect(basename(path)).toBe('yachay-A-2026-11-22-1830.db.age');
    expect(readFileSync(path).includes('SQLite')).toBe(false);
    const opened = join(office.folder, 'opened.db');
    openWithAge(path, passphrase, opened);
    expect(askSqlite(opened, 'PRAGMA integrity_check; SELECT given_names FROM person')).toBe('ok\nAna');
    expect(listFolder(join(office.data, 'backups'))).toEqual([]);
  });

  test('takes the name it is given, and without a passphrase stays open', async () => {
    const path = join(office.folder, 'copia.db');
    expect(await office.makeBackup({ path, passphrase: null })).toMatchObject({ path, isEncrypted: false });
    expect(askSqlite(path, 'PRAGMA integrity_check')).toBe('ok');
  });
});

describe('the second place', () => {
  test('gets every usual backup locked, and its key file opens them with the passphrase alone', async () => {
    const folder = join(office.folder, 'stick');
    mkdirSync(folder);
    await office.client.backups.setSecondPlace({ folder, passphrase });
    await office.makeBackup();
    const [backup = '', keyFile = ''] = listFolder(folder).toSorted((a, b) => b.length - a.length);
    expect([backup, keyFile]).toEqual([
      'yachay-A-2026-11-22-1830.db.age',
      expect.stringMatching(/^yachay-clave-.{8}\.age$/),
    ]);
    const identity = join(office.folder, 'identity.txt');
    openWithAge(join(folder, keyFile), passphrase, identity);
    const opened = join(office.folder, 'opened.db');
    execFileSync('age', ['-d', '-i', identity, '-o', opened, join(folder, backup)]);
    expect(askSqlite(opened, 'PRAGMA integrity_check')).toBe('ok');
    const { secondPlace, backups } = await office.client.backups.list();
    expect(secondPlace).toEqual({
      folder,
      isThere: true,
      lastGood: '2026-11-22T22:30:00.000Z',
      problem: null,
    });
    expect(backups.map(({ place }) => place).toSorted()).toEqual(['here', 'second']);
  });

  test('that is not there keeps nothing from the backup on this PC, and is said', async () => {
    const folder = join(office.folder, 'stick');
    await office.client.backups.setSecondPlace({ folder, passphrase });
    rmSync(folder, { recursive: true });
    await office.makeBackup();
    const { secondPlace, lastGood } = await office.client.backups.list();
    expect(secondPlace).toMatchObject({ isThere: false, lastGood: null, problem: 'DEVICE_GONE' });
    expect(lastGood).not.toBeNull();
    mkdirSync(folder);
    office.passHours(1);
    await office.makeBackup();
    expect(listFolder(folder)).toHaveLength(2);
  });

  test('is forgotten without touching what lies there', async () => {
    const folder = join(office.folder, 'stick');
    await office.client.backups.setSecondPlace({ folder, passphrase });
    await office.makeBackup();
    await office.client.backups.forgetSecondPlace();
    expect((await office.client.backups.list()).secondPlace).toBeNull();
    expect(listFolder(folder)).toHaveLength(2);
  });
});
