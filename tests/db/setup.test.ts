import { describe, expect, test } from 'vitest';
import { all } from '../../db/database.ts';
import { findOffice } from '../../db/office.ts';
import { openDatabase } from '../../db/open.ts';
import { listProgrammes } from '../../db/programmes.ts';
import { findThisDevice } from '../../db/devices.ts';
import { setUpOffice } from '../../db/setup.ts';
import {
  createTestOffice,
  createTestStart,
  testAgeRecipient,
  testIssuingKey,
  testOfficeSetup,
} from '../support/office.ts';

const createdAt = Date.parse('2026-03-02T12:00:00.000Z');

describe('setting up an office', () => {
  test('before it there is neither office nor device', () => {
    const db = openDatabase(':memory:');
    expect([findOffice(db), findThisDevice(db)]).toEqual([null, null]);
  });

  test('makes a first coordinator who made themselves on a device of series A', () => {
    const { db, user, writer } = createTestOffice();
    const stamps = {
      created_at: createdAt,
      created_by: user.id,
      created_on: writer.deviceId,
      changed_at: createdAt,
      changed_by: user.id,
      changed_on: writer.deviceId,
      deleted_at: null,
    };
    expect(all(db, 'SELECT * FROM user_account')).toEqual([
      {
        id: user.id,
        name: 'Rosa Quispe',
        role: 'coordinator',
        password_hash: null,
        is_active: 1,
        person_id: null,
        ...stamps,
      },
    ]);
    expect(all(db, 'SELECT * FROM device')).toEqual([
      {
        id: writer.deviceId,
        name: 'PC de prueba',
        series: 'A',
        public_key: expect.any(String),
        age_recipient: testAgeRecipient,
        retired_at: null,
        ...stamps,
      },
    ]);
    expect(findThisDevice(db)).toEqual({ id: writer.deviceId, name: 'PC de prueba', series: 'A' });
  });

  test('keeps the private half of the issuing key apart from what may travel', () => {
    const { db, writer } = createTestOffice();
    expect(all(db, 'SELECT id, device_id, public_key FROM issuing_key')).toEqual([
      { id: testIssuingKey.id, device_id: writer.deviceId, public_key: testIssuingKey.publicKey },
    ]);
    expect(all(db, 'SELECT * FROM private_key')).toEqual([
      { issuing_key_id: 'a1b2c3d4e5f60718', private_key: 'private' },
    ]);
  });

  test('starts with the programme PMI-DEL and its three themes', () => {
    const { db } = createTestOffice();
    const programmes = listProgrammes(db).map(({ name, donor, themes }) => ({
      name,
      donor,
      themes: themes.map((theme) => theme.name),
    }));
    expect(programmes).toEqual([
      {
        name: 'PMI-DEL',
        donor: null,
        themes: [
          'Promoción del municipio',
          'Capacitación de micro, pequeños y medianos emprendedores',
          'Incentivos a la producción',
        ],
      },
    ]);
  });

  test('keeps the hash of the first password', () => {
    const db = openDatabase(':memory:');
    const user = setUpOffice(db, { ...createTestStart(), passwordHash: 'scrypt$1' });
    expect(user).toMatchObject({ hasPassword: true });
  });

  test('is refused a second time and changes nothing', () => {
    const { db } = createTestOffice();
    const other = createTestStart({
      ...testOfficeSetup,
      office: { ...testOfficeSetup.office, name: 'Otra oficina' },
    });
    expect(setUpOffice(db, other)).toEqual({ refused: 'ALREADY_SET_UP', data: undefined });
    expect(all(db, 'SELECT name FROM office')).toEqual([{ name: 'Dirección de Desarrollo Productivo' }]);
  });

  test('is all or nothing', () => {
    const db = openDatabase(':memory:');
    db.handle.exec('DROP TABLE private_key');
    expect(() => setUpOffice(db, createTestStart())).toThrow('private_key');
    expect(all(db, 'SELECT * FROM device')).toEqual([]);
    expect(findOffice(db)).toBeNull();
  });
});
