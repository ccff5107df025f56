import { describe, expect, test } from 'vitest';
import { delayAfter, secondsToWait } from '../../domain/sign-in-delay.ts';

describe('the delay after wrong passwords', () => {
  test.each([
    [0, 0],
    [2, 0],
    [3, 5],
    [4, 10],
    [5, 20],
    [8, 160],
    [9, 300],
    [2000, 300],
  ])('after %i wrong ones in a row the next waits %i seconds', (count, seconds) => {
    expect(delayAfter(count)).toBe(seconds);
  });

  test.each([
    ['at once', 0, 10],
    ['half a second later', 500, 10],
    ['a second later', 1000, 9],
    ['just before it ends', 9999, 1],
    ['when it ends', 10_000, 0],
    ['long after', 1_000_000, 0],
    ['with a clock set back a year', -31_536_000_000, 10],
  ])('is counted in whole seconds: %s', (_, passed, seconds) => {
    const lastAt = Date.parse('2026-03-02T12:00:00Z');
    expect(secondsToWait({ count: 4, lastAt }, lastAt + passed)).toBe(seconds);
  });
});
