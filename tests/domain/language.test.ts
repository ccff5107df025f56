import { describe, expect, test } from 'vitest';
import { joinLanguages, languagesSchema, parseLanguages, splitLanguages } from '../../domain/language.ts';

describe('the languages a list names', () => {
  test.each([
    ['Quechua y castellano', ['es', 'qu']],
    ['QUECHUA/ESPAÑOL', ['es', 'qu']],
    ['aimara', ['ay']],
    ['Guaraní, inglés', ['en', 'gn']],
    ['lengua de señas', ['bvl']],
    ['swahili', []],
    ['', []],
  ])('%s', (text, languages) => {
    expect(parseLanguages(text)).toEqual(languages);
  });
});

test('languages are kept once each, in one order, and none as nothing', () => {
  expect(languagesSchema.parse(['qu', 'es', 'qu'])).toEqual(['es', 'qu']);
  expect(joinLanguages(['qu', 'es'])).toBe('es qu');
  expect(splitLanguages('es qu')).toEqual(['es', 'qu']);
  expect(joinLanguages([])).toBeNull();
  expect(splitLanguages(null)).toEqual([]);
});

test('a code is of two or three letters', () => {
  expect(languagesSchema.safeParse(['quechua']).success).toBe(false);
});
