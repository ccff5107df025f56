import { z } from 'zod';
import { optionalPattern, optionalText } from './field.ts';
import { enterpriseIdSchema } from './ids.ts';

/** Sections of CAEB, the Bolivian classification of activities; the same letters as ISIC Rev. 4. */
export const caebSectionSchema = z.enum([...'ABCDEFGHIJKLMNOPQRSTU']);

/** Yearly sales in bolivianos; the bounds belong to the office's settings, the bands to the statistics. */
export const salesBandSchema = z.enum(['none', 'small', 'medium', 'large']);

/** The economic unit of an entrepreneur; everything is optional, since most are informal. */
export const enterpriseDraftSchema = z.object({
  name: optionalText(160),
  /** Rubro in the office's own words: 'Panadería'. */
  trade: optionalText(80),
  section: caebSectionSchema.nullable(),
  workers: z.number().int().min(0, { error: 'outOfRange' }).max(10_000, { error: 'outOfRange' }).nullable(),
  salesBand: salesBandSchema.nullable(),
  nit: optionalPattern(/^\d{4,15}$/, 'invalidNit'),
  registration: optionalText(40),
});
export type EnterpriseDraft = z.infer<typeof enterpriseDraftSchema>;

/** One beside the main one; without an id it is new. */
export const otherEnterpriseSchema = enterpriseDraftSchema.extend({ id: enterpriseIdSchema.nullable() });
export type OtherEnterprise = z.infer<typeof otherEnterpriseSchema>;

export const emptyEnterprise: EnterpriseDraft = {
  name: null,
  trade: null,
  section: null,
  workers: null,
  salesBand: null,
  nit: null,
  registration: null,
};

/** Whether nothing is known of an enterprise: such a one is not stored. */
export function isEmptyEnterprise(enterprise: EnterpriseDraft): boolean {
  return Object.values(enterprise).every((value) => value === null);
}
