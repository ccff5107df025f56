import { z } from 'zod';
import { conflictKeySchema, doneSchema, personSideSchema } from './conflict.ts';
import { type PersonId, personIdSchema } from './ids.ts';
import { personSummarySchema } from './person.ts';
import { likenessSchema } from './person-likeness.ts';

/** What somebody said of two records that are not one human; it stands with the words on conflicts and travels. */
export const twoPeople = 'twoPeople';

const keyStart = 'duplicatePeople';

/** The name by which every PC knows a pair, whichever of both is named first. */
export function duplicateKey(ids: readonly [PersonId, PersonId]): string {
  return [keyStart, ...ids.toSorted()].join(' ');
}

/** Whom a key speaks of; null for the key of something else. */
export function readDuplicateKey(key: string): [PersonId, PersonId] | null {
  const [start, ...ids] = key.split(' ');
  const [first, second] = ids.map((id) => personIdSchema.safeParse(id).data);
  return start === keyStart && first !== undefined && second !== undefined ? [first, second] : null;
}

/** Two records that may be one human, side by side, with what speaks for it and against it. */
export const duplicatePairSchema = likenessSchema.extend({
  key: conflictKeySchema,
  /** Both, the one with the smaller id first, so that every PC shows them alike. */
  people: z.array(personSideSchema),
});
export type DuplicatePair = z.infer<typeof duplicatePairSchema>;

/** Two records of which somebody said that they are two people. */
export const toldApartSchema = z.object({
  key: conflictKeySchema,
  people: z.array(personSummarySchema),
  done: doneSchema,
});
export type ToldApart = z.infer<typeof toldApartSchema>;

export const duplicatesSchema = z.object({
  /** How far the register was gone through; nothing is missing once that is all of it. */
  looked: z.object({ done: z.number().int(), total: z.number().int() }),
  /** How many pairs there are, of which `pairs` are the surest. */
  count: z.number().int(),
  pairs: z.array(duplicatePairSchema),
});
export type Duplicates = z.infer<typeof duplicatesSchema>;
