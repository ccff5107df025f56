import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeFinalGrade, defaultAssessments } from '../../domain/grade.ts';
import type { AssessmentId } from '../../domain/ids.ts';

/** Pairs of weight and score; null is a missing score. */
function gradeOf(pairs: readonly (readonly [weight: number, score: number | null])[]): number | null {
  const assessments = pairs.map(([weight], index) => ({ id: `assessment-${index}` as AssessmentId, weight }));
  const scores = new Map<AssessmentId, number>();
  for (const [index, [, score]] of pairs.entries()) {
    if (score !== null) scores.set(`assessment-${index}` as AssessmentId, score);
  }
  return computeFinalGrade(assessments, scores);
}

describe('the final grade', () => {
  test.each([
    [
      'is the mean of the scores by weight',
      [
        [50, 60],
        [50, 80],
      ],
      70,
    ],
    [
      'weighs as the weights say',
      [
        [30, 100],
        [70, 50],
      ],
      65,
    ],
    [
      'takes weights that do not add up to 100',
      [
        [1, 60],
        [3, 80],
      ],
      75,
    ],
    [
      'rounds half up',
      [
        [50, 50],
        [50, 51],
      ],
      51,
    ],
    [
      'rounds down below a half',
      [
        [60, 50],
        [40, 51],
      ],
      50,
    ],
    [
      'leaves out what has no weight',
      [
        [0, 5],
        [100, 90],
      ],
      90,
    ],
    [
      'does not miss a score without weight',
      [
        [0, null],
        [100, 90],
      ],
      90,
    ],
    [
      'is missing while a weighted score is',
      [
        [50, 90],
        [50, null],
      ],
      null,
    ],
    ['is missing where nothing has a weight', [[0, 90]], null],
    ['is missing where there are no assessments', [], null],
    ['may be 0', [[100, 0]], 0],
    [
      'rounds an exact half up, whatever the weights',
      [
        [33.3, 50.5],
        [33.3, 50.5],
        [33.4, 50.5],
      ],
      51,
    ],
  ] satisfies [string, [number, number | null][], number | null][])('%s', (_, pairs, grade) => {
    expect(gradeOf(pairs)).toBe(grade);
  });

  test('of the default assessments is that of practice and final test', () => {
    expect(gradeOf(defaultAssessments.map(({ weight }, index) => [weight, [10, 60, 81][index] ?? 0]))).toBe(
      71,
    );
  });
});

const scores = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);
const weights = fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10);

describe('whatever the scores', () => {
  test('the grade lies between the worst and the best weighted score, rounded', () => {
    let graded = 0;
    const pairs = fc.array(fc.tuple(weights, scores), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(pairs, (given) => {
        const weighted = given.filter(([weight]) => weight > 0).map(([, score]) => score);
        const grade = gradeOf(given);
        expect(grade === null).toBe(weighted.length === 0);
        if (grade === null) return;
        graded += 1;
        expect(grade).toBeGreaterThanOrEqual(Math.round(Math.min(...weighted)));
        expect(grade).toBeLessThanOrEqual(Math.round(Math.max(...weighted)));
      }),
      { seed: 20_260_307, numRuns: 2000 },
    );
    expect(graded).toBeGreaterThan(1500);
  });

  test('equal scores give that score, rounded half up', () => {
    fc.assert(
      fc.property(scores, fc.array(weights, { minLength: 2, maxLength: 6 }), (score, given) => {
        fc.pre(given.some((weight) => weight > 0));
        expect(gradeOf(given.map((weight) => [weight, score]))).toBe(Math.round(score));
      }),
      { seed: 20_260_308, numRuns: 3000 },
    );
  });
});
