import { z } from 'zod';
import { foldText } from './text.ts';

/** Sex as the identity card states it: F woman, M man. */
export const sexSchema = z.enum(['F', 'M']);
export type Sex = z.infer<typeof sexSchema>;

const womanWords = new Set(['f', 'fem', 'femenina', 'femenino', 'mujer', 'muj', 'female', 'woman', 'dama']);
const manWords = new Set([
  'm',
  'masc',
  'mas',
  'masculina',
  'masculino',
  'h',
  'hombre',
  'hom',
  'v',
  'varon',
  'var',
  'male',
  'man',
]);

/**
 * Reads F, M, femenino, masculino, mujer, varón, hombre and their usual short forms; null for anything else.
 * 'M' is masculino, unless `mIsWoman` says that the list writes H or V for men, where M is mujer.
 */
export function parseSex(text: string, mIsWoman = false): Sex | null {
  const word = foldText(text).replace(/[^a-z]/g, '');
  if (word === 'm' && mIsWoman) return 'F';
  if (womanWords.has(word)) return 'F';
  return manWords.has(word) ? 'M' : null;
}

/** Whether the values of a column write M for mujer: some say H or V, and none F. */
export function writesMForWoman(values: readonly string[]): boolean {
  const words = new Set(values.map((value) => foldText(value).replace(/[^a-z]/g, '')));
  return (words.has('h') || words.has('v')) && !words.has('f') && !words.has('fem');
}
