import { z } from 'zod';
import { optionalText, requiredText } from './field.ts';
import { signatoryIdSchema } from './ids.ts';

/** 6 digits: department, province, municipality (03 09 04 is Vinto), as the national statistics institute numbers them. */
export const municipalityCodeSchema = z.string().regex(/^\d{6}$/, { error: 'invalidMunicipality' });

export const municipalitySchema = z.object({
  code: municipalityCodeSchema,
  name: z.string(),
  province: z.string(),
  department: z.string(),
});
export type Municipality = z.infer<typeof municipalitySchema>;

/** Carta 216 × 279 mm, A4, and the Oficio sold in Bolivia, 216 × 330 mm. */
export const paperSchema = z.enum(['letter', 'a4', 'legal']);
export type Paper = z.infer<typeof paperSchema>;

/** How marks other than present and absent count. */
export const attendancePolicySchema = z.object({
  /** So many late marks make one absence; null: a late mark counts as present. */
  latesPerAbsence: z
    .number()
    .int()
    .min(2, { error: 'outOfRange' })
    .max(20, { error: 'outOfRange' })
    .nullable(),
  /** A leave is left out of the percentage, or counts as an absence. */
  leave: z.enum(['neutral', 'absent']),
});
export type AttendancePolicy = z.infer<typeof attendancePolicySchema>;

export const signatoryDraftSchema = z.object({ name: requiredText(100), position: requiredText(120) });
export const signatorySchema = signatoryDraftSchema.extend({ id: signatoryIdSchema });
export type Signatory = z.infer<typeof signatorySchema>;

export const logoTypeSchema = z.enum(['image/png', 'image/jpeg', 'image/svg+xml']);
export const maximumLogoBytes = 2_000_000;

/** An image as a form carries it: its type and its bytes in base64. */
export const logoDraftSchema = z.object({
  type: logoTypeSchema,
  base64: z.base64().max(Math.ceil((maximumLogoBytes * 4) / 3) + 4, { error: 'fileTooLarge' }),
});
export type LogoDraft = z.infer<typeof logoDraftSchema>;

export const officeDraftSchema = z.object({
  name: requiredText(160),
  municipalityCode: municipalityCodeSchema,
  address: optionalText(200),
  phone: optionalText(40),
  paper: paperSchema,
  attendancePolicy: attendancePolicySchema,
  signatories: z.array(signatoryDraftSchema).max(4, { error: 'tooMany' }),
});
export type OfficeDraft = z.infer<typeof officeDraftSchema>;

export const defaultIdleMinutes = 10;

/** After so many minutes without a key or the mouse a window locks; null: never. */
export const idleMinutesSchema = z
  .number()
  .int()
  .min(1, { error: 'outOfRange' })
  .max(240, { error: 'outOfRange' })
  .nullable();

/** The executing office. `series` is the letter of this device's folios. */
export const officeSchema = officeDraftSchema.extend({
  municipality: z.string(),
  signatories: z.array(signatorySchema),
  logo: logoDraftSchema.nullable(),
  idleMinutes: idleMinutesSchema,
  series: z.string(),
});
export type Office = z.infer<typeof officeSchema>;
