import { z } from 'zod';
import { personIdSchema } from '../../../../domain/ids.ts';

/** Whose cascade is printed; nobody's: that of the office. */
export const cascadePrintSearchSchema = z.object({
  personId: personIdSchema.optional().catch(undefined),
});
