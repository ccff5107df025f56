import { type CalendarDate, createCalendarDate } from './calendar-date.ts';
import type { Certificate } from './certificate.ts';
import type { CertificateFacts } from './documents.ts';

/** So many last digits of an identity card may be read by anyone who scans a certificate. */
const shownDigits = 4;
/** So many digits stay hidden, however short the number is. */
const hiddenDigits = 3;

/**
 * A printed identity card with its last four digits only: '12336143-1A CB' is '····6143'. Of a short number fewer
 * are shown. Null where there is no number.
 */
export function maskIdentityCard(printed: string | null): string | null {
  const digits = /\d+/.exec(printed ?? '')?.[0];
  if (digits === undefined) return null;
  return `····${digits.slice(Math.max(hiddenDigits, digits.length - shownDigits))}`;
}

/** What the seal of a certificate says. */
export function toCertificateFacts(certificate: Omit<Certificate, 'seal'>): CertificateFacts {
  return {
    folio: certificate.folio,
    kind: certificate.kind,
    name: certificate.personName,
    identityCardMasked: maskIdentityCard(certificate.identityCard),
    courseTitle: certificate.courseTitle,
    hours: certificate.hours,
    startsOn: certificate.startsOn,
    endsOn: certificate.endsOn,
    officeName: certificate.officeName,
    municipalityCode: certificate.municipalityCode,
    issuedOn: certificate.issuedOn,
    validUntil: certificate.validUntil,
  };
}

/**
 * The last day on which a certificate holds: the same day of the month so many months later, or the last day of a
 * shorter month. Null where it holds for good.
 */
export function computeValidUntil(
  issuedOn: CalendarDate,
  validityMonths: number | null,
): CalendarDate | null {
  if (validityMonths === null) return null;
  const [year, month, day] = issuedOn.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) throw new Error(`no date: ${issuedOn}`);
  const months = year * 12 + month - 1 + validityMonths;
  const lastYear = Math.floor(months / 12);
  const lastMonth = (months % 12) + 1;
  const daysOfMonth = new Date(Date.UTC(lastYear, lastMonth, 0)).getUTCDate();
  return createCalendarDate(lastYear, lastMonth, Math.min(day, daysOfMonth));
}
