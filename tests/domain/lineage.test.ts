import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Training } from '../../domain/cascade.ts';
import { traceLineage } from '../../domain/lineage.ts';
import { people, person, someTrainings } from './some-trainings.ts';

const training = (editionId: string, trainers: string, learners: string): Training => ({
  editionId,
  hours: 8,
  trainers: people(trainers),
  learners: people(learners),
});
const write = (links: ReturnType<typeof traceLineage>) =>
  links.map(({ step, learner, trainer, edition }) => `${step} ${learner[0]}<${trainer[0]} ${edition}`);

describe('who trained somebody', () => {
  test('are all who taught their editions, and who taught these, up to whom nobody taught', () => {
    const links = traceLineage(person('x'), [
      training('tot', 'M', 'ab'),
      training('e1', 'ab', 'xy'),
      training('e2', 'b', 'x'),
      training('other', 'c', 'y'),
    ]);
    expect(write(links)).toEqual(['1 x<a e1', '1 x<b e1', '1 x<b e2', '2 a<M tot', '2 b<M tot']);
  });

  test('is nobody twice on the way up, also where it goes round in a circle', () => {
    const links = traceLineage(person('a'), [training('1', 'b', 'a'), training('2', 'a', 'b')]);
    expect(write(links)).toEqual(['1 a<b 1', '2 b<a 2']);
  });

  test('of whom nobody taught is nobody; nobody teaches themselves', () => {
    expect(traceLineage(person('M'), [training('tot', 'M', 'Ma')])).toEqual([]);
  });
});

test('what leads up to somebody is every lesson of everyone who is above them, as plainly counted', () => {
  let highest = 0;
  fc.assert(
    fc.property(someTrainings, (list) => {
      const lessons = list.flatMap(({ editionId, trainers, learners }) =>
        learners.flatMap((learner) =>
          trainers.flatMap((trainer) => (trainer === learner ? [] : [{ learner, trainer, editionId }])),
        ),
      );
      // How far everyone is above the person: as long as anything gets nearer.
      const height = new Map([[person('a'), 0]]);
      for (let round = 0; round < 12; round += 1) {
        for (const { learner, trainer } of lessons) {
          const above = (height.get(learner) ?? Infinity) + 1;
          if (above < (height.get(trainer) ?? Infinity)) height.set(trainer, above);
        }
      }
      const plainly = lessons
        .filter(({ learner }) => height.has(learner))
        .map(({ learner, trainer, editionId }) =>
          [(height.get(learner) ?? 0) + 1, learner, trainer, editionId].join(' '),
        );
      const links = traceLineage(person('a'), list);
      expect(
        links
          .map(({ step, learner, trainer, edition }) => [step, learner, trainer, edition].join(' '))
          .toSorted(),
      ).toEqual(plainly.toSorted());
      expect(links.map(({ step }) => step)).toEqual(links.map(({ step }) => step).toSorted((a, b) => a - b));
      highest = Math.max(highest, ...links.map(({ step }) => step));
    }),
    { seed: 20_261_127, numRuns: 1000 },
  );
  expect(highest).toBeGreaterThanOrEqual(4);
});
