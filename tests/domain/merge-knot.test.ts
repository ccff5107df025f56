import { describe, expect, test } from 'vitest';
import type { PersonId } from '../../domain/ids.ts';
import { findMergeKnots, type Merged } from '../../domain/merge-knot.ts';

/** 'a>b' is merged into b; 'a' is there; 'a!' was deleted. */
function people(...texts: string[]): Merged<PersonId>[] {
  return texts.map((text) => {
    const [id = '', into = null] = text.replace('!', '').split('>');
    return {
      id: id as PersonId,
      mergedInto: into as PersonId | null,
      isDeleted: into !== null || text.endsWith('!'),
    };
  });
}

describe('mergings that lead to nobody', () => {
  test.each<[string, Merged<PersonId>[], string[][]]>([
    ['none where everyone became someone who is there', people('a>b', 'b>c', 'c'), []],
    ['two merged into each other', people('a>b', 'b>a'), [['a', 'b']]],
    ['a circle with someone merged into it', people('c>a', 'b>c', 'a>b', 'd>a'), [['a', 'b', 'c', 'd']]],
    ['someone merged into a deleted one', people('a>b', 'b!'), [['a', 'b']]],
    [
      'each knot for itself',
      people('a>b', 'b>a', 'c>d', 'd!', 'e>f', 'f'),
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
  ])('%s', (_, given, knots) => {
    expect(findMergeKnots(given)).toEqual(knots);
    expect(findMergeKnots(given.toReversed()).toSorted()).toEqual(knots);
  });
});
