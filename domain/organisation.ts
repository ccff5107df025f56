import { z } from 'zod';
import { organisationIdSchema } from './ids.ts';

/** Association, OTB, union or mothers' centre that people belong to. */
export const organisationSchema = z.object({
  id: organisationIdSchema,
  name: z.string(),
  memberCount: z.number().int(),
});
export type Organisation = z.infer<typeof organisationSchema>;
