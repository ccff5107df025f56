import { describe, expect, test } from 'vitest';
import type { Certificate } from '../../domain/certificate.ts';
import { certificateSchema } from '../../domain/certificate.ts';
import { calendarDateSchema } from '../../domain/calendar-date.ts';
import { computeValidUntil, toCertificateFacts } from '../../domain/certificate-facts.ts';

function certificateWithCard(identityCard: string | null): Certificate {
  return certificateSchema.parse({
    id: '0000000000000000000001',
    folio: 'A-2026-0001',
    kind: 'approval',
    personId: '0000000000000000000002',
    enrolmentId: '0000000000000000000003',
    editionId: '0000000000000000000004',
    personName: 'Ana Ávila Soto',
    personSortName: 'Ávila Soto, Ana',
    identityCard,
    courseCode: 'PAN',
    courseTitle: 'Panadería',
    editionCode: 'PAN-2026-01',
    hours: 20,
    startsOn: '2026-03-02',
    endsOn: '2026-03-27',
    place: 'Vinto',
    officeName: 'Desarrollo Productivo',
    municipality: 'Vinto',
    municipalityCode: '030904',
    grade: 80,
    signatories: [],
    issuedOn: '2026-03-28',
    validUntil: null,
    seal: 'CC1:ABC',
    replacesFolio: null,
    revokedOn: null,
    revokedReason: null,
  });
}

describe('the sealed facts', () => {
  test('say of a certificate what its paper says, and no more', () => {
    expect(toCertificateFacts(certificateWithCard(null))).toEqual({
      folio: 'A-2026-0001',
      kind: 'approval',
      name: 'Ana Ávila Soto',
      identityCardMasked: null,
      courseTitle: 'Panadería',
      hours: 20,
      startsOn: '2026-03-02',
      endsOn: '2026-03-27',
      officeName: 'Desarrollo Productivo',
      municipalityCode: '030904',
      issuedOn: '2026-03-28',
      validUntil: null,
    });
  });

  test.each([
    ['12336143-1A CB', '····6143'],
    ['3139144 LP', '····9144'],
    ['3139144', '····9144'],
    ['E-1234567 SC', '····4567'],
    ['123456', '····456'],
    ['1234', '····4'],
    ['7', '····'],
  ])('mask the number of %j, not its complement or department', (printed, masked) => {
    expect(toCertificateFacts(certificateWithCard(printed)).identityCardMasked).toBe(masked);
  });
});

describe('the last day of a certificate', () => {
  test.each([
    ['2026-03-28', null, null],
    ['2026-03-28', 12, '2027-03-28'],
    ['2026-11-05', 36, '2029-11-05'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-10-31', 1, '2026-11-30'],
  ])('of one issued on %s for %s months is %s', (issuedOn, months, last) => {
    expect(computeValidUntil(calendarDateSchema.parse(issuedOn), months)).toBe(last);
  });
});
