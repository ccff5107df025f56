import { z } from 'zod';

/** How people of an edition stand, as its list can be narrowed down. */
export const shownSchema = z.enum(['all', 'seated', 'waiting', 'requested', 'left', 'lacking']);
export type Shown = z.infer<typeof shownSchema>;

/** What the address of the participants says: who of them to show; what it does not know is left aside. */
export const participantsSearchSchema = z.object({ shown: shownSchema.optional().catch(undefined) });
