import { z } from 'zod';

/**
 * Ids are the 128 bits of a UUIDv7 (RFC 9562, section 5.7) as 22 base62 characters. The alphabet is in
 * ASCII order and the width is fixed, so ids sort by the time they were made, in SQL too.
 */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const idLength = 22;

/** Writes the 16 bytes of a UUID as a 22-character id. Throws on any other number of bytes. */
export function encodeId(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new Error(`an id has 16 bytes, not ${bytes.length}`);
  let value = 0n;
  for (const byte of bytes) value = (value << 8n) | BigInt(byte);
  let text = '';
  for (let place = 0; place < idLength; place += 1) {
    text = alphabet.charAt(Number(value % 62n)) + text;
    value /= 62n;
  }
  return text;
}

function idSchema<Brand extends string>() {
  return z
    .string()
    .regex(/^[0-9A-Za-z]{22}$/, { error: 'required' })
    .brand<Brand>();
}

export const programmeIdSchema = idSchema<'ProgrammeId'>();
export const themeIdSchema = idSchema<'ThemeId'>();
export const signatoryIdSchema = idSchema<'SignatoryId'>();
export const courseIdSchema = idSchema<'CourseId'>();
export const courseModuleIdSchema = idSchema<'CourseModuleId'>();
export const editionIdSchema = idSchema<'EditionId'>();
export const sessionIdSchema = idSchema<'SessionId'>();
export const officeDayIdSchema = idSchema<'OfficeDayId'>();
export const observationIdSchema = idSchema<'ObservationId'>();
export const observationCriterionIdSchema = idSchema<'ObservationCriterionId'>();
export const personIdSchema = idSchema<'PersonId'>();
export const enterpriseIdSchema = idSchema<'EnterpriseId'>();
export const tradeIdSchema = idSchema<'TradeId'>();
export const organisationIdSchema = idSchema<'OrganisationId'>();
export const enrolmentIdSchema = idSchema<'EnrolmentId'>();
export const assessmentIdSchema = idSchema<'AssessmentId'>();
export const certificateIdSchema = idSchema<'CertificateId'>();
export const userIdSchema = idSchema<'UserId'>();
export const deviceIdSchema = idSchema<'DeviceId'>();
export const importIdSchema = idSchema<'ImportId'>();
export const documentIdSchema = idSchema<'DocumentId'>();

export type ProgrammeId = z.infer<typeof programmeIdSchema>;
export type ThemeId = z.infer<typeof themeIdSchema>;
export type CourseId = z.infer<typeof courseIdSchema>;
export type CourseModuleId = z.infer<typeof courseModuleIdSchema>;
export type EditionId = z.infer<typeof editionIdSchema>;
export type SessionId = z.infer<typeof sessionIdSchema>;
export type OfficeDayId = z.infer<typeof officeDayIdSchema>;
export type ObservationId = z.infer<typeof observationIdSchema>;
export type ObservationCriterionId = z.infer<typeof observationCriterionIdSchema>;
export type PersonId = z.infer<typeof personIdSchema>;
export type EnterpriseId = z.infer<typeof enterpriseIdSchema>;
export type TradeId = z.infer<typeof tradeIdSchema>;
export type OrganisationId = z.infer<typeof organisationIdSchema>;
export type EnrolmentId = z.infer<typeof enrolmentIdSchema>;
export type AssessmentId = z.infer<typeof assessmentIdSchema>;
export type CertificateId = z.infer<typeof certificateIdSchema>;
export type UserId = z.infer<typeof userIdSchema>;
export type DeviceId = z.infer<typeof deviceIdSchema>;
export type ImportId = z.infer<typeof importIdSchema>;
