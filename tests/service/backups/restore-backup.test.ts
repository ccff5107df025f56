import { copyFileSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { checkLog } from '../../../db/change-log/check.ts';
import { withDatabaseFile } from '../../../db/backup/database-file.ts';
import { all } from '../../../db/database.ts';
import { findThisDevice } from '../../../db/devices.ts';
import { closeDatabase, openDatabase } from '../../../db/open.ts';
import { keepAside, putInPlace } from '../../../service/backups/replace-database.ts';
import { prepareRestore } from '../../../service/backups/prepare-restore.ts';
import { stageBackup } from '../../../service/backups/stage.ts';
import {
  type BackupOffice,
  countPeople,
  createBackupOffice,
  endOf,
  listFolder,
  listNames,
  refusalOf,
} from './backup-office.ts';

const passphrase = 'lluvia de noviembre en Vinto';
const plain = (path: string) => ({ path, passphrase: null });

let office: BackupOffice;
beforeEach(async () => {
  office = await createBackupOffice();
  await office.addPeople('Ana', 'Berta');
});
afterEach(() => office.remove());

describe('looking into a backup', () => {
  test('says what it holds, and what would be lost, by device and by table', async () => {
    const { path } = await office.makeBackup();
    office.passHours(2);
    await office.addPeople('Carla');
    const review = await endOf(await office.client.backups.inspect(plain(path)));
    expect(review).toMatchObject({
      name: 'yachay-2026-11-22-1830.db',
      isEncrypted: false,
      madeAt: '2026-11-22T22:30:00.000Z',
      contents: {
        officeName: 'Dirección de Desarrollo Productivo',
        deviceSeries: 'A',
        counts: { people: 2, editions: 0, enrolments: 0, certificates: 0 },
        lastChange: { at: '2026-11-22T22:30:00.000Z', byName: 'Rosa Quispe' },
      },
      present: { counts: { people: 3 } },
    });
    expect(review.lost).toEqual([
      {
        deviceName: findThisDevice(office.service.db)?.name,
        changes: 1,
        from: '2026-11-23T00:30:00.000Z',
        to: '2026-11-23T00:30:00.000Z',
      },
    ]);
    expect(review.lostByTable).toEqual([{ table: 'person', changes: 1 }]);
    expect(listFolder(join(office.data, 'restoring'))).toEqual([]);
  });

  test('changes nothing in the office and nothing in the backup', async () => {
    const { path } = await office.makeBackup();
    const before = readFileSync(path);
    await endOf(await office.client.backups.inspect(plain(path)));
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(office.service.findSignedInUser(office.connection)).not.toBeNull();
  });
});

describe('restoring', () => {
  test('brings back what the backup has, and keeps what was there aside, whole', async () => {
    const { path } = await office.makeBackup();
    office.passHours(2);
    await office.addPeople('Carla');
    const { setAside } = await endOf(await office.client.backups.restore(plain(path)));
    expect(listNames(office.service.db)).toEqual(['Ana', 'Berta']);
    expect(basename(setAside ?? '')).toBe('yachay-2026-11-22-2030.db');
    expect(listFolder(join(office.data, 'set-aside'))).toEqual(['yachay-2026-11-22-2030.db']);
    expect(withDatabaseFile(setAside ?? '', { readonly: true }, listNames)).toEqual([
      'Ana',
      'Berta',
      'Carla',
    ]);
    expect(listFolder(office.data)).not.toContain('restoring.db');
  });

  test('gives the device a new identity and retires the one that wrote the backup', async () => {
    const former = findThisDevice(office.service.db);
    const { path } = await office.makeBackup();
    await endOf(await office.client.backups.restore(plain(path)));
    const { db } = office.service;
    const device = findThisDevice(db);
    expect(device?.id).not.toBe(former?.id);
    expect(device?.series).not.toBe(former?.series);
    const devices = all<{ id: string; retired_at: number | null }>(db, 'SELECT id, retired_at FROM device');
    expect(devices.filter(({ retired_at }) => retired_at !== null).map(({ id }) => id)).toEqual([former?.id]);
    expect(all(db, 'SELECT * FROM device_secret')).toHaveLength(1);
    expect(checkLog(db)).toEqual({ ok: true, problems: [] });
  });

  test('signs everyone out, and the office works on', async () => {
    const { path } = await office.makeBackup();
    await endOf(await office.client.backups.restore(plain(path)));
    expect(office.connection.userId).not.toBeNull();
    expect(office.service.findSignedInUser(office.connection)).toBeNull();
    await office.client.setup.state();
    await office.addPeople('Delia');
    expect(listNames(office.service.db)).toEqual(['Ana', 'Berta', 'Delia']);
    office.reopen();
    expect(countPeople(office.service.db)).toBe(3);
  });

  test('keeps what this PC remembers of itself: its second place and what came of its backups', async () => {
    const { path } = await office.makeBackup();
    const folder = join(office.folder, 'stick');
    await office.client.backups.setSecondPlace({ folder, passphrase });
    await endOf(await office.client.backups.restore(plain(path)));
    await office.client.setup.state();
    const { secondPlace, lastGood } = await office.client.backups.list();
    expect(secondPlace?.folder).toBe(folder);
    expect(lastGood).not.toBeNull();
  });

  test('from a locked backup takes its passphrase, from a second place the key file beside it', async () => {
    const locked = await office.makeBackup({ path: office.folder, passphrase });
    const folder = join(office.folder, 'stick');
    await office.client.backups.setSecondPlace({ folder, passphrase: `${passphrase}, otra vez` });
    await office.makeBackup();
    const { backups } = await office.client.backups.list();
    const inSecond = backups.find(({ place }) => place === 'second');
    await office.addPeople('Carla');
    await endOf(await office.client.backups.restore({ path: locked.path, passphrase }));
    expect(countPeople(office.service.db)).toBe(2);
    await office.client.setup.state();
    const choice = { path: inSecond?.path ?? '', passphrase: `${passphrase}, otra vez` };
    await endOf(await office.client.backups.restore(choice));
    expect(countPeople(office.service.db)).toBe(2);
  });

  test('is refused while another program has the database open, and nothing has changed', async () => {
    const { path } = await office.makeBackup();
    const other = openDatabase(join(office.data, 'yachay.db'));
    expect(await refusalOf(office.client.backups.restore(plain(path)))).toBe('DATABASE_BUSY');
    closeDatabase(other);
    expect(countPeople(office.service.db)).toBe(2);
  });
});

describe('a backup that is not what it should be is refused, and nothing has changed', () => {
  afterEach(() => {
    expect(countPeople(office.service.db)).toBe(2);
    expect(office.service.findSignedInUser(office.connection)).not.toBeNull();
  });

  const restore = (path: string, given: string | null = null) =>
    refusalOf(office.client.backups.restore({ path, passphrase: given }));

  test('with the wrong passphrase, or none', async () => {
    const { path } = await office.makeBackup({ path: office.folder, passphrase });
    expect(await restore(path, 'otra frase de paso')).toBe('WRONG_PASSPHRASE');
    expect(await restore(path)).toBe('PASSPHRASE_NEEDED');
  });

  test('without the key file of its second place', async () => {
    const folder = join(office.folder, 'stick');
    await office.client.backups.setSecondPlace({ folder, passphrase });
    await office.makeBackup();
    for (const name of listFolder(folder)) if (name.startsWith('yachay-clave-')) rmSync(join(folder, name));
    const [name = ''] = listFolder(folder);
    expect(await restore(join(folder, name), passphrase)).toBe('KEY_FILE_MISSING');
  });

  test('cut off, locked or not', async () => {
    const { path } = await office.makeBackup();
    truncateSync(path, statSync(path).size - 5000);
    expect(await restore(path)).toBe('BACKUP_DAMAGED');
    const locked = await office.makeBackup({ path: office.folder, passphrase });
    truncateSync(locked.path, locked.byteSize - 5000);
    expect(await restore(locked.path, passphrase)).toBe('BACKUP_DAMAGED');
  });

  test('with a letter changed inside a name, which SQLite does not see', async () => {
    const { path } = await office.makeBackup();
    const bytes = readFileSync(path);
    const place = bytes.indexOf('Berta');
    expect(place).toBeGreaterThan(0);
    bytes[place] = 'Z'.charCodeAt(0);
    writeFileSync(path, bytes);
    expect(await restore(path)).toBe('BACKUP_DAMAGED');
  });

  test('with a bit flipped in a page of the tree', async () => {
    const { path } = await office.makeBackup();
    const bytes = readFileSync(path);
    // The kind of the second page: one of 2, 5, 10, 13.
    bytes[4096] = (bytes[4096] ?? 0) ^ 0x40;
    writeFileSync(path, bytes);
    expect(await restore(path)).toBe('BACKUP_DAMAGED');
  });

  test('something else altogether, or of another program, or not there', async () => {
    const letter = join(office.folder, 'carta.db');
    writeFileSync(letter, 'Estimada señora:');
    expect(await restore(letter)).toBe('NOT_A_BACKUP');
    const other = join(office.folder, 'otra.db');
    copyFileSync((await office.makeBackup()).path, other);
    withDatabaseFile(other, {}, (db) => {
      db.handle.pragma('foreign_keys = OFF');
      db.handle.exec('DROP TABLE this_device');
    });
    expect(await restore(other)).toBe('NOT_A_BACKUP');
    expect(await restore(join(office.folder, 'nada.db'))).toBe('DEVICE_GONE');
  });

  test('from a newer version', async () => {
    const { path } = await office.makeBackup();
    withDatabaseFile(path, {}, (db) => db.handle.pragma('user_version = 9999'));
    expect(await restore(path)).toBe('NEWER_VERSION');
  });
});

describe('restoring that is interrupted', () => {
  /** Does the steps of restoring by hand, as far as `until`, and then ends as a power cut would. */
  async function restoreUntil(until: 'staged' | 'prepared' | 'aside' | 'done'): Promise<void> {
    const { path } = await office.makeBackup();
    await office.addPeople('Carla');
    const staged = join(office.data, 'restoring', 'x', 'yachay.db');
    const database = join(office.data, 'yachay.db');
    await stageBackup(plain(path), staged);
    if (until === 'staged') return office.reopen();
    const identity = { userId: office.connection.userId, now: office.service.now() };
    await prepareRestore(staged, identity, { kind: 'database', file: database });
    if (until === 'prepared') return office.reopen();
    office.service.db.handle.pragma('journal_mode = DELETE');
    office.service.exchangeDatabase(() => {
      keepAside(office.service, database);
      if (until === 'done') putInPlace(staged, database);
    });
    office.reopen();
  }

  test.each([
    ['staged', 3],
    ['prepared', 3],
    ['aside', 3],
    ['done', 2],
  ] as const)('once it is %s leaves one of the two whole', async (until, people) => {
    await restoreUntil(until);
    expect(countPeople(office.service.db)).toBe(people);
    expect(checkLog(office.service.db).ok).toBe(true);
    expect(all(office.service.db, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  });
});
