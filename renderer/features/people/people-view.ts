import { z } from 'zod';
import { personSortSchema } from '../../../domain/contract/people.ts';

/** What the address of the table says: what is sought and in which order; what it does not know is left aside. */
export const peopleViewSchema = z.object({
  text: z.string().max(100).optional().catch(undefined),
  sort: personSortSchema.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
});
export type PeopleView = z.infer<typeof peopleViewSchema>;

/** What the address of a new sheet says: the name or number that was sought in vain. */
export const newPersonSearchSchema = z.object({
  text: z.string().max(100).optional().catch(undefined),
});
