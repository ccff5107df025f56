import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarDateSchema, ageOn } from '../../domain/calendar-date.ts';
import { measureReach, type ReachFacts } from '../../domain/cascade-reach.ts';
import { computeCascade } from '../../domain/cascade.ts';
import { people, person, someTrainings, twelve } from './some-trainings.ts';

const day = (text: string) => calendarDateSchema.parse(text);
const today = day('2026-11-26');

test('shares are of those of whom it is known, and of nobody where nothing is', () => {
  const facts = new Map<ReturnType<typeof person>, ReachFacts>([
    [person('a'), { sex: 'F', birthDate: day('1997-11-26') }],
    [person('b'), { sex: 'M', birthDate: day('1997-11-27') }],
    [person('c'), { sex: null, birthDate: null }],
  ]);
  const trainings = [
    { editionId: 'tot', hours: 40, trainers: people('M'), learners: people('abc') },
    { editionId: 'c1', hours: 8, trainers: people('c'), learners: people('ad') },
  ];
  expect(measureReach(computeCascade(people('M'), trainings), facts, today)).toEqual([
    {
      generation: 1,
      people: 3,
      trainers: 1,
      editions: 1,
      participations: 3,
      hours: 40,
      womenShare: 0.5,
      // 29 today, and 28 until tomorrow.
      youthShare: 0.5,
    },
    {
      generation: 2,
      people: 1,
      trainers: 0,
      editions: 1,
      participations: 2,
      hours: 8,
      womenShare: null,
      youthShare: null,
    },
  ]);
});

test('the reach of every generation is what counting plainly finds', () => {
  const facts = fc.record({
    sex: fc.constantFrom('F' as const, 'M' as const, null),
    birthDate: fc.constantFrom(day('1990-01-01'), day('2000-05-05'), day('2012-01-01'), null),
  });
  const everyone = fc.array(facts, { minLength: twelve.length, maxLength: twelve.length });
  const seen = { women: 0, youth: 0, unknown: 0, twice: 0, deep: 0 };
  fc.assert(
    fc.property(someTrainings, everyone, (trainings, list) => {
      const factsById = new Map(
        twelve.map((id, index) => [id, list[index] ?? { sex: null, birthDate: null }]),
      );
      const reach = measureReach(computeCascade([person('a')], trainings), factsById, today);
      // Generation by generation: whoever the people of the last one taught and nobody counted before.
      const counted = new Set([person('a')]);
      const held = new Set<string>();
      let last = [person('a')];
      for (const found of reach) {
        const before = last;
        const editions = trainings.filter(
          ({ editionId, trainers }) => !held.has(editionId) && trainers.some((each) => before.includes(each)),
        );
        const seats = editions.flatMap(({ learners }) => learners);
        const reached = [...new Set(seats)].filter((id) => !counted.has(id));
        const ofThem = reached.flatMap((id) => factsById.get(id) ?? []);
        const births = ofThem.flatMap(({ birthDate }) => birthDate ?? []);
        const youth = births.filter((born) => ageOn(born, today) >= 16 && ageOn(born, today) <= 28);
        const sexes = ofThem.flatMap(({ sex }) => sex ?? []);
        const women = sexes.filter((sex) => sex === 'F');
        expect(found).toMatchObject({
          people: reached.length,
          editions: editions.length,
          participations: seats.length,
          hours: editions.reduce((sum, { hours }) => sum + hours, 0),
          womenShare: sexes.length === 0 ? null : women.length / sexes.length,
          youthShare: births.length === 0 ? null : youth.length / births.length,
        });
        seen.women += women.length;
        seen.youth += youth.length;
        seen.unknown += sexes.length < reached.length ? 1 : 0;
        seen.twice += seats.length > reached.length ? 1 : 0;
        seen.deep += found.generation >= 3 ? 1 : 0;
        editions.forEach(({ editionId }) => held.add(editionId));
        reached.forEach((id) => counted.add(id));
        last = reached;
      }
    }),
    { seed: 20_261_128, numRuns: 1000 },
  );
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(100);
});
