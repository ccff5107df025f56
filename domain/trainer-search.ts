import { z } from 'zod';
import { type AccreditationState, type AccreditationStatus, mayLead } from './accreditation.ts';
import { accreditationLevelSchema } from './accreditation-rule.ts';
import { addDays, calendarDateSchema } from './calendar-date.ts';
import { timeOfDaySchema } from './field.ts';
import { courseIdSchema, editionIdSchema } from './ids.ts';
import { type Language, languageSchema } from './language.ts';
import { municipalityCodeSchema } from './office.ts';
import { overlaps, type TimeSpan } from './session-overlap.ts';
import { minutesOf } from './time-of-day.ts';
import { weekdayOf, weekdaySchema } from './weekday.ts';

const mostDays = 366;
const minutesOfDay = 24 * 60;

/** Days on which somebody is to be free: between two dates, on some weekdays or all, at some hours or the whole day. */
export const wantedDaysSchema = z
  .object({
    from: calendarDateSchema,
    to: calendarDateSchema,
    /** None: every day. */
    weekdays: z.array(weekdaySchema).max(7),
    /** Null: the whole day. */
    hours: z.object({ startsAt: timeOfDaySchema, endsAt: timeOfDaySchema }).nullable(),
  })
  .refine(({ from, to }) => from <= to && to <= addDays(from, mostDays), {
    error: 'endsBeforeStart',
    path: ['to'],
  });
export type WantedDays = z.infer<typeof wantedDaysSchema>;

/** Who is sought: what is null is not asked for. */
export const trainerQuerySchema = z.object({
  courseId: courseIdSchema.nullable(),
  level: accreditationLevelSchema.nullable(),
  language: languageSchema.nullable(),
  /** Whoever lives in this municipality, or else in its province, is near. */
  municipalityCode: municipalityCodeSchema.nullable(),
  /** Free when an edition meets, or on some days. */
  free: z
    .discriminatedUnion('when', [
      z.object({ when: z.literal('edition'), editionId: editionIdSchema }),
      z.object({ when: z.literal('days'), days: wantedDaysSchema }),
    ])
    .nullable(),
});
export type TrainerQuery = z.infer<typeof trainerQuerySchema>;

/** How near somebody lives: in the municipality, or in its province or department, as the codes of the INE say it. */
export const nearnessSchema = z.enum(['municipality', 'province', 'department', 'elsewhere']);
export type Nearness = z.infer<typeof nearnessSchema>;

/** What the codes of two municipalities share: '030904' is department 03, province 09, municipality 04. */
export function compareMunicipalities(code: string, wanted: string): Nearness {
  if (code === wanted) return 'municipality';
  if (code.slice(0, 4) === wanted.slice(0, 4)) return 'province';
  return code.slice(0, 2) === wanted.slice(0, 2) ? 'department' : 'elsewhere';
}

/** The times that some days are made of; whole days where no hours are asked for. Hours that end first are none. */
export function listWantedTimes({ from, to, weekdays, hours }: WantedDays): TimeSpan[] {
  const startsAt = hours?.startsAt ?? '00:00';
  const minutes = hours === null ? minutesOfDay : minutesOf(hours.endsAt) - minutesOf(hours.startsAt);
  const times: TimeSpan[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const isWanted = weekdays.length === 0 || weekdays.includes(weekdayOf(date));
    if (isWanted && minutes > 0) times.push({ date, startsAt, minutes });
  }
  return times;
}

/** What of somebody's sessions falls into the wanted times: on the day, one beginning before the other is over. */
export function findBusyTimes<Booked extends TimeSpan>(
  booked: readonly Booked[],
  wanted: readonly TimeSpan[],
): Booked[] {
  const wantedByDay = Map.groupBy(wanted, ({ date }) => date);
  return booked.filter((session) =>
    (wantedByDay.get(session.date) ?? []).some((time) => overlaps(session, time)),
  );
}

/** Why somebody is not whom one seeks. */
export const shortcomingSchema = z.enum([
  'notAccredited',
  'busy',
  'otherLanguages',
  'languagesUnknown',
  'livesElsewhere',
  'homeUnknown',
]);
export type Shortcoming = z.infer<typeof shortcomingSchema>;

/** What is known of somebody who might teach. */
export interface Known {
  readonly state: AccreditationState;
  readonly languages: readonly Language[];
  readonly municipalityCode: string | null;
  readonly clashes: readonly unknown[];
}

/** All that speaks against somebody; near is the municipality or its province. */
export function listShortcomings(
  { state, languages, municipalityCode, clashes }: Known,
  query: Pick<TrainerQuery, 'language' | 'municipalityCode'>,
): Shortcoming[] {
  return [
    ...(mayLead(state.status) ? [] : (['notAccredited'] as const)),
    ...(clashes.length === 0 ? [] : (['busy'] as const)),
    ...judgeLanguage(languages, query.language),
    ...judgeHome(municipalityCode, query.municipalityCode),
  ];
}

function judgeLanguage(languages: readonly Language[], wanted: Language | null): Shortcoming[] {
  if (wanted === null || languages.includes(wanted)) return [];
  return languages.length === 0 ? ['languagesUnknown'] : ['otherLanguages'];
}

function judgeHome(code: string | null, wanted: string | null): Shortcoming[] {
  if (wanted === null) return [];
  if (code === null) return ['homeUnknown'];
  return ['municipality', 'province'].includes(compareMunicipalities(code, wanted)) ? [] : ['livesElsewhere'];
}

/** Who may teach, then who may soon, then who might again. */
const byPromise: readonly AccreditationStatus[] = [
  'accredited',
  'dueSoon',
  'candidate',
  'lapsed',
  'suspended',
];

/** What the order of the found goes by. */
export interface Found extends Known {
  readonly nearness: Nearness | null;
  readonly shortcomings: readonly Shortcoming[];
}

/**
 * Whom one seeks first: of whom nothing speaks against it; then by what they may do, who is free, who speaks the
 * language, and who lives nearer. Of equals the order stays.
 */
export function sortFound<One extends Found>(found: readonly One[]): One[] {
  const rank = ({ state, clashes, nearness, shortcomings }: Found): number[] => [
    shortcomings.length === 0 ? 0 : 1,
    byPromise.indexOf(state.status),
    clashes.length === 0 ? 0 : 1,
    shortcomings.some((each) => each === 'otherLanguages' || each === 'languagesUnknown') ? 1 : 0,
    nearness === null ? nearnessSchema.options.length : nearnessSchema.options.indexOf(nearness),
  ];
  return found
    .map((one) => ({ one, ranks: rank(one) }))
    .toSorted((a, b) => compareRanks(a.ranks, b.ranks))
    .map(({ one }) => one);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((rank, index) => rank !== b[index]);
  return place < 0 ? 0 : (a[place] ?? 0) - (b[place] ?? 0);
}
