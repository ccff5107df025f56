import { z } from 'zod';
import { calendarDateSchema, instantSchema } from './calendar-date.ts';
import { enterpriseDraftSchema, otherEnterpriseSchema } from './enterprise.ts';
import { accreditationWordSchema } from './accreditation.ts';
import { accreditationLevelSchema } from './accreditation-rule.ts';
import { editionStatusSchema, trainerRoleSchema } from './edition.ts';
import { resultSchema } from './result.ts';
import { enrolmentStatusSchema } from './enrolment.ts';
import { optionalPattern, optionalText } from './field.ts';
import { issuedInSchema } from './identity-card.ts';
import {
  courseIdSchema,
  editionIdSchema,
  enrolmentIdSchema,
  organisationIdSchema,
  personIdSchema,
} from './ids.ts';
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

/** What registers somebody; `isNot` are the records of which whoever registers them says that it is somebody else. */
export const newPersonDraftSchema = personDraftSchema.safeExtend({
  isNot: z.array(personIdSchema).max(20).default([]),
});

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
  courseId: courseIdSchema,
  courseTitle: z.string(),
  editionStatus: editionStatusSchema,
  startsOn: calendarDateSchema,
  as: z.enum(['participant', 'trainer']),
  enrolmentId: enrolmentIdSchema.nullable(),
  enrolmentStatus: enrolmentStatusSchema.nullable(),
  withdrawnReason: z.string().nullable(),
  percentSoFar: z.number().nullable(),
  /** Of who took part in an edition that is closed. */
  result: resultSchema.nullable(),
  /** All that were issued, revoked ones too. */
  certificates: z.array(
    z.object({
      folio: z.string(),
      revokedOn: calendarDateSchema.nullable(),
      revokedReason: z.string().nullable(),
    }),
  ),
  /** Of who teaches: as what, and how many people have or had a seat. */
  role: trainerRoleSchema.nullable(),
  trained: z.number().int().nullable(),
});
export type PersonEdition = z.infer<typeof personEditionSchema>;

/** What else was recorded of a person, by the day. */
export const personEventSchema = z.discriminatedUnion('what', [
  z.object({
    what: z.literal('said'),
    on: calendarDateSchema,
    word: accreditationWordSchema,
    level: accreditationLevelSchema,
    courseTitle: z.string(),
    reason: z.string().nullable(),
    /** The master trainer who accredited; surnames first. */
    by: z.string().nullable(),
  }),
  z.object({
    what: z.literal('observed'),
    on: calendarDateSchema,
    courseTitle: z.string(),
    observer: z.string(),
    /** 0-100; null where no criterion applied. */
    score: z.number().nullable(),
    remarks: z.string().nullable(),
  }),
  /** A record of them that became this one. */
  z.object({ what: z.literal('merged'), on: calendarDateSchema, name: z.string() }),
  z.object({
    what: z.literal('registered'),
    on: calendarDateSchema,
    /** The list they came with. */
    fileName: z.string().nullable(),
  }),
]);
export type PersonEvent = z.infer<typeof personEventSchema>;

/** Someone already stored who may be the same human, and why. */
export const similarPersonSchema = likenessSchema.extend({ person: personSummarySchema });
export type SimilarPerson = z.infer<typeof similarPersonSchema>;
