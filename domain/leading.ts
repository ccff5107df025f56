import { z } from 'zod';
import { accreditationStateSchema } from './accreditation.ts';
import type { CalendarDate } from './calendar-date.ts';
import { personIdSchema } from './ids.ts';

/** Why somebody may lead an edition only by a coordinator's word; of whom nothing is known there is no state. */
export const leadObstacleSchema = z.object({
  personId: personIdSchema,
  name: z.string(),
  state: accreditationStateSchema.nullable(),
});
export type LeadObstacle = z.infer<typeof leadObstacleSchema>;

/**
 * The day on which whoever is named lead begins to lead, and has to be accredited: today, but not before the edition's
 * first day nor after its last. Why so: docs/decisions/0012-who-may-lead.md.
 */
export function findLeadingDay(
  { startsOn, endsOn }: { startsOn: CalendarDate; endsOn: CalendarDate },
  today: CalendarDate,
): CalendarDate {
  if (today < startsOn) return startsOn;
  return today > endsOn ? endsOn : today;
}
