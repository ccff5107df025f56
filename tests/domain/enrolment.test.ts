import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enrolmentStatusSchema, holdsSeat, pickFromWaitingList } from '../../domain/enrolment.ts';

describe('a seat', () => {
  test('is held by whoever is enrolled or has completed, by nobody else', () => {
    expect(enrolmentStatusSchema.options.filter(holdsSeat)).toEqual(['enrolled', 'completed']);
  });
});

describe('the waiting list', () => {
  test.each([
    [['Ana', 'Beto', 'Cira'], 0, []],
    [['Ana', 'Beto', 'Cira'], 2, ['Ana', 'Beto']],
    [['Ana', 'Beto'], 5, ['Ana', 'Beto']],
    [['Ana'], -3, []],
    [[], 3, []],
  ])('%j with %i free seats lets %j move up', (waiting, free, picked) => {
    expect(pickFromWaitingList(waiting, free)).toEqual(picked);
  });

  test('lets nobody jump the queue: those who move up stand before all who go on waiting', () => {
    const seen = { someWait: 0, allMove: 0 };
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { maxLength: 30 }),
        fc.integer({ min: -5, max: 40 }),
        (waiting, free) => {
          const picked = pickFromWaitingList(waiting, free);
          expect(picked.length).toBe(Math.min(waiting.length, Math.max(0, free)));
          expect([...picked, ...waiting.slice(picked.length)]).toEqual(waiting);
          seen[picked.length < waiting.length ? 'someWait' : 'allMove'] += 1;
        },
      ),
      { seed: 20_260_310, numRuns: 1000 },
    );
    expect(seen.someWait).toBeGreaterThan(100);
    expect(seen.allMove).toBeGreaterThan(100);
  });
});
