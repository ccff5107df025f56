import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { all } from '../../db/database.ts';
import {
  findCertificateLogo,
  findOfficeLogo,
  getOffice,
  listSignatories,
  setOfficeLogo,
  updateOffice,
} from '../../db/office.ts';
import { openDatabase } from '../../db/open.ts';
import type { CertificateId } from '../../domain/ids.ts';
import type { LogoDraft, OfficeDraft } from '../../domain/office.ts';
import { createTestOffice, testOfficeSetup } from '../support/office.ts';

const firstLogo: LogoDraft = { type: 'image/png', base64: Buffer.from('first').toString('base64') };
const secondLogo: LogoDraft = { type: 'image/svg+xml', base64: Buffer.from('<svg/>').toString('base64') };
const draft: OfficeDraft = testOfficeSetup.office;

describe('the office', () => {
  test('is read back as it was set up, with this device’s series', () => {
    const { db } = createTestOffice();
    const [director, mayor] = listSignatories(db);
    expect(getOffice(db)).toEqual({
      ...draft,
      municipality: 'Vinto',
      idleMinutes: 10,
      signatories: [director, mayor],
      logo: null,
      series: 'A',
    });
    expect(director).toMatchObject({
      name: 'Ing. Rosa Quispe Mamani',
      position: 'Directora de Desarrollo Productivo',
    });
  });

  test('is certain: asking before it is set up is a fault', () => {
    expect(() => getOffice(openDatabase(':memory:'))).toThrow('not set up');
  });

  test('changes whole: name, municipality, policy and signatories', () => {
    const { db, writer } = createTestOffice();
    const changed: OfficeDraft = {
      name: 'Unidad Productiva',
      municipalityCode: '031401',
      address: null,
      phone: null,
      paper: 'legal',
      attendancePolicy: { latesPerAbsence: 3, leave: 'absent' },
      signatories: [{ name: 'Lic. Ana Siles', position: 'Responsable' }],
    };
    const office = updateOffice(writer, changed, 'Punata');
    expect(office).toEqual({
      ...changed,
      municipality: 'Punata',
      idleMinutes: 10,
      signatories: [{ id: listSignatories(db)[0]?.id, ...changed.signatories[0] }],
      logo: null,
      series: 'A',
    });
    expect(getOffice(db)).toEqual(office);
  });

  test('a signatory who stays as they were is not written again', () => {
    const { db, writer, passTime } = createTestOffice();
    const [director, mayor] = listSignatories(db);
    passTime(1000);
    const signatories = [
      { name: 'Ing. Rosa Quispe Mamani', position: 'Directora de Desarrollo Productivo' },
      { name: 'Lic. Inés Paz', position: 'Alcaldesa Municipal' },
      { name: 'Tito Vela', position: 'Capacitador' },
    ];
    updateOffice(writer, { ...draft, signatories }, 'Vinto');
    expect(listSignatories(db).map(({ name }) => name)).toEqual(signatories.map(({ name }) => name));
    const changedAt = all<{ id: string; wait: number }>(
      db,
      'SELECT id, changed_at - 1772452800000 AS wait FROM signatory ORDER BY position_in_list',
    );
    expect(changedAt.slice(0, 2)).toEqual([
      { id: director?.id, wait: 0 },
      { id: mayor?.id, wait: 1000 },
    ]);
  });
});

describe('the logo', () => {
  test('comes back as it was given, and as bytes under the SHA-256 of its bytes', () => {
    const { db, writer } = createTestOffice();
    expect(setOfficeLogo(writer, firstLogo).logo).toEqual(firstLogo);
    const id = createHash('sha256').update('first').digest('hex');
    expect(findOfficeLogo(db)).toEqual({ id, type: 'image/png', bytes: Buffer.from('first') });
  });

  test('chosen at the set-up is stored with the office', () => {
    const { db } = createTestOffice({ ...testOfficeSetup, logo: secondLogo });
    expect(getOffice(db).logo).toEqual(secondLogo);
  });

  test('is stored once however often it is chosen, and stays when it is taken away', () => {
    const { db, writer } = createTestOffice();
    for (const logo of [firstLogo, secondLogo, firstLogo, null]) setOfficeLogo(writer, logo);
    expect(getOffice(db).logo).toBeNull();
    expect(findOfficeLogo(db)).toBeNull();
    expect(all(db, 'SELECT type FROM logo ORDER BY type')).toEqual([
      { type: 'image/png' },
      { type: 'image/svg+xml' },
    ]);
  });

  test('a certificate that is not there has none', () => {
    const { db } = createTestOffice();
    expect(findCertificateLogo(db, '0000000000000000000000' as CertificateId)).toBeNull();
  });
});
