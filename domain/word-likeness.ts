import type { NameWord } from './compared-name.ts';

/** Number of letters to change, insert or remove to make one word of another. */
export type EditDistance = (a: string, b: string) => number;

/** How a word that two names share is written in them. */
export type Writing = 'same' | 'sound' | 'misspelt' | 'short';

export interface WordRules {
  readonly editDistance: EditDistance;
  /** How many bits it says that two people share a word of a name, by how it sounds: the rarer, the more. */
  readonly rarity: (sound: string) => number;
}

/** A misspelt word is one that hardly anybody bears; two that many bear are two names: Delia and Celia. */
const rareBits = 8;

/** How two words can be one, or null: written alike, sounding alike, an initial, or misspelt. */
export function writingOf(a: NameWord, b: NameWord, rules: WordRules): Writing | null {
  const written = isWordWritten(a, b);
  if (written !== null) return written;
  const shorter = Math.min(a.text.length, b.text.length);
  if (shorter <= 2) return shorter === 1 && a.text.charAt(0) === b.text.charAt(0) ? 'short' : null;
  if (shorter < 4 || Math.abs(a.text.length - b.text.length) > 2) return null;
  if (isOtherGender(a.text, b.text) || isOtherGender(a.sound, b.sound)) return null;
  if (!isMisspelt(a, b, shorter, rules.editDistance)) return null;
  const isOneRare = Math.max(rules.rarity(a.sound), rules.rarity(b.sound)) >= rareBits;
  return isOneRare ? 'misspelt' : null;
}

/** Whether two words are written alike or sound alike. */
export function isWordWritten(a: NameWord, b: NameWord): 'same' | 'sound' | null {
  if (a.text === b.text) return 'same';
  return a.sound === b.sound && a.sound.length > 1 && !isOtherGender(a.text, b.text) ? 'sound' : null;
}

/** One letter in words of four to six letters, two in longer ones, two neighbours exchanged, or one sound. */
function isMisspelt(a: NameWord, b: NameWord, shorter: number, editDistance: EditDistance): boolean {
  if (isOneSignOff(a.text, b.text)) return true;
  if (Math.min(a.sound.length, b.sound.length) >= 4 && isOneSignOff(a.sound, b.sound)) return true;
  return shorter >= 7 && editDistance(a.text, b.text) <= 2;
}

/** Juan and Juana, Mario and María are two names. */
function isOtherGender(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long === `${short}a`) return true;
  return a.length === b.length && a.slice(0, -1) === b.slice(0, -1) && /[aou]$/.test(a) && /[aou]$/.test(b);
}

/** Whether two texts are one but for a sign that is another, missing or too many, or two neighbours exchanged. */
export function isOneSignOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  if (a.length > b.length) return a.slice(at + 1) === b.slice(at);
  if (a.length < b.length) return a.slice(at) === b.slice(at + 1);
  return a.slice(at + 1) === b.slice(at + 1) || areSwappedAt(a, b, at);
}

/** 'Mamnai', 3286260. */
function areSwappedAt(a: string, b: string, at: number): boolean {
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
