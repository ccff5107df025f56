import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Folio, formatFolio, parseFolio } from '../../domain/folio.ts';

describe('a folio', () => {
  test.each([
    [{ series: 'A', year: 2026, number: 1 }, 'A-2026-0001'],
    [{ series: 'A', year: 2026, number: 9999 }, 'A-2026-9999'],
    [{ series: 'AB', year: 2027, number: 12_345 }, 'AB-2027-12345'],
  ])('%j is written %s', (folio, text) => {
    expect(formatFolio(folio)).toBe(text);
    expect(parseFolio(text)).toEqual(folio);
  });

  test.each([' a-2026-42 ', 'A-2026-0042\n', 'A-2026-000042'])('typed as %j is A-2026-0042', (text) => {
    expect(parseFolio(text)).toEqual({ series: 'A', year: 2026, number: 42 });
  });

  test.each([
    '',
    'A-2026',
    'A-2026-0',
    'A-26-0042',
    '1-2026-0042',
    'ABCD-2026-1',
    'A-2026-42x',
    'A 2026 42',
    'CC1:XYZ',
  ])('is not what %j says', (text) => {
    expect(parseFolio(text)).toBeNull();
  });

  test('is read as it was written, and two folios are never written alike', () => {
    const folios: fc.Arbitrary<Folio> = fc.record({
      series: fc.string({ unit: fc.constantFrom('A', 'B', 'Z'), minLength: 1, maxLength: 3 }),
      year: fc.integer({ min: 2020, max: 2030 }),
      number: fc.integer({ min: 1, max: 20_000 }),
    });
    const textByFolio = new Map<string, string>();
    fc.assert(
      fc.property(folios, (folio) => {
        const text = formatFolio(folio);
        expect(parseFolio(text)).toEqual(folio);
        textByFolio.set(JSON.stringify([folio.series, folio.year, folio.number]), text);
      }),
      { seed: 20_260_309, numRuns: 2000 },
    );
    expect(textByFolio.size).toBeGreaterThan(1500);
    expect(new Set(textByFolio.values()).size).toBe(textByFolio.size);
  });
});
