import { describe, expect, test } from 'vitest';
import {
  createRecoveryCode,
  groupRecoveryCode,
  isWholeRecoveryCode,
  readRecoveryCode,
} from '../../domain/recovery-code.ts';

describe('the recovery code', () => {
  test('is six groups of five characters that nobody takes for one another, of at least 120 bits', () => {
    const bounds: number[] = [];
    let next = 0;
    const code = createRecoveryCode((bound) => {
      bounds.push(bound);
      next += 1;
      return (next - 1) % bound;
    });
    expect(code).toBe('23456-789AB-CDEFG-HJKMN-PQRST-UVWXY');
    expect(bounds.reduce((bits, bound) => bits + Math.log2(bound), 0)).toBeGreaterThan(120);
    expect(createRecoveryCode((bound) => bound - 1)).toBe('ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ');
  });

  test('is the same however it is typed', () => {
    const typed = '  abcde 23456–fghjk.mnpqr  STUVW xyz22 ';
    expect(groupRecoveryCode(readRecoveryCode(typed))).toBe('ABCDE-23456-FGHJK-MNPQR-STUVW-XYZ22');
    expect(isWholeRecoveryCode(typed)).toBe(true);
    expect(isWholeRecoveryCode('abcde 23456')).toBe(false);
  });
});
