import type { CalendarDate } from '../../domain/calendar-date.ts';
import { emptyEnterprise } from '../../domain/enterprise.ts';
import { noConsent, type PersonDraft } from '../../domain/person.ts';

/** A draft of which only what a test speaks of is given. */
export function draftPerson(
  given: Partial<Omit<PersonDraft, 'birthDate'>> & { birthDate?: string } = {},
): PersonDraft {
  const { birthDate, ...others } = given;
  return {
    givenNames: 'Juana',
    paternalSurname: 'Pérez',
    maternalSurname: 'Mamani',
    marriedSurname: null,
    idNumber: null,
    idComplement: null,
    idIssuedIn: null,
    sex: null,
    phone: null,
    email: null,
    municipalityCode: null,
    community: null,
    organisationName: null,
    languages: [],
    notes: null,
    ...noConsent,
    enterprise: emptyEnterprise,
    otherEnterprises: [],
    birthDate: birthDate === undefined ? null : (birthDate as CalendarDate),
    ...others,
  };
}
