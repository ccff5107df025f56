import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeCascade, type Training } from '../../domain/cascade.ts';
import { type PersonId, personIdSchema } from '../../domain/ids.ts';

const person = (letter: string): PersonId => personIdSchema.parse(letter.padEnd(22, '0'));
const people = (letters: string) => [...letters].map(person);
const training = (editionId: string, trainers: string, learners: string, hours = 10): Training => ({
  editionId,
  hours,
  trainers: people(trainers),
  learners: people(learners),
});

describe('the cascade below a trainer', () => {
  test('has a generation for those they trained, and one for those whom these trained', () => {
    const { generations, origins } = computeCascade(person('M'), [
      training('tot', 'M', 'ab', 40),
      training('a1', 'a', 'xy', 20),
      training('b1', 'b', 'yz', 16),
      training('other', 'n', 'q'),
    ]);
    expect(generations).toEqual([
      { people: people('ab'), editions: ['tot'], participations: 2, hours: 40 },
      { people: people('xyz'), editions: ['a1', 'b1'], participations: 4, hours: 36 },
    ]);
    expect(origins.get(person('y'))).toEqual({ trainer: person('a'), edition: 'a1', generation: 2 });
  });

  test('counts nobody twice and ends where it comes back to itself', () => {
    const { generations, origins } = computeCascade(person('M'), [
      training('tot', 'M', 'ab'),
      training('back', 'a', 'Mbx'),
      training('again', 'x', 'aM'),
    ]);
    expect(generations.map((generation) => generation.people)).toEqual([people('ab'), people('x'), []]);
    expect(generations.map(({ participations }) => participations)).toEqual([2, 3, 2]);
    expect(origins.has(person('M'))).toBe(false);
  });

  test('names the lead where several of one generation taught', () => {
    const { origins } = computeCascade(person('M'), [training('tot', 'M', 'ab'), training('e', 'ba', 'x')]);
    expect(origins.get(person('x'))?.trainer).toBe(person('b'));
  });

  test('of someone who taught nobody is empty', () => {
    expect(computeCascade(person('x'), [training('tot', 'M', 'x')]).generations).toEqual([]);
  });
});

/** The distance of everyone from the root, by going round as long as anything gets nearer. */
function measurePlainly(root: PersonId, trainings: readonly Training[]) {
  const distance = new Map<PersonId, number>([[root, 0]]);
  for (let isNearer = true; isNearer;) {
    isNearer = false;
    for (const { trainers, learners } of trainings) {
      const from = Math.min(...trainers.map((each) => distance.get(each) ?? Infinity));
      for (const learner of learners) {
        if (from + 1 >= (distance.get(learner) ?? Infinity)) continue;
        distance.set(learner, from + 1);
        isNearer = true;
      }
    }
  }
  const editionsOf = (generation: number) =>
    trainings.filter(
      ({ trainers }) =>
        Math.min(...trainers.map((each) => distance.get(each) ?? Infinity)) === generation - 1,
    );
  return { distance, editionsOf };
}

test('every generation is what the plain distance from the root says', () => {
  const letters = fc.constantFrom(...people('abcdefghijkl'));
  const group = (least: number, most: number) =>
    fc.uniqueArray(letters, { minLength: least, maxLength: most, size: 'max' });
  const trainings = fc
    .array(fc.tuple(group(1, 2), group(0, 4), fc.integer({ min: 1, max: 40 })), {
      minLength: 3,
      maxLength: 9,
      size: 'max',
    })
    .map((list) =>
      list.map(([trainers, learners, hours], index) => ({
        editionId: `e${index}`,
        hours,
        trainers,
        learners,
      })),
    );
  let deepest = 0;
  fc.assert(
    fc.property(trainings, (list) => {
      const root = person('a');
      const { generations, origins } = computeCascade(root, list);
      const { distance, editionsOf } = measurePlainly(root, list);
      for (const [index, { people: reached, editions, participations, hours }] of generations.entries()) {
        const taught = editionsOf(index + 1);
        expect(editions).toEqual(taught.map(({ editionId }) => editionId));
        expect(participations).toBe(taught.flatMap(({ learners }) => learners).length);
        expect(hours).toBe(taught.reduce((sum, training_) => sum + training_.hours, 0));
        expect(reached.toSorted()).toEqual(
          [...distance]
            .filter(([, far]) => far === index + 1)
            .map(([id]) => id)
            .toSorted(),
        );
      }
      expect(origins.size).toBe(distance.size - 1);
      for (const [id, { trainer, edition, generation }] of origins) {
        expect(distance.get(id)).toBe(generation);
        expect(distance.get(trainer)).toBe(generation - 1);
        const from = list.find(({ editionId }) => editionId === edition);
        expect(from?.trainers).toContain(trainer);
        expect(from?.learners).toContain(id);
      }
      deepest = Math.max(deepest, generations.length);
    }),
    { seed: 20_261_125, numRuns: 2000 },
  );
  expect(deepest).toBeGreaterThanOrEqual(4);
});
