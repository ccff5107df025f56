import { addDays, calendarDateSchema, type CalendarDate } from '../../domain/calendar-date.ts';
import type { CertificateFacts } from '../../domain/documents.ts';

/** The integer keys of the payload; a key that was used once never changes its meaning. */
const label = {
  folio: 1,
  kind: 2,
  name: 3,
  identityCardDigits: 4,
  courseTitle: 5,
  hours: 6,
  startsOn: 7,
  endsOn: 8,
  officeName: 9,
  municipalityCode: 10,
  issuedOn: 11,
  validUntil: 12,
} as const;

const kinds = ['participation', 'approval'] as const;
const maskDots = '····';
const epoch = calendarDateSchema.parse('1970-01-01');
const dayInMilliseconds = 86_400_000;

/** Facts as the small map that is signed: dates in days since 1970, no field for what is not there. */
export function packFacts(facts: CertificateFacts): Map<number, string | number> {
  const fields = new Map<number, string | number>([
    [label.folio, facts.folio],
    [label.kind, kinds.indexOf(facts.kind)],
    [label.name, facts.name],
    [label.courseTitle, facts.courseTitle],
    [label.hours, facts.hours],
    [label.startsOn, toDays(facts.startsOn)],
    [label.endsOn, toDays(facts.endsOn)],
    [label.officeName, facts.officeName],
    [label.municipalityCode, facts.municipalityCode],
    [label.issuedOn, toDays(facts.issuedOn)],
  ]);
  if (facts.identityCardMasked !== null) {
    fields.set(label.identityCardDigits, facts.identityCardMasked.replace(maskDots, ''));
  }
  if (facts.validUntil !== null) fields.set(label.validUntil, toDays(facts.validUntil));
  return fields;
}

/** The signed map as facts; whoever calls checks them against the schema. */
export function unpackFacts(fields: unknown): unknown {
  if (!(fields instanceof Map)) return null;
  const digits: unknown = fields.get(label.identityCardDigits);
  return {
    folio: fields.get(label.folio),
    kind: kinds[Number(fields.get(label.kind))],
    name: fields.get(label.name),
    identityCardMasked: digits === undefined ? null : `${maskDots}${String(digits)}`,
    courseTitle: fields.get(label.courseTitle),
    hours: fields.get(label.hours),
    startsOn: toDate(fields.get(label.startsOn)),
    endsOn: toDate(fields.get(label.endsOn)),
    officeName: fields.get(label.officeName),
    municipalityCode: fields.get(label.municipalityCode),
    issuedOn: toDate(fields.get(label.issuedOn)),
    validUntil: fields.has(label.validUntil) ? toDate(fields.get(label.validUntil)) : null,
  };
}

function toDays(date: CalendarDate): number {
  return Date.parse(date) / dayInMilliseconds;
}

function toDate(days: unknown): CalendarDate | null {
  return Number.isSafeInteger(days) ? addDays(epoch, Number(days)) : null;
}
