import { type PersonName, splitSurnames } from './person-name.ts';
import { soundOf } from './spanish-sound.ts';
import { foldText } from './text.ts';

/** A word of a name for comparing: folded, and how it sounds. */
export interface NameWord {
  readonly text: string;
  readonly sound: string;
}

/** A name taken apart for comparing, without particles; every surname a list of its words. */
export interface ComparedName {
  readonly given: readonly NameWord[];
  readonly paternal: readonly NameWord[];
  readonly maternal: readonly NameWord[];
  readonly married: readonly NameWord[];
}

const particles = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'vda', 'viuda']);

/** As given names are shortened in lists; any other is taken for what it says. */
const longByShort: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ma: 'maria',
    fco: 'francisco',
    fca: 'francisca',
    fdo: 'fernando',
    gmo: 'guillermo',
    gpe: 'guadalupe',
    ant: 'antonio',
    conc: 'concepcion',
    edo: 'eduardo',
    fed: 'federico',
    alej: 'alejandro',
    rob: 'roberto',
    marg: 'margarita',
  }),
);

/** Takes a name apart; a married surname that stands among the others ('Quispe de Flores') is found. */
export function toComparedName(name: PersonName): ComparedName {
  const { paternalSurname, maternalSurname, marriedSurname } = standingApart(name);
  return {
    given: wordsOf(name.givenNames).map(spellOut),
    paternal: wordsOf(paternalSurname),
    maternal: wordsOf(maternalSurname),
    married: wordsOf(marriedSurname),
  };
}

const marriedInside = /(^|\s)(de|vda\.?|viuda)\s/i;

/** Surnames in the columns where they belong: lists put both into one, or the husband's into the mother's. */
function standingApart(name: PersonName): Omit<PersonName, 'givenNames'> {
  const { paternalSurname: paternal, maternalSurname: maternal, marriedSurname: married } = name;
  const isJoined = paternal !== null && maternal === null && paternal.includes(' ');
  const hidesMarried = marriedInside.test(paternal ?? '') || marriedInside.test(maternal ?? '');
  if (paternal === null || !(isJoined || hidesMarried)) return name;
  const apart = splitSurnames([paternal, maternal ?? ''].join(' '));
  return { ...apart, marriedSurname: married ?? apart.marriedSurname };
}

function wordsOf(text: string | null): NameWord[] {
  if (text === null) return [];
  return foldText(text)
    .replace(/['’`´]/g, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !particles.has(word))
    .map(toWord);
}

/** The same word is met thousands of times in a register. */
const wordByText = new Map<string, NameWord>();
const mostWords = 50_000;

function toWord(text: string): NameWord {
  const known = wordByText.get(text);
  if (known !== undefined) return known;
  const word = { text, sound: soundOf(text) };
  if (wordByText.size >= mostWords) wordByText.clear();
  wordByText.set(text, word);
  return word;
}

function spellOut(word: NameWord): NameWord {
  const long = longByShort.get(word.text);
  return long === undefined ? word : toWord(long);
}
