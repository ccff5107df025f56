import type { z } from 'zod';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import { optionalText } from '../../../domain/field.ts';
import { parseIdentityCard } from '../../../domain/identity-card.ts';
import { noConsent, type PersonDraft, personNameSchema } from '../../../domain/person.ts';
import { splitFullName } from '../../../domain/person-name.ts';
import { sexSchema } from '../../../domain/sex.ts';

/** What is asked at the desk; the identity card as it is written on it. */
export const newPersonSchema = personNameSchema
  .omit({ marriedSurname: true })
  .extend({
    identityCard: optionalText(40),
    phone: optionalText(20),
    community: optionalText(120),
    sex: sexSchema.nullable(),
    birthDate: calendarDateSchema.nullable(),
  })
  .refine((person) => person.paternalSurname !== null || person.maternalSurname !== null, {
    error: 'surnameRequired',
    path: ['paternalSurname'],
  });
export type NewPerson = z.infer<typeof newPersonSchema>;

/** Begins with what was typed into the search: a number is an identity card, words are a name. */
export function startNewPerson(text: string) {
  const isCard = /\d/.test(text);
  const name = isCard || text === '' ? null : splitFullName(text, 'givenNamesFirst');
  return {
    givenNames: name?.givenNames ?? '',
    paternalSurname: name?.paternalSurname ?? null,
    maternalSurname: name?.maternalSurname ?? null,
    identityCard: isCard ? text : null,
    phone: null,
    community: null,
    sex: null,
    birthDate: null,
  };
}

/** The whole record of someone of whom only this much is known. */
export function toPersonDraft({ identityCard, ...person }: NewPerson): PersonDraft {
  const card = parseIdentityCard(identityCard ?? '');
  return {
    ...person,
    marriedSurname: null,
    idNumber: card.number,
    idComplement: card.complement,
    idIssuedIn: card.issuedIn,
    email: null,
    municipalityCode: null,
    organisationName: null,
    languages: [],
    notes: null,
    ...noConsent,
    enterprise: emptyEnterprise,
    otherEnterprises: [],
  };
}
