import { z } from 'zod';
import { type CalendarDate, isYouth } from './calendar-date.ts';
import type { Cascade, Generation } from './cascade.ts';
import type { PersonId } from './ids.ts';
import type { Sex } from './sex.ts';

const share = z.number().min(0).max(1).nullable();

/** How far the training of one generation reached. Shares are of those whose sex, or birth date, is known. */
export const generationReachSchema = z.object({
  /** From 1: those whom the person trained themselves. */
  generation: z.number().int(),
  /** Whom training reached in this generation and in none before. */
  people: z.number().int(),
  /** Of these, who taught somebody in turn. */
  trainers: z.number().int(),
  editions: z.number().int(),
  /** Seats held in these editions, also by people of earlier generations. */
  participations: z.number().int(),
  /** Hours taught. */
  hours: z.number(),
  /** 0 to 1; null where nothing is known of anyone. */
  womenShare: share,
  youthShare: share,
});
export type GenerationReach = z.infer<typeof generationReachSchema>;

/** What is counted of somebody. */
export interface ReachFacts {
  readonly sex: Sex | null;
  readonly birthDate: CalendarDate | null;
}

/** How far each generation of a cascade reached, as of a day. */
export function measureReach<Edition>(
  { generations, origins }: Cascade<Edition>,
  factsById: ReadonlyMap<PersonId, ReachFacts>,
  today: CalendarDate,
): GenerationReach[] {
  const taught = new Set([...origins.values()].map(({ trainer }) => trainer));
  return generations.map((generation, index) => ({
    generation: index + 1,
    trainers: generation.people.filter((id) => taught.has(id)).length,
    ...measureGeneration(generation, factsById, today),
  }));
}

function measureGeneration<Edition>(
  { people, editions, participations, hours }: Generation<Edition>,
  factsById: ReadonlyMap<PersonId, ReachFacts>,
  today: CalendarDate,
): Omit<GenerationReach, 'generation' | 'trainers'> {
  const known = people.flatMap((id) => factsById.get(id) ?? []);
  const sexes = known.flatMap(({ sex }) => sex ?? []);
  const births = known.flatMap(({ birthDate }) => birthDate ?? []);
  return {
    people: people.length,
    editions: editions.length,
    participations,
    hours,
    womenShare: shareOf(sexes, (sex) => sex === 'F'),
    youthShare: shareOf(births, (birthDate) => isYouth(birthDate, today)),
  };
}

function shareOf<Item>(items: readonly Item[], isOne: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(isOne).length / items.length;
}
