import { expect, test } from 'vitest';
import { parseSex, writesMForWoman } from '../../domain/sex.ts';

test.each(['F', 'f', 'Fem.', 'Femenino', 'FEMENINA', 'mujer', 'Female'])('%j is a woman', (text) => {
  expect(parseSex(text)).toBe('F');
});

test.each(['M', 'Masc.', 'Masculino', 'varón', 'VARON', 'hombre', 'H', 'V', 'male'])(
  '%j is a man',
  (text) => {
    expect(parseSex(text)).toBe('M');
  },
);

test.each(['', '-', 'X', '1', 'sí'])('%j says nothing', (text) => {
  expect(parseSex(text)).toBeNull();
});

test('a list that writes H or V for men writes M for mujer', () => {
  expect(writesMForWoman(['H', 'M', 'M'])).toBe(true);
  expect(writesMForWoman(['v', 'm'])).toBe(true);
  expect(writesMForWoman(['F', 'M', 'H'])).toBe(false);
  expect(writesMForWoman(['F', 'M'])).toBe(false);
  expect(parseSex('M', true)).toBe('F');
  expect(parseSex('Masculino', true)).toBe('M');
});
