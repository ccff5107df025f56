import { describe, expect, test } from 'vitest';
import { findIdleStage } from '../../../renderer/lib/idle.ts';

describe('an idle window', () => {
  test.each([
    [0, { stage: 'active' }],
    [9 * 60 + 29, { stage: 'active' }],
    [9 * 60 + 30, { stage: 'warn', seconds: 30 }],
    [9 * 60 + 59.5, { stage: 'warn', seconds: 1 }],
    [10 * 60, { stage: 'lock' }],
    [100 * 60, { stage: 'lock' }],
  ])('after %d seconds, where it locks after ten minutes', (seconds, stage) => {
    expect(findIdleStage(seconds * 1000, 10)).toEqual(stage);
  });
});
