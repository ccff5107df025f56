import { describe, expect, it } from 'vitest';
import { median, timeIt } from '../bench/measure.ts';

describe('the median', () => {
  it.each([
    [[7], 7],
    [[9, 1, 5], 5],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });

  it('of no values is refused', () => {
    expect(() => median([])).toThrow('no values');
  });
});

it('a timed work runs once more than counted', async () => {
  let runs = 0;
  await timeIt(3, () => {
    runs += 1;
  });
  expect(runs).toBe(4);
});
