import type { NameWord } from './compared-name.ts';
import type { ComparedPerson } from './person-likeness.ts';

/** How many sounds of a given name go with a surname: misspelt ones mostly begin alike. */
const givenSounds = 4;

/** Under what someone is kept in an index: a block holds all who share one thing. */
export function blocksOf(person: ComparedPerson): string[] {
  const shelf = isFullyKnown(person) ? 'known' : 'open';
  return [...factBlocksOf(person), ...nameBlocksOf(person).map((block) => `${shelf} ${block}`)];
}

/**
 * The blocks in which whoever may be the same human is looked for. Two people of whom card and birth date are known
 * are compared where they share card, birth date or phone; if all of these differ, no name makes them one.
 */
export function blocksToAsk(person: ComparedPerson): string[] {
  const shelves = isFullyKnown(person) ? ['open'] : ['open', 'known'];
  const names = nameBlocksOf(person);
  return [...factBlocksOf(person), ...shelves.flatMap((shelf) => names.map((block) => `${shelf} ${block}`))];
}

function isFullyKnown({ idNumber, birthDate }: ComparedPerson): boolean {
  return idNumber !== null && birthDate !== null;
}

function factBlocksOf({ idNumber, phone, birthDate }: ComparedPerson): string[] {
  const blocks: string[] = [];
  if (idNumber !== null) blocks.push(`card ${idNumber}`);
  if (phone !== null) blocks.push(`phone ${phone}`);
  if (birthDate !== null) blocks.push(`birthDate ${birthDate}`);
  return blocks;
}

/** A surname with how a given name begins; both surnames in any order; all words, wherever they stand. */
function nameBlocksOf({ name: { given, paternal, maternal, married } }: ComparedPerson): string[] {
  const blocks = new Set<string>();
  for (const surname of [...paternal, ...maternal, ...married]) {
    for (const word of given) blocks.add(`${surname.sound}, ${word.sound.slice(0, givenSounds)}`);
  }
  const born = [...paternal, ...maternal];
  if (born.length >= 2) blocks.add(sortedSounds(born));
  if (born.length + given.length >= 2) blocks.add(`all ${sortedSounds([...given, ...born])}`);
  return [...blocks];
}

/** The words of a name as they sound, each once. */
export function soundsOf({ name: { given, paternal, maternal, married } }: ComparedPerson): string[] {
  return [...new Set([...given, ...paternal, ...maternal, ...married].map(({ sound }) => sound))];
}

function sortedSounds(words: readonly NameWord[]): string {
  return words
    .map(({ sound }) => sound)
    .toSorted()
    .join(' ');
}
