import { z } from 'zod';
import { editionIdSchema } from '../../../domain/ids.ts';

/** What the address of the sessions may say: that they be planned like those of another edition. */
export const sessionsSearchSchema = z.object({ like: editionIdSchema.optional().catch(undefined) });
