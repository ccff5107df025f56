import type { z } from 'zod';
import { emptyEnterprise } from '../../../domain/enterprise.ts';
import { parseIdentityCard } from '../../../domain/identity-card.ts';
import { splitFullName, tidyName } from '../../../domain/person-name.ts';
import { noConsent, type Person, type PersonDraft, type personDraftSchema } from '../../../domain/person.ts';
import { parsePhone } from '../../../domain/phone.ts';

/** What the fields of the sheet hold while they are being filled in. */
export type PersonInput = z.input<typeof personDraftSchema>;

/** A new sheet. `text` is what was sought and not found: a number is an identity card, words are a name. */
export function startPerson(text: string, municipalityCode: string): PersonInput {
  const isCard = /\d/.test(text);
  const card = parseIdentityCard(isCard ? text : '');
  const name = isCard || text === '' ? null : splitFullName(text, 'givenNamesFirst');
  return {
    givenNames: name?.givenNames ?? '',
    paternalSurname: name?.paternalSurname ?? null,
    maternalSurname: name?.maternalSurname ?? null,
    marriedSurname: name?.marriedSurname ?? null,
    idNumber: card.number,
    idComplement: card.complement,
    idIssuedIn: card.issuedIn,
    sex: null,
    birthDate: null,
    phone: null,
    email: null,
    municipalityCode,
    community: null,
    organisationName: null,
    languages: [],
    notes: null,
    ...noConsent,
    enterprise: emptyEnterprise,
    otherEnterprises: [],
  };
}

/** What of a stored person can be changed. */
export function toDraft(person: Person): PersonDraft {
  const {
    id: _id,
    organisationId: _organisationId,
    anonymisedAt: _anonymisedAt,
    createdAt: _created,
    changedAt: _changed,
    ...draft
  } = person;
  return draft;
}

/** A phone number as it is stored: its digits, if it is one; otherwise as it was typed. */
export function tidyPhone(text: string): string {
  const { phone, warning } = parsePhone(text);
  return phone !== null && warning === null ? phone : text;
}

const tidyOptionalName = (name: string | null) => (name === null ? null : tidyName(name));

/** What is saved: names without stray blanks or capitals, the card and the phone in the shape of the lists. */
export function tidyDraft(draft: PersonDraft): PersonDraft {
  return {
    ...draft,
    givenNames: tidyName(draft.givenNames),
    paternalSurname: tidyOptionalName(draft.paternalSurname),
    maternalSurname: tidyOptionalName(draft.maternalSurname),
    marriedSurname: tidyOptionalName(draft.marriedSurname),
    idComplement: draft.idComplement?.toUpperCase() ?? null,
    phone: draft.phone === null ? null : tidyPhone(draft.phone),
  };
}
