import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  collapseBlanks,
  compareSpanish,
  foldText,
  isBlankMark,
  saysNone,
  spanishSortKey,
} from '../../domain/text.ts';

test('comparing forgets case, accents, tildes and outer blanks', () => {
  expect(foldText('  ÑUÑEZ   Ibáñez\u00A0Güell ')).toBe('nunez ibanez guell');
  expect(foldText('Pen\u0303a')).toBe(foldText('Peña'));
});

test('blanks of every kind are made one, and accents composed', () => {
  expect(collapseBlanks('\u00A0 Ana\t\n Luz\u200B ')).toBe('Ana Luz');
  expect(collapseBlanks('Jose\u0301')).toBe('José');
});

test('Ñ comes after N and before O, accents do not matter first', () => {
  const names = ['Ozuna', 'Ñuflo', 'Nuñez', 'Nunes', 'Álvarez', 'Alvarado', 'Nz'];
  const sorted = ['Alvarado', 'Álvarez', 'Nunes', 'Nuñez', 'Nz', 'Ñuflo', 'Ozuna'];
  expect(names.toSorted(compareSpanish)).toEqual(sorted);
  expect(names.toSorted((a, b) => (spanishSortKey(a) < spanishSortKey(b) ? -1 : 1))).toEqual(sorted);
});

test('the sort key orders words as the Spanish collation does', () => {
  let compared = 0;
  const word = fc.string({ unit: fc.constantFrom(...'abcnñoz'), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(word, word, (a, b) => {
      compared += Number(a !== b);
      const [keyA, keyB] = [spanishSortKey(a), spanishSortKey(b)];
      expect(Math.sign(compareSpanish(a, b))).toBe(keyA < keyB ? -1 : Number(keyA > keyB));
    }),
    { seed: 7, numRuns: 500 },
  );
  expect(compared).toBeGreaterThan(400);
});

test.each(['', '-', '—', '...', '____', ' / ', '*'])('%j is a mark for nothing', (text) => {
  expect(isBlankMark(text)).toBe(true);
});

test.each([
  'no tiene',
  'No tiene.',
  'S/N',
  's/n',
  'ninguno',
  'Ninguna',
  'sin correo',
  'N/A',
  'xxx',
  'no corresponde',
])('%j says that there is none', (text) => {
  expect(saysNone(text)).toBe(true);
});

test.each(['Noemí', 'Sindicato Agrario', 'Nadal', 'Norte', 'Panadería'])('%j says something', (text) => {
  expect(saysNone(text)).toBe(false);
});
