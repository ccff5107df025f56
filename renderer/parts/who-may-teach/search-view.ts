import { z } from 'zod';
import { accreditationLevelSchema } from '../../../domain/accreditation-rule.ts';
import { calendarDateSchema } from '../../../domain/calendar-date.ts';
import { timeOfDaySchema } from '../../../domain/field.ts';
import { courseIdSchema, editionIdSchema } from '../../../domain/ids.ts';
import { languageSchema } from '../../../domain/language.ts';
import { municipalityCodeSchema } from '../../../domain/office.ts';
import { type TrainerQuery, wantedDaysSchema } from '../../../domain/trainer-search.ts';
import { weekdaySchema } from '../../../domain/weekday.ts';

const maybe = <Schema extends z.ZodType>(schema: Schema) => schema.optional().catch(undefined);

/** Who is sought, as the address says it; what it does not know is left aside. */
export const trainerSearchViewSchema = z.object({
  courseId: maybe(courseIdSchema),
  level: maybe(accreditationLevelSchema),
  language: maybe(languageSchema),
  near: maybe(municipalityCodeSchema),
  /** Free: not asked for, when an edition meets, or on some days. */
  when: maybe(z.enum(['edition', 'days'])),
  editionId: maybe(editionIdSchema),
  from: maybe(calendarDateSchema),
  to: maybe(calendarDateSchema),
  weekdays: maybe(z.array(weekdaySchema).max(7)),
  startsAt: maybe(timeOfDaySchema),
  endsAt: maybe(timeOfDaySchema),
});
export type TrainerSearchView = z.infer<typeof trainerSearchViewSchema>;

/** What of it can be asked; days that are not whole yet, or none, are not asked for. */
export function toQuery(view: TrainerSearchView): TrainerQuery {
  const { courseId = null, level = null, language = null, near = null } = view;
  return { courseId, level, language, municipalityCode: near, free: toFree(view) };
}

function toFree({ when, editionId, ...days }: TrainerSearchView): TrainerQuery['free'] {
  if (when === 'edition') return editionId === undefined ? null : { when, editionId };
  if (when !== 'days') return null;
  const { from, to, weekdays = [], startsAt, endsAt } = days;
  const hasHours = startsAt !== undefined && endsAt !== undefined && startsAt < endsAt;
  const wanted = { from, to: to ?? from, weekdays, hours: hasHours ? { startsAt, endsAt } : null };
  const parsed = wantedDaysSchema.safeParse(wanted);
  return parsed.success ? { when, days: parsed.data } : null;
}
