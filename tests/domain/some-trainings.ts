import fc from 'fast-check';
import { type PersonId, personIdSchema } from '../../domain/ids.ts';

/** Who is called by one letter. */
export const person = (letter: string): PersonId => personIdSchema.parse(letter.padEnd(22, '0'));
export const people = (letters: string): PersonId[] => [...letters].map(person);

/** Twelve people, of whom some teach others now and then: with circles, and with two trainers in an edition. */
export const twelve = people('abcdefghijkl');

const group = (least: number, most: number) =>
  fc.uniqueArray(fc.constantFrom(...twelve), { minLength: least, maxLength: most, size: 'max' });

export const someTrainings = fc
  .array(fc.tuple(group(1, 2), group(0, 4), fc.integer({ min: 1, max: 40 })), {
    minLength: 3,
    maxLength: 9,
    size: 'max',
  })
  .map((list) =>
    list.map(([trainers, learners, hours], index) => ({ editionId: `e${index}`, hours, trainers, learners })),
  );
