import { describe, expect, test } from 'vitest';
import type { EnrolmentId } from '../../domain/ids.ts';
import {
  compareResultsDigests,
  type FinalResult,
  leaveOutOfDigest,
  readResultsDigest,
  writeResultsDigest,
} from '../../domain/results-digest.ts';

const id = (letter: string) => letter.repeat(22) as EnrolmentId;
const approved: FinalResult = { kind: 'approved', hasParticipated: true, grade: 90 };
const failed: FinalResult = { kind: 'failed', hasParticipated: false, grade: null };

describe('the digest of results', () => {
  test('is the same whatever the order, and reads back as it was written', () => {
    const results = new Map([
      [id('b'), failed],
      [id('a'), approved],
    ]);
    const digest = writeResultsDigest(results);
    expect(digest).toBe(`${id('a')}A+90 ${id('b')}F`);
    expect(writeResultsDigest(new Map([...results].toReversed()))).toBe(digest);
    expect(readResultsDigest(digest)).toEqual(results);
  });

  test('leaves out who only waits, and says nothing of nobody', () => {
    const waits: FinalResult = { kind: 'pending', hasParticipated: false, grade: null };
    expect(writeResultsDigest(new Map([[id('a'), waits]]))).toBe('');
    expect(readResultsDigest('')).toEqual(new Map());
  });

  test('tells whose result is another, who is new and who is gone', () => {
    const before = writeResultsDigest(
      new Map([
        [id('a'), approved],
        [id('b'), failed],
        [id('c'), failed],
      ]),
    );
    const after = writeResultsDigest(
      new Map([
        [id('a'), approved],
        [id('b'), approved],
        [id('d'), failed],
      ]),
    );
    expect(compareResultsDigests(before, after)).toEqual([
      { enrolmentId: id('b'), before: failed, after: approved },
      { enrolmentId: id('c'), before: failed, after: null },
      { enrolmentId: id('d'), before: null, after: failed },
    ]);
    expect(compareResultsDigests(before, leaveOutOfDigest(before, [id('c')]))).toHaveLength(1);
  });
});
