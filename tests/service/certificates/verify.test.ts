import { describe, expect, test } from 'vitest';
import { updateRow } from '../../../db/database.ts';
import { closeEdition } from '../../../db/edition-steps.ts';
import { insertPerson } from '../../../db/people.ts';
import type { CourseDraft } from '../../../domain/course.ts';
import type { Verification } from '../../../domain/certificate.ts';
import { issueCertificates, revokeCertificate } from '../../../service/certificates/issue.ts';
import { verifyCertificate } from '../../../service/certificates/verify.ts';
import {
  accepted,
  createTestEdition,
  createTestSessions,
  enrolAll,
  runEdition,
} from '../../support/edition.ts';
import { addPublicKey, giveIssuingKey } from '../../support/issuing-key.ts';
import { createTestOffice } from '../../support/office.ts';
import { draftPerson } from '../../support/person.ts';
import { gradeEveryone, markRow } from '../../support/records.ts';

/** An office that issued one certificate on 28 March 2026. */
function createIssuingOffice(course: Partial<CourseDraft> = {}) {
  const office = createTestOffice();
  const { db, writer, setDay } = office;
  const key = giveIssuingKey(office);
  const { id: editionId } = createTestEdition(writer, {}, course);
  createTestSessions(writer, editionId, ['2026-03-02']);
  const person = draftPerson({
    givenNames: 'Ángela',
    idNumber: '12336143',
    idComplement: '1A',
    idIssuedIn: 'CB',
  });
  const [enrolmentId] = enrolAll(writer, editionId, [insertPerson(writer, person, null)]);
  if (enrolmentId === undefined) throw new Error('one was enrolled');
  runEdition(writer, editionId);
  markRow(writer, enrolmentId, 'P');
  gradeEveryone(writer, [[enrolmentId, 80]]);
  let today = setDay('2026-03-28');
  accepted(closeEdition(writer, { editionId, acceptsUnrecorded: false }));
  const [certificate] = accepted(issueCertificates(writer, { editionId, enrolmentIds: null })).issued;
  if (certificate === undefined) throw new Error('one was issued');
  const verify = (text: string) => verifyCertificate(db, text, today);
  const moveTo = (day: string) => {
    today = setDay(day);
  };
  return { ...office, key, certificate, verify, moveTo };
}

const genuine: Verification = {
  valid: true,
  reason: null,
  folio: 'A-2026-0001',
  kind: 'approval',
  name: 'Ángela Pérez Mamani',
  identityCard: '····6143',
  course: 'Panadería y repostería',
  hours: 20,
  dates: { startsOn: '2026-03-02' as never, endsOn: '2026-03-27' as never },
  issuedOn: '2026-03-28' as never,
  office: 'Dirección de Desarrollo Productivo',
  revoked: null,
  asOf: '2026-03-28' as never,
};

const unread = Object.fromEntries(Object.keys(genuine).map((key) => [key, null]));

describe('the text of a QR', () => {
  test('is verified with all it says, also with the blanks and line breaks of a scanner', () => {
    const { certificate, verify } = createIssuingOffice();
    expect(certificate.seal).toMatch(/^CC1:/);
    expect(verify(certificate.seal)).toEqual(genuine);
    expect(verify(` ${certificate.seal.slice(0, 40)}\r\n${certificate.seal.slice(40)} \n`)).toEqual(genuine);
  });

  test('with any one character changed is refused', () => {
    const { certificate, verify } = createIssuingOffice();
    const { seal } = certificate;
    const reasons = new Set<string | null>();
    for (const [index, character] of [...seal].entries()) {
      const changed = seal.slice(0, index) + (character === 'A' ? 'B' : 'A') + seal.slice(index + 1);
      const { valid, reason } = verify(changed);
      expect(valid, `character ${index}`).toBe(false);
      reasons.add(reason);
    }
    expect(reasons).toEqual(new Set(['notASeal', 'damaged', 'badSignature', 'unknownKey']));
  });

  test.each(['', 'hola', 'CC2:ABC', 'https://example.org'])('is not %j', (text) => {
    const { verify } = createIssuingOffice();
    expect(verify(text)).toEqual({ ...unread, valid: false, reason: 'notASeal', asOf: '2026-03-28' });
  });

  test('of an office nobody here knows is refused, until its key is known', () => {
    const { certificate, key } = createIssuingOffice();
    const other = createTestOffice();
    const today = other.setDay('2026-03-30');
    const verify = () => verifyCertificate(other.db, certificate.seal, today);
    expect(verify()).toEqual({ ...unread, valid: false, reason: 'unknownKey', asOf: '2026-03-30' });
    addPublicKey(other.writer, key);
    expect(verify()).toEqual({ ...genuine, asOf: '2026-03-30' });
  });

  test('says when and why it was revoked, as of today', () => {
    const { certificate, verify, writer, moveTo } = createIssuingOffice();
    moveTo('2026-04-01');
    const order = { id: certificate.id, reason: 'Nombre mal escrito', reissue: true };
    const { replacement } = accepted(revokeCertificate(writer, order));
    moveTo('2026-04-02');
    const revoked = { on: '2026-04-01', reason: 'Nombre mal escrito' };
    expect(verify(certificate.seal)).toEqual({
      ...genuine,
      valid: false,
      reason: 'revoked',
      revoked,
      asOf: '2026-04-02',
    });
    expect(verify(replacement?.seal ?? '')).toMatchObject({
      valid: true,
      folio: 'A-2026-0002',
      revoked: null,
    });
  });

  test('holds through its last day', () => {
    const { certificate, verify, moveTo } = createIssuingOffice({ validityMonths: 12 });
    moveTo('2027-03-28');
    expect(verify(certificate.seal)).toMatchObject({ valid: true, reason: null });
    moveTo('2027-03-29');
    expect(verify(certificate.seal)).toMatchObject({ valid: false, reason: 'expired', name: genuine.name });
  });
});

describe('a typed folio', () => {
  test('shows what the register says, however it is written', () => {
    const { verify } = createIssuingOffice();
    expect(verify(' a-2026-1 ')).toEqual({ ...genuine, identityCard: '12336143-1A CB' });
  });

  test('that the register does not have is unknown', () => {
    const { verify } = createIssuingOffice();
    expect(verify('a-2026-99')).toEqual({
      ...unread,
      valid: false,
      reason: 'unknownFolio',
      folio: 'A-2026-0099',
      asOf: '2026-03-28',
    });
  });

  test('of a record that was changed behind its seal is not vouched for', () => {
    const { certificate, verify, writer } = createIssuingOffice();
    updateRow(writer, 'certificate', { id: certificate.id }, { person_name: 'Otra Persona' });
    expect(verify('A-2026-0001')).toMatchObject({ valid: false, reason: 'damaged', name: 'Otra Persona' });
    updateRow(writer, 'certificate', { id: certificate.id }, { seal: 'CC1:ABC' });
    expect(verify('A-2026-0001')).toMatchObject({ valid: false, reason: 'damaged' });
  });

  test('of a revoked certificate says so', () => {
    const { certificate, verify, writer } = createIssuingOffice();
    accepted(revokeCertificate(writer, { id: certificate.id, reason: 'Error', reissue: false }));
    expect(verify('A-2026-0001')).toMatchObject({
      valid: false,
      reason: 'revoked',
      revoked: { on: '2026-03-28', reason: 'Error' },
    });
  });
});
