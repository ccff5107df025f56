import { z } from 'zod';
import { instantSchema } from './calendar-date.ts';

/** Whether the data are safe, and what other PCs sent that waits for somebody: what every page says at its top. */
export const safekeepingSchema = z.object({
  /** When a backup last went well. */
  lastBackup: instantSchema.nullable(),
  /** None for a week, or none at all. */
  isBackupOverdue: z.boolean(),
  /** Packets set aside: they wait for a word, or for an earlier one. */
  packetsAside: z.number().int(),
  /** Conflicts that wait for a decision; 0 for whoever may not decide. */
  toResolve: z.number().int(),
});
export type Safekeeping = z.infer<typeof safekeepingSchema>;
