import { z } from 'zod';
import { calendarDateSchema } from './calendar-date.ts';
import { certificateIdSchema, editionIdSchema, enrolmentIdSchema, personIdSchema } from './ids.ts';
import { signatoryDraftSchema } from './office.ts';
import { resultSchema } from './result.ts';

export const certificateKindSchema = z.enum(['participation', 'approval']);
export type CertificateKind = z.infer<typeof certificateKindSchema>;

/** A frozen record: a later change of name, course or office does not alter it. */
export const certificateSchema = z.object({
  id: certificateIdSchema,
  folio: z.string(),
  kind: certificateKindSchema,
  personId: personIdSchema,
  enrolmentId: enrolmentIdSchema,
  editionId: editionIdSchema,
  personName: z.string(),
  /** Surnames first, by which the register is sorted and searched. */
  personSortName: z.string(),
  /** As printed: '12336143-1A CB'. */
  identityCard: z.string().nullable(),
  courseCode: z.string(),
  courseTitle: z.string(),
  editionCode: z.string(),
  hours: z.number(),
  startsOn: calendarDateSchema,
  endsOn: calendarDateSchema,
  place: z.string(),
  officeName: z.string(),
  municipality: z.string(),
  municipalityCode: z.string(),
  grade: z.number().nullable(),
  signatories: z.array(signatoryDraftSchema),
  issuedOn: calendarDateSchema,
  validUntil: calendarDateSchema.nullable(),
  /** The signed text of the QR. */
  seal: z.string(),
  replacesFolio: z.string().nullable(),
  revokedOn: calendarDateSchema.nullable(),
  revokedReason: z.string().nullable(),
});
export type Certificate = z.infer<typeof certificateSchema>;

/** Why someone of an edition gets no certificate now. */
export const skipReasonSchema = z.enum([
  'alreadyIssued',
  'editionNotClosed',
  'resultDoesNotAllow',
  'courseGivesNone',
  'notChosen',
]);
export type SkipReason = z.infer<typeof skipReasonSchema>;

/** One person of the edition beside the certificate they may get, have, or why not. */
export const certificateCandidateSchema = z.object({
  enrolmentId: enrolmentIdSchema,
  personId: personIdSchema,
  personName: z.string(),
  personSortName: z.string(),
  result: resultSchema,
  /** What can be issued now, or null with the reason. */
  kind: certificateKindSchema.nullable(),
  skipReason: skipReasonSchema.nullable(),
  folio: z.string().nullable(),
});
export type CertificateCandidate = z.infer<typeof certificateCandidateSchema>;

/** The kind a result earns: approval where approved and given, else participation where attended and given. */
export function earnedCertificate(
  result: { kind: string; hasParticipated: boolean },
  course: { givesApproval: boolean; givesParticipation: boolean },
): CertificateKind | null {
  if (result.kind === 'approved' && course.givesApproval) return 'approval';
  return result.hasParticipated && course.givesParticipation ? 'participation' : null;
}

/** What a check of a printed certificate answers; the data is shown, not just "valid". */
export const verificationSchema = z.object({
  valid: z.boolean(),
  reason: z
    .enum(['notASeal', 'damaged', 'badSignature', 'unknownKey', 'revoked', 'unknownFolio', 'expired'])
    .nullable(),
  folio: z.string().nullable(),
  kind: certificateKindSchema.nullable(),
  name: z.string().nullable(),
  identityCard: z.string().nullable(),
  course: z.string().nullable(),
  hours: z.number().nullable(),
  dates: z.object({ startsOn: calendarDateSchema, endsOn: calendarDateSchema }).nullable(),
  issuedOn: calendarDateSchema.nullable(),
  office: z.string().nullable(),
  revoked: z.object({ on: calendarDateSchema, reason: z.string() }).nullable(),
  /** The day of this PC's list of revoked certificates. */
  asOf: calendarDateSchema,
});
export type Verification = z.infer<typeof verificationSchema>;
