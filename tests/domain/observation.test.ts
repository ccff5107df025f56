import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  computeObservationScore,
  findObservationScore,
  markScale,
  observationDraftSchema,
  presetCriteria,
} from '../../domain/observation.ts';

const marks = (...given: readonly (1 | 2 | 3 | 4 | null)[]) => given.map((mark) => ({ mark, weight: 1 }));

describe('the score of an observation', () => {
  test.each([
    ['everything very well', marks(4, 4, 4), 100],
    ['everything to be improved', marks(1, 1), 25],
    ['three of four', marks(3, 3, 3), 75],
    ['what does not apply is left out', marks(4, null, 2, null), 75],
    ['one criterion alone', marks(null, 2), 50],
    ['nothing applied', marks(null, null), null],
    ['no criterion at all', [], null],
    [
      'one counts twice',
      [
        { mark: 4 as const, weight: 2 },
        { mark: 1 as const, weight: 1 },
      ],
      75,
    ],
    ['to a tenth', marks(3, 3, 2), 66.7],
  ])('%s', (_, given, score) => {
    expect(computeObservationScore(given)).toBe(score);
  });

  test('is what the marks make even where a figure was written beside them, and the figure where there are none', () => {
    expect(findObservationScore(marks(4, 4), 10)).toBe(100);
    expect(findObservationScore([], 62.5)).toBe(62.5);
    expect(findObservationScore([], null)).toBeNull();
  });

  test('is the same as adding each criterion as often as it weighs', () => {
    const mark = fc.record({
      mark: fc.option(fc.constantFrom(...markScale)),
      weight: fc.integer({ min: 1, max: 5 }),
    });
    let scored = 0;
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 20 }), (given) => {
        const ticks = given.flatMap(({ mark: seen, weight }) => Array.from({ length: weight }, () => seen));
        const applied = ticks.filter((tick) => tick !== null);
        const score = computeObservationScore(given);
        if (applied.length === 0) {
          expect(score).toBeNull();
          return;
        }
        scored += 1;
        const mean = applied.reduce<number>((sum, tick) => sum + tick, 0) / applied.length;
        expect(score).toBeCloseTo(mean * 25, 0);
        expect(score).toBeGreaterThanOrEqual(25);
        expect(score).toBeLessThanOrEqual(100);
      }),
      { seed: 20260303, numRuns: 500 },
    );
    expect(scored).toBeGreaterThan(400);
  });
});

describe('an observation that is written down', () => {
  const draft = {
    personId: '0'.repeat(22),
    courseId: '0'.repeat(22),
    editionId: null,
    observedOn: '2026-03-02',
    observer: 'Rosa',
    remarks: null,
  };
  const criterion = { text: 'Cuidó el tiempo', weight: 1 };
  test.each([
    ['a score alone', { marks: [], score: 70 }, true],
    ['marks', { marks: [{ ...criterion, mark: 3 }], score: null }, true],
    ['neither', { marks: [], score: null }, false],
    ['only what does not apply', { marks: [{ ...criterion, mark: null }], score: 70 }, false],
    ['a mark that there is not', { marks: [{ ...criterion, mark: 5 }], score: null }, false],
  ])('%s', (_, seen, isValid) => {
    expect(observationDraftSchema.safeParse({ ...draft, ...seen }).success).toBe(isValid);
  });
});

test('what is preset fits one page and has the same ids on every PC', () => {
  expect(presetCriteria).toHaveLength(10);
  expect(new Set(presetCriteria.map(({ id }) => id)).size).toBe(10);
  expect(presetCriteria[0]?.id).toBe('observationPreset00001');
});
