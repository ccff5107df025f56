import { distance } from 'fastest-levenshtein';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPeopleIndex } from '../../domain/people-index.ts';
import { toComparedPerson } from '../../domain/person-likeness.ts';
import { createDice } from '../../service/demo/dice.ts';
import { distort, distortions } from '../support/distortions.ts';
import { findPairs, measureFinding } from '../support/finding.ts';
import { inventRegister } from '../support/invented-register.ts';

test('of 2,000 people with 100 who stand there twice, nearly all are found and hardly anybody else', () => {
  const register = inventRegister(4, 2000, 100);
  const { recall, precision, recallOf } = measureFinding(register, findPairs(register.people).pairs);
  expect(recall).toBeGreaterThanOrEqual(0.95);
  expect(precision).toBeGreaterThanOrEqual(0.9);
  expect(Object.keys(recallOf)).toEqual([...distortions]);
  for (const found of Object.values(recallOf)) expect(found).toBeGreaterThanOrEqual(0.85);
});

test('who is compared with whom makes no difference, and nobody is told of the same twice', () => {
  const { people } = inventRegister(6, 60, 20);
  const counts = { like: 0, pairs: 0 };
  const place = fc.nat(people.length - 1);
  fc.assert(
    fc.property(place, place, fc.nat(1000), (one, other, seed) => {
      const [a, person] = [people[one], people[other]];
      const distortion = distortions[seed % distortions.length];
      if (a === undefined || person === undefined || distortion === undefined) return;
      const b = seed % 2 === 0 ? person : distort(createDice(seed), person, distortion);
      const find = (known: typeof a, asked: typeof a) => {
        const index = createPeopleIndex<string>(distance);
        index.put('known', toComparedPerson(known));
        index.put('asked', toComparedPerson(asked));
        return index.findLike(toComparedPerson(asked), (key) => key === 'known');
      };
      expect(find(a, b)).toEqual(find(b, a));
      expect(find(a, b).length).toBeLessThan(2);
      counts.pairs += 1;
      counts.like += find(a, b).length;
    }),
    { seed: 3, numRuns: 1500 },
  );
  expect(counts.pairs).toBeGreaterThan(1000);
  expect(counts.like).toBeGreaterThan(15);
});

test('a register that grows one by one is told of the same pairs as one that was there at once', () => {
  const { people } = inventRegister(8, 400, 40);
  const index = createPeopleIndex<number>(distance);
  const pairs = new Map<string, string>();
  const forget = (key: number) => {
    for (const pair of pairs.keys()) if (pair.split(' ').includes(String(key))) pairs.delete(pair);
  };
  for (const [key, person] of people.entries()) {
    index.put(key, toComparedPerson(person));
    for (const unsettled of index.takeUnsettled()) {
      forget(unsettled);
      const known = index.find(unsettled);
      if (known === undefined) throw new Error('whoever is unsettled is there');
      for (const { key: other, ...likeness } of index.findLike(known, (each) => each !== unsettled)) {
        pairs.set([unsettled, other].toSorted((a, b) => a - b).join(' '), JSON.stringify(likeness));
      }
    }
  }
  const atOnce = [...findPairs(people).pairs].map(([pair, likeness]) => [pair, JSON.stringify(likeness)]);
  expect(atOnce.length).toBeGreaterThan(35);
  expect([...pairs].toSorted()).toEqual(atOnce.toSorted());
});
