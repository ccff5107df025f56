import { foldText } from './text.ts';

/** What is written in several ways and sounds like one, in the order in which it is replaced; letters only, folded. */
const rules: readonly [RegExp, string][] = [
  [/ph/g, 'f'],
  [/sh/g, 's'],
  // Huanca, Guanca, Wanka; but not the mute u of Guevara.
  [/(?:h|g|^)u(?=[aeo])(?<!gu(?=e))/g, 'w'],
  [/hu(?=i)/g, 'w'],
  [/ch/g, 'C'],
  [/h/g, ''],
  // Quispe, Kispe; Choque, Choqe; Kjunu, Qhapaq: the Quechua and Aymara stops are written as people hear them.
  [/q(?:u(?=[ei]))?/g, 'k'],
  [/c(?=[ei])/g, 's'],
  [/c/g, 'k'],
  [/kj/g, 'k'],
  [/gu(?=[ei])/g, 'G'],
  [/g(?=[ei])/g, 'j'],
  [/G/g, 'g'],
  [/x(?=[aeiou])/g, 'j'],
  [/[xzç]/g, 's'],
  [/v/g, 'b'],
  [/ll/g, 'y'],
  [/(?:^|(?<=[aeou]))i(?=[aeou])/g, 'y'],
  [/y(?![aeiou])/g, 'i'],
  // Núñez, Nuñiez; Peña, Penia.
  [/n[iy](?=[aeou])/g, 'n'],
  [/m(?=[pb]|$)/g, 'n'],
  // Quechua and Aymara tell neither e from i nor o from u, and so are they written.
  [/e/g, 'i'],
  [/o/g, 'u'],
  [/s+$/, 's'],
  [/(.)\1+/g, '$1'],
];

/**
 * How a word of a Bolivian name sounds, so that those that are written in several ways are one: b and v, c, s and z,
 * ll and y, g and j, qu, c and k, hu, gu and w, mute h, ñ and ni, e and i, o and u. Not a transcription, only a key.
 * Why an own one: docs/decisions.
 */
export function soundOf(word: string): string {
  let sound = foldText(word).replace(/[^a-z]/g, '');
  for (const [written, heard] of rules) sound = sound.replace(written, heard);
  return sound;
}
