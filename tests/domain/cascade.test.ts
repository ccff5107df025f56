import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeCascade, findRoots, type Training } from '../../domain/cascade.ts';
import type { PersonId } from '../../domain/ids.ts';
import { people, person, someTrainings } from './some-trainings.ts';

const training = (editionId: string, trainers: string, learners: string, hours = 10): Training => ({
  editionId,
  hours,
  trainers: people(trainers),
  learners: people(learners),
});

describe('the cascade below a trainer', () => {
  test('has a generation for those they trained, and one for those whom these trained', () => {
    const { generations, origins } = computeCascade(
      [person('M')],
      [
        training('tot', 'M', 'ab', 40),
        training('a1', 'a', 'xy', 20),
        training('b1', 'b', 'yz', 16),
        training('other', 'n', 'q'),
      ],
    );
    expect(generations).toEqual([
      { people: people('ab'), editions: ['tot'], participations: 2, hours: 40 },
      { people: people('xyz'), editions: ['a1', 'b1'], participations: 4, hours: 36 },
    ]);
    expect(origins.get(person('y'))).toEqual({ trainer: person('a'), edition: 'a1', generation: 2 });
  });

  test('counts nobody twice and ends where it comes back to itself', () => {
    const { generations, origins } = computeCascade(
      [person('M')],
      [training('tot', 'M', 'ab'), training('back', 'a', 'Mbx'), training('again', 'x', 'aM')],
    );
    expect(generations.map((generation) => generation.people)).toEqual([people('ab'), people('x'), []]);
    expect(generations.map(({ participations }) => participations)).toEqual([2, 3, 2]);
    expect(origins.has(person('M'))).toBe(false);
  });

  test('names the lead where several of one generation taught', () => {
    const { origins } = computeCascade([person('M')], [training('tot', 'M', 'ab'), training('e', 'ba', 'x')]);
    expect(origins.get(person('x'))?.trainer).toBe(person('b'));
  });

  test('of someone who taught nobody is empty', () => {
    expect(computeCascade([person('x')], [training('tot', 'M', 'x')]).generations).toEqual([]);
  });
});

describe('the cascades of an office', () => {
  test('begin with whoever taught and was never taught by another', () => {
    expect(
      findRoots([
        training('tot', 'Mn', 'abn'),
        training('a1', 'a', 'xa'),
        training('other', 'o', 'q'),
        training('nobodys', '', 'r'),
      ]),
    ).toEqual(people('Mo'));
  });

  test('begin in a circle that nobody stands above with who taught first', () => {
    expect(findRoots([training('1', 'b', 'c'), training('2', 'c', 'b'), training('3', 'c', 'd')])).toEqual(
      people('b'),
    );
  });

  test('count everyone once below all roots', () => {
    const { generations, origins } = computeCascade(people('Mo'), [
      training('tot', 'M', 'ao'),
      training('a1', 'a', 'x'),
      training('o1', 'o', 'xM'),
    ]);
    expect(generations.map((generation) => generation.people)).toEqual([people('ax'), []]);
    expect(origins.get(person('x'))).toEqual({ trainer: person('o'), edition: 'o1', generation: 1 });
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
  let deepest = 0;
  fc.assert(
    fc.property(someTrainings, (list) => {
      const root = person('a');
      const { generations, origins } = computeCascade([root], list);
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

test('the roots of an office are the fewest from whom all that was taught can be reached', () => {
  let circles = 0;
  fc.assert(
    fc.property(someTrainings, (list) => {
      const roots = findRoots(list);
      const reachedFrom = (from: readonly PersonId[]) =>
        new Set(from.flatMap((root) => [...measurePlainly(root, list).distance.keys()]));
      const trainers = list.flatMap((each) => each.trainers);
      const reachAll = (from: readonly PersonId[]) => trainers.every((each) => reachedFrom(from).has(each));
      expect(reachAll(roots)).toBe(true);
      for (const root of roots) expect(reachAll(roots.filter((other) => other !== root))).toBe(false);
      const isTaught = (root: PersonId) =>
        list.some((each) => each.learners.includes(root) && each.trainers.some((one) => one !== root));
      if (roots.some(isTaught)) circles += 1;
    }),
    { seed: 20_261_126, numRuns: 1000 },
  );
  expect(circles).toBeGreaterThan(50);
});
