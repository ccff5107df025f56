import { z } from 'zod';
import { calendarDateSchema, instantSchema } from './calendar-date.ts';
import { enterpriseDraftSchema, otherEnterpriseSchema } from './enterprise.ts';
import { editionStatusSchema } from './edition.ts';
import { enrolmentStatusSchema } from './enrolment.ts';
import { optionalPattern, optionalText } from './field.ts';
import { issuedInSchema } from './identity-card.ts';
import { editionIdSchema, organisationIdSchema, personIdSchema } from './ids.ts';
import { languagesSchema } from './language.ts';
import { municipalityCodeSchema } from './office.ts';
import { likenessSchema } from './person-likeness.ts';
import { sexSchema } from './sex.ts';

/** Names as they are printed; one surname may be missing. */
export const personNameSchema = z.object({
  givenNames: z.string().trim().min(1, { error: 'required' }).max(120, { error: 'tooLong' }),
  paternalSurname: optionalText(80),
  maternalSurname: optionalText(80),
  marriedSurname: optionalText(80),
});

/** How somebody agreed: a signed form, a signed list, spoken, or a message. */
export const consentMeansSchema = z.enum(['form', 'list', 'spoken', 'message']);

/** What is known of the consent of somebody who was not asked. */
export const noConsent = { hasConsented: false, consentedOn: null, consentMeans: null } as const;

const personFields = personNameSchema.extend({
  idNumber: optionalText(20),
  idComplement: optionalText(2),
  idIssuedIn: issuedInSchema.nullable(),
  sex: sexSchema.nullable(),
  birthDate: calendarDateSchema.nullable(),
  phone: optionalText(20),
  email: optionalPattern(/^[^\s@]{1,60}@[^\s@]+\.[^\s@]{2,60}$/, 'invalidEmail'),
  municipalityCode: municipalityCodeSchema.nullable(),
  community: optionalText(120),
  /** Found or made by its name. */
  organisationName: optionalText(160),
  languages: languagesSchema,
  notes: optionalText(2000),
  /** The person agreed that the office keeps their data. */
  hasConsented: z.boolean(),
  /** When and how they did; null where that was not noted. */
  consentedOn: calendarDateSchema.nullable(),
  consentMeans: consentMeansSchema.nullable(),
  /** The main one. */
  enterprise: enterpriseDraftSchema,
  otherEnterprises: z.array(otherEnterpriseSchema),
});

/** What a form sends of a person; at least one surname is needed to find them in a list. */
export const personDraftSchema = personFields.refine(
  (person) => person.paternalSurname !== null || person.maternalSurname !== null,
  { error: 'surnameRequired', path: ['paternalSurname'] },
);
export type PersonDraft = z.infer<typeof personDraftSchema>;

/** Every human once; a person can be a trainer and an entrepreneur. */
export const personSchema = personFields.extend({
  id: personIdSchema,
  organisationId: organisationIdSchema.nullable(),
  /** Since when nothing says any more who it was; null: everything does. */
  anonymisedAt: instantSchema.nullable(),
  createdAt: instantSchema,
  changedAt: instantSchema,
});
export type Person = z.infer<typeof personSchema>;

/** A line of the table of people. */
export const personSummarySchema = z.object({
  id: personIdSchema,
  givenNames: z.string(),
  paternalSurname: z.string().nullable(),
  maternalSurname: z.string().nullable(),
  marriedSurname: z.string().nullable(),
  idNumber: z.string().nullable(),
  idComplement: z.string().nullable(),
  idIssuedIn: issuedInSchema.nullable(),
  phone: z.string().nullable(),
  community: z.string().nullable(),
  trade: z.string().nullable(),
});
export type PersonSummary = z.infer<typeof personSummarySchema>;

/** One line of what a person did: an edition they are enrolled in or teach. */
export const personEditionSchema = z.object({
  editionId: editionIdSchema,
  editionCode: z.string(),
  courseTitle: z.string(),
  editionStatus: editionStatusSchema,
  startsOn: calendarDateSchema,
  as: z.enum(['participant', 'trainer']),
  enrolmentStatus: enrolmentStatusSchema.nullable(),
  percentSoFar: z.number().nullable(),
  folios: z.array(z.string()),
});
export type PersonEdition = z.infer<typeof personEditionSchema>;

/** Someone already stored who may be the same human, and why. */
export const similarPersonSchema = likenessSchema.extend({ person: personSummarySchema });
export type SimilarPerson = z.infer<typeof similarPersonSchema>;
