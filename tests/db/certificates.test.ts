import { describe, expect, test } from 'vitest';
import { listCandidates } from '../../db/certificate-candidates.ts';
import {
  draftCertificate,
  issueCertificates,
  revokeCertificate,
  type Seal,
} from '../../db/certificate-issuing.ts';
import { getCertificate, listCertificatesById, listEditionCertificates } from '../../db/certificates.ts';
import { updateCourse } from '../../db/courses.ts';
import type { Writer } from '../../db/database.ts';
import { reopenEdition } from '../../db/edition-steps.ts';
import { findEdition } from '../../db/editions.ts';
import { removeEnrolment, withdrawEnrolment } from '../../db/enrolling.ts';
import { updateOffice } from '../../db/office.ts';
import { updatePerson } from '../../db/people.ts';
import { instantSchema } from '../../domain/calendar-date.ts';
import { newCourse } from '../../domain/course.ts';
import type { CertificateId, EditionId, EnrolmentId } from '../../domain/ids.ts';
import { refuse } from '../../domain/refusal.ts';
import { accepted } from '../support/edition.ts';
import { createEndedEdition, seal } from '../support/ended-edition.ts';
import { createTestOffice, testOfficeSetup } from '../support/office.ts';
import { draftPerson } from '../support/person.ts';

const nowhere = '0000000000000000000zzz';

describe('who may have a certificate', () => {
  test('is nobody before the edition is closed', () => {
    const { candidates, issue } = createEndedEdition();
    expect(
      candidates().map(({ personSortName, kind, skipReason }) => [personSortName, kind, skipReason]),
    ).toEqual([
      ['Ávila Soto, Ana', null, 'editionNotClosed'],
      ['Beltrán, Beto', null, 'editionNotClosed'],
      ['Choque, Cira', null, 'editionNotClosed'],
      ['Zapata Rojas, Zoe', null, 'editionNotClosed'],
    ]);
    expect(issue()).toEqual(refuse('WRONG_STATUS'));
  });

  test('is whoever was approved or, for participation, attended enough; who waited is not listed', () => {
    const { candidates, close } = createEndedEdition();
    close();
    expect(
      candidates().map(({ personName, kind, skipReason, folio }) => [personName, kind, skipReason, folio]),
    ).toEqual([
      ['Ana Ávila Soto', 'approval', null, null],
      ['Beto Beltrán', 'participation', null, null],
      ['Cira Choque', null, 'resultDoesNotAllow', null],
      ['Zoe Zapata Rojas', 'approval', null, null],
    ]);
  });

  test('depends on what the course gives', () => {
    const { candidates, close, issue } = createEndedEdition({
      givesApproval: false,
      givesParticipation: false,
    });
    close();
    expect(new Set(candidates().map(({ skipReason }) => skipReason))).toEqual(new Set(['courseGivesNone']));
    expect(accepted(issue()).issued).toEqual([]);
  });

  test('is not who withdrew', () => {
    const { candidates, close, beto, writer } = createEndedEdition();
    accepted(withdrawEnrolment(writer, { enrolmentId: beto, reason: 'Viaje' }));
    close();
    const beltran = candidates().find(({ enrolmentId }) => enrolmentId === beto);
    expect([beltran?.kind, beltran?.skipReason]).toEqual([null, 'resultDoesNotAllow']);
  });

  test('of an edition that is not there is not found', () => {
    const { db } = createTestOffice();
    expect(listCandidates(db, { editionId: nowhere as EditionId })).toEqual(refuse('NOT_FOUND'));
  });
});

describe('issuing', () => {
  test('numbers by surname and tells who got none and why', () => {
    const { close, issue, candidates, cira, db, editionId } = createEndedEdition();
    close();
    const { issued, skipped } = accepted(issue());
    expect(
      issued.map(({ folio, personSortName, kind, grade }) => [folio, personSortName, kind, grade]),
    ).toEqual([
      ['A-2026-0001', 'Ávila Soto, Ana', 'approval', 51],
      ['A-2026-0002', 'Beltrán, Beto', 'participation', null],
      ['A-2026-0003', 'Zapata Rojas, Zoe', 'approval', 90],
    ]);
    expect(skipped).toEqual([{ enrolmentId: cira, personName: 'Cira Choque', reason: 'resultDoesNotAllow' }]);
    expect(candidates().map(({ folio, skipReason }) => [folio, skipReason])).toEqual([
      ['A-2026-0001', 'alreadyIssued'],
      ['A-2026-0002', 'alreadyIssued'],
      [null, 'resultDoesNotAllow'],
      ['A-2026-0003', 'alreadyIssued'],
    ]);
    expect(findEdition(db, editionId)?.certificateCount).toBe(3);
  });

  test('copies everything that is printed, and seals what the QR says', () => {
    const { close, issue, zoe, zoePerson, editionId, db } = createEndedEdition({ validityMonths: 36 });
    close();
    const certificate = accepted(issue([zoe])).issued[0];
    expect(certificate).toEqual({
      id: certificate?.id,
      folio: 'A-2026-0001',
      kind: 'approval',
      personId: zoePerson,
      enrolmentId: zoe,
      editionId,
      personName: 'Zoe Zapata Rojas',
      personSortName: 'Zapata Rojas, Zoe',
      identityCard: '12336143-1A CB',
      courseCode: 'PAN',
      courseTitle: 'Panadería y repostería',
      editionCode: 'PAN-2026-01',
      hours: 20,
      startsOn: '2026-03-02',
      endsOn: '2026-03-27',
      place: 'Salón municipal de Vinto',
      officeName: 'Dirección de Desarrollo Productivo',
      municipality: 'Vinto',
      municipalityCode: '030904',
      grade: 90,
      signatories: testOfficeSetup.office.signatories,
      issuedOn: '2026-03-28',
      validUntil: '2029-03-28',
      seal: `sealed ${JSON.stringify({
        folio: 'A-2026-0001',
        kind: 'approval',
        name: 'Zoe Zapata Rojas',
        identityCardMasked: '····6143',
        courseTitle: 'Panadería y repostería',
        hours: 20,
        startsOn: '2026-03-02',
        endsOn: '2026-03-27',
        officeName: 'Dirección de Desarrollo Productivo',
        municipalityCode: '030904',
        issuedOn: '2026-03-28',
        validUntil: '2029-03-28',
      })}`,
      replacesFolio: null,
      revokedOn: null,
      revokedReason: null,
    });
    if (certificate === undefined) throw new Error('one was issued');
    expect(getCertificate(db, { id: certificate.id })).toEqual(certificate);
  });

  test('to those chosen leaves the others for later, and nobody gets two', () => {
    const { close, issue, zoe, beto, ana } = createEndedEdition();
    close();
    const first = accepted(issue([zoe]));
    expect(first.issued.map(({ folio }) => folio)).toEqual(['A-2026-0001']);
    expect(
      first.skipped.filter(({ reason }) => reason === 'notChosen').map(({ enrolmentId }) => enrolmentId),
    ).toEqual([ana, beto]);
    const second = accepted(issue());
    expect(second.issued.map(({ folio, personSortName }) => [folio, personSortName])).toEqual([
      ['A-2026-0002', 'Ávila Soto, Ana'],
      ['A-2026-0003', 'Beltrán, Beto'],
    ]);
    expect(accepted(issue()).issued).toEqual([]);
  });

  test('takes the year it is in Bolivia, where it is still the old one when it is the new one in UTC', () => {
    const { close, editionId, writer } = createEndedEdition();
    close();
    const lateEvening: Writer = { ...writer, now: () => instantSchema.parse('2027-01-01T03:59:59.000Z') };
    const [one] = accepted(issueCertificates(lateEvening, { editionId, enrolmentIds: null }, seal)).issued;
    expect([one?.folio, one?.issuedOn]).toEqual(['A-2026-0001', '2026-12-31']);
  });

  test('that fails half-way issues nothing and loses no number', () => {
    const { close, issue, editionId, writer, db } = createEndedEdition();
    close();
    let sealed = 0;
    const breaking: Seal = (facts) => {
      sealed += 1;
      if (sealed === 2) throw new Error('the key is gone');
      return seal(facts);
    };
    expect(() => issueCertificates(writer, { editionId, enrolmentIds: null }, breaking)).toThrow(
      'the key is gone',
    );
    expect(listEditionCertificates(db, editionId)).toEqual([]);
    expect(accepted(issue()).issued[0]?.folio).toBe('A-2026-0001');
  });

  test('keeps its edition closed and its people in it', () => {
    const { close, issue, editionId, writer, ana } = createEndedEdition();
    close();
    accepted(issue());
    expect(reopenEdition(writer, { editionId })).toEqual(refuse('CERTIFICATES_ISSUED', { certificates: 3 }));
    expect(removeEnrolment(writer, { enrolmentId: ana })).toEqual(refuse('EDITION_CLOSED'));
  });
});

describe('a certificate', () => {
  test('stays as it was printed when person, course and office change', () => {
    const { close, issue, zoe, zoePerson, edition, db, writer } = createEndedEdition();
    close();
    const [certificate] = accepted(issue([zoe])).issued;
    if (certificate === undefined) throw new Error('one was issued');
    accepted(updatePerson(writer, { id: zoePerson, draft: draftPerson({ givenNames: 'Otra' }) }));
    accepted(
      updateCourse(writer, {
        id: edition.courseId,
        draft: { ...newCourse, code: 'P2', title: 'Otro', hours: 99 },
      }),
    );
    updateOffice(writer, { ...testOfficeSetup.office, name: 'Otra oficina', signatories: [] }, 'Vinto');
    expect(getCertificate(db, { id: certificate.id })).toEqual(certificate);
    expect(listCertificatesById(db, [certificate.id])).toEqual([certificate]);
  });

  test('that is only looked at has no folio and no seal, and takes no number', () => {
    const { close, issue, zoe, ana, beto, db, setDay } = createEndedEdition();
    close();
    const draft = accepted(
      draftCertificate(db, { enrolmentId: zoe, kind: 'approval' }, setDay('2026-03-28')),
    );
    const issued = accepted(issue([ana, beto, zoe])).issued[2];
    expect({ ...draft, id: issued?.id, folio: 'A-2026-0003', seal: issued?.seal }).toEqual(issued);
    expect([draft.folio, draft.seal]).toEqual(['', '']);
    const unknown = { enrolmentId: nowhere as EnrolmentId, kind: 'approval' as const };
    expect(draftCertificate(db, unknown, setDay('2026-03-28'))).toEqual(refuse('NOT_FOUND'));
  });
});

describe('revoking', () => {
  test('says when and why, and frees the enrolment for another', () => {
    const { close, issue, zoe, candidates, db, writer, setDay } = createEndedEdition();
    close();
    const [certificate] = accepted(issue([zoe])).issued;
    if (certificate === undefined) throw new Error('one was issued');
    const { id } = certificate;
    setDay('2026-04-01');
    const revoke = () =>
      revokeCertificate(writer, { id, reason: 'Apellido mal escrito', reissue: false }, seal);
    const revoked = { ...certificate, revokedOn: '2026-04-01', revokedReason: 'Apellido mal escrito' };
    expect(revoke()).toEqual({ revoked, replacement: null });
    expect(getCertificate(db, { id })).toEqual(revoked);
    expect(revoke()).toEqual(refuse('ALREADY_REVOKED'));
    expect(candidates().find(({ enrolmentId }) => enrolmentId === zoe)).toMatchObject({
      kind: 'approval',
      folio: null,
    });
    const [second] = accepted(issue([zoe])).issued;
    expect([second?.folio, second?.replacesFolio]).toEqual(['A-2026-0002', 'A-2026-0001']);
    const missing = { id: nowhere as CertificateId, reason: 'x', reissue: false };
    expect(revokeCertificate(writer, missing, seal)).toEqual(refuse('NOT_FOUND'));
  });

  test('with another in its place names the old folio, mends the name and holds until the same day', () => {
    const { close, issue, zoe, zoePerson, writer, setDay } = createEndedEdition({ validityMonths: 12 });
    close();
    const [certificate] = accepted(issue([zoe])).issued;
    if (certificate === undefined) throw new Error('one was issued');
    accepted(
      updatePerson(writer, {
        id: zoePerson,
        draft: draftPerson({ givenNames: 'Zoé', paternalSurname: 'Zapata' }),
      }),
    );
    setDay('2027-01-15');
    const { id } = certificate;
    const { replacement } = accepted(
      revokeCertificate(writer, { id, reason: 'Nombre', reissue: true }, seal),
    );
    expect(replacement).toMatchObject({
      folio: 'A-2027-0001',
      replacesFolio: 'A-2026-0001',
      kind: 'approval',
      grade: 90,
      personName: 'Zoé Zapata Mamani',
      issuedOn: '2027-01-15',
      validUntil: '2027-03-28',
      revokedOn: null,
    });
  });
});
