import { z } from 'zod';
import { foldText } from './text.ts';

/** A language by its code of ISO 639-1, or of 639-3 where there is none: 'qu', 'yuz'. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}$/);
export type Language = z.infer<typeof languageSchema>;
/** The languages someone speaks, none twice, in the order of their codes. */
export const languagesSchema = z
  .array(languageSchema)
  .max(12, { error: 'tooMany' })
  .transform((languages) => sortLanguages(languages));

/**
 * Those that are offered to choose from: Spanish and the languages of Bolivia's Constitution (article 5) spoken in and
 * around the department, Bolivian sign language, and those of partners. A code beyond them is kept and shown as it is.
 */
export const offeredLanguages = ['es', 'qu', 'ay', 'gn', 'yuz', 'cas', 'trn', 'bvl', 'en', 'pt'] as const;

/** As lists from offices name them, without accents. */
const wordsByLanguage: Readonly<Record<(typeof offeredLanguages)[number], RegExp>> = {
  es: /\b(es|castellano|espanol)\b/,
  qu: /\b(qu|quechua|qhichwa|runasimi)\b/,
  ay: /\b(ay|aymara|aimara)\b/,
  gn: /\b(gn|guarani)\b/,
  yuz: /\byuracare\b/,
  cas: /\b(tsimane|chimane)\b/,
  trn: /\b(trinitario|mojeno)\b/,
  bvl: /\b(senas|lsb)\b/,
  en: /\b(en|ingles)\b/,
  pt: /\b(pt|portugues)\b/,
};

function sortLanguages(languages: readonly Language[]): Language[] {
  return [...new Set(languages)].toSorted();
}

/** The languages that a text names ('Quechua y castellano'); none where it names none that is known. */
export function parseLanguages(text: string): Language[] {
  const folded = foldText(text);
  return sortLanguages(offeredLanguages.filter((language) => wordsByLanguage[language].test(folded)));
}

/** How languages are stored: their codes with blanks between them; null where none is known. */
export function joinLanguages(languages: readonly Language[]): string | null {
  return languages.length === 0 ? null : sortLanguages(languages).join(' ');
}

/** The languages of a stored text. */
export function splitLanguages(stored: string | null): Language[] {
  return stored === null ? [] : stored.split(' ');
}
