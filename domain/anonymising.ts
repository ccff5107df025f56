import { z } from 'zod';
import { type CalendarDate, createCalendarDate } from './calendar-date.ts';
import type { Delta, LoggedValue } from './change-log.ts';
import { editionIdSchema } from './ids.ts';

/** What stands for the name of somebody who was anonymised, in lists and on paper. */
export const anonymousName = { givenNames: 'Persona', paternalSurname: 'anonimizada' } as const;

/**
 * What a row that was anonymised holds in each column that could tell whose it is or speaks of them in words, whatever
 * is said of it later on any PC. Everything else stays: what figures count (sex, age, municipality, community, sector,
 * workers, sales), and what was done with the office.
 */
const erasures: Readonly<Record<string, Readonly<Record<string, LoggedValue>>>> = {
  person: {
    given_names: anonymousName.givenNames,
    paternal_surname: anonymousName.paternalSurname,
    maternal_surname: null,
    married_surname: null,
    id_number: null,
    id_complement: null,
    id_issued_in: null,
    birth_date: null,
    phone: null,
    email: null,
    organisation_id: null,
    languages: null,
    notes: null,
    has_consented: 0,
    consented_on: null,
    consent_means: null,
  },
  enterprise: { name: null, trade: null, nit: null, registration: null },
  enrolment: { withdrawn_reason: null },
  accreditation_word: { reason: null },
  observation: { remarks: null },
};

/** The tables of which rows are anonymised. */
export const erasableTables: readonly string[] = Object.keys(erasures);

/** Whether a column is emptied where its row is anonymised. */
export function isErasable(table: string, column: string): boolean {
  return Object.hasOwn(erasures[table] ?? {}, column);
}

/** What is written into a row to anonymise it; `keptBirthDate` of a person, see `blurBirthDate`. */
export function listErasures(table: string, keptBirthDate: CalendarDate | null = null): Delta {
  const erased = erasures[table];
  if (erased === undefined) throw new Error(`nothing of ${table} is anonymised`);
  return table === 'person' ? { ...erased, birth_date: keptBirthDate } : erased;
}

/** Whether the row that these values make was anonymised. */
export function isErased(values: Delta): boolean {
  return (values['erased_at'] ?? null) !== null;
}

/** The values of a row as they count: those of one that was anonymised without what was erased. */
export function withoutErased(table: string, values: Delta): Delta {
  if (!isErased(values) || erasures[table] === undefined) return values;
  const kept = values['kept_birth_date'];
  return { ...values, ...listErasures(table, typeof kept === 'string' ? (kept as CalendarDate) : null) };
}

/**
 * Another day of the year of birth on which somebody could have been born and be of the same age on each of the given
 * days: what figures say of those days stays, the birthday goes. It follows from the days, not from the birthday.
 */
export function blurBirthDate(birthDate: CalendarDate, days: readonly CalendarDate[]): CalendarDate {
  const birthday = birthDate.slice(5);
  const passed = days.map((day) => day.slice(5)).filter((day) => day >= birthday);
  const [month = 12, day = 31] = (passed.toSorted()[0] ?? '12-31').split('-').map(Number);
  const year = Number(birthDate.slice(0, 4));
  // Only 29 February may be missing in that year; then nobody was born on it.
  return createCalendarDate(year, month, day) ?? createCalendarDate(year, month, day - 1) ?? birthDate;
}

/** What anonymising somebody would do, for whoever is asked to confirm it. */
export const anonymisingReviewSchema = z.object({
  /** Of the person and whoever became them by merging. */
  records: z.number().int(),
  enterprises: z.number().int(),
  enrolments: z.number().int(),
  taught: z.number().int(),
  /** The certificates keep the name: they are the office's register. */
  folios: z.array(z.string()),
  /** Other PCs in use: each keeps earlier values until it has taken in this one's packet. */
  otherPcs: z.number().int(),
  /** Where they still take part or teach, and the user they sign in as: both have to end before. */
  running: z.array(z.object({ editionId: editionIdSchema, editionCode: z.string() })),
  userName: z.string().nullable(),
  /** They were anonymised, and something of theirs came from another PC since. */
  isBehind: z.boolean(),
});
export type AnonymisingReview = z.infer<typeof anonymisingReviewSchema>;
