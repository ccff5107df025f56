import { z } from 'zod';
import { isEmptyEnterprise } from './enterprise.ts';
import { assessmentIdSchema, enrolmentIdSchema, personIdSchema, sessionIdSchema } from './ids.ts';
import type { Person } from './person.ts';

/** What of a person is taken from one of two as a whole. */
export const mergeFieldSchema = z.enum([
  'name',
  'identityCard',
  'sex',
  'birthDate',
  'phone',
  'email',
  'residence',
  'organisation',
  'languages',
  'enterprise',
  'notes',
]);
export type MergeField = z.infer<typeof mergeFieldSchema>;

/**
 * How two enrolments of one person in an edition become one. What the kept one lacks is moved over anyway; where both
 * have a mark or a score and they differ, that of the kept one stands unless it is named here.
 */
export const enrolmentJoinSchema = z.object({
  keptId: enrolmentIdSchema,
  takenMarks: z.array(z.object({ sessionId: sessionIdSchema, enrolmentId: enrolmentIdSchema })).max(2000),
  takenGrades: z
    .array(z.object({ assessmentId: assessmentIdSchema, enrolmentId: enrolmentIdSchema }))
    .max(200),
});
export type EnrolmentJoin = z.infer<typeof enrolmentJoinSchema>;

/** Two records of one human become one: which stays, and what is taken from the other. */
export const peopleMergeSchema = z.object({
  keptId: personIdSchema,
  goneId: personIdSchema,
  fromGone: z.array(mergeFieldSchema),
  /** For editions where both are enrolled; where nothing is said, the stronger enrolment is kept. */
  enrolments: z.array(enrolmentJoinSchema).max(200),
});
export type PeopleMerge = z.infer<typeof peopleMergeSchema>;

/** What a field holds, to compare two people by it; null where nothing is known. */
export function mergeFieldValue(person: Person, field: MergeField): string | null {
  const values = fieldParts(person, field);
  return values.every((value) => value === null) ? null : JSON.stringify(values);
}

function fieldParts(person: Person, field: MergeField): readonly unknown[] {
  switch (field) {
    case 'name':
      return [person.givenNames, person.paternalSurname, person.maternalSurname, person.marriedSurname];
    case 'identityCard':
      return [person.idNumber, person.idComplement, person.idIssuedIn];
    case 'residence':
      return [person.municipalityCode, person.community];
    case 'organisation':
      return [person.organisationName];
    case 'languages':
      return person.languages.length === 0 ? [null] : person.languages;
    case 'enterprise':
      return [isEmptyEnterprise(person.enterprise) ? null : person.enterprise];
    default:
      return [person[field]];
  }
}

/** The fields in which two people differ. */
export function listDifferingFields(a: Person, b: Person): MergeField[] {
  return mergeFieldSchema.options.filter((field) => mergeFieldValue(a, field) !== mergeFieldValue(b, field));
}

/** What is best taken from the one that goes: whatever the one that stays lacks. */
export function suggestFromGone(kept: Person, gone: Person): MergeField[] {
  return mergeFieldSchema.options.filter(
    (field) => mergeFieldValue(kept, field) === null && mergeFieldValue(gone, field) !== null,
  );
}
