import { z } from 'zod';
import { editionIdSchema } from '../../../domain/ids.ts';

/** What the address of the import may say: the edition where everyone is enrolled. */
export const importSearchSchema = z.object({ editionId: editionIdSchema.optional().catch(undefined) });
