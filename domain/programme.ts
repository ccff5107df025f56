import { z } from 'zod';
import { optionalText, requiredText } from './field.ts';
import { programmeIdSchema, themeIdSchema } from './ids.ts';

export const themeSchema = z.object({
  id: themeIdSchema,
  programmeId: programmeIdSchema,
  name: z.string(),
});

/** What a donor finances, e.g. PMI-DEL, and the themes (ejes temáticos) its courses belong to. */
export const programmeSchema = z.object({
  id: programmeIdSchema,
  name: z.string(),
  donor: z.string().nullable(),
  themes: z.array(themeSchema),
});
export type Programme = z.infer<typeof programmeSchema>;

/** A theme without an id is new; one that is missing from the list is deleted. */
export const programmeDraftSchema = z.object({
  name: requiredText(120),
  donor: optionalText(120),
  themes: z.array(z.object({ id: themeIdSchema.nullable(), name: requiredText(160) })),
});
export type ProgrammeDraft = z.infer<typeof programmeDraftSchema>;
