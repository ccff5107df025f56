import type { ComparedName, NameWord } from './compared-name.ts';
import { isWordWritten, type WordRules, type Writing, writingOf } from './word-likeness.ts';

/** What of two names speaks for or against one human. */
export type NameEvidence =
  | 'sameName'
  | 'sameSound'
  | 'misspeltName'
  | 'shortenedName'
  | 'swappedSurnames'
  | 'movedNames'
  | 'marriedName'
  | 'missingSurname'
  | 'missingGivenName'
  | 'otherGivenName'
  | 'otherSurname';

export interface NameLikeness {
  /** In bits: by how many doublings the names make it likelier that both are one human. */
  readonly bits: number;
  /** Whether a given name and a surname are shared, or every word of the shorter name. */
  readonly isAlike: boolean;
  readonly evidence: readonly NameEvidence[];
}

/** By which part of its rarity a shared word counts, by how it is written in both. */
const shareByWriting: Record<Writing, number> = { same: 1, sound: 0.9, misspelt: 0.6, short: 0.2 };

/** In bits, found by trying on invented registers (docs/decisions); another name is next to proof of another human. */
const costs: Partial<Record<NameEvidence, number>> = {
  swappedSurnames: 1,
  movedNames: 2,
  missingSurname: 2.5,
  missingGivenName: 1,
  marriedName: 0.5,
  otherGivenName: 40,
  otherSurname: 30,
};

interface SharedWord {
  readonly a: NameWord;
  readonly b: NameWord;
  readonly writing: Writing;
}

interface Sharing {
  readonly words: readonly SharedWord[];
  readonly restA: readonly NameWord[];
  readonly restB: readonly NameWord[];
}

/** Compares two names word by word, wherever a list put them. */
export function compareNames(a: ComparedName, b: ComparedName, rules: WordRules): NameLikeness {
  const given = share(a.given, b.given, rules);
  const born = share(bornSurnames(a), bornSurnames(b), rules);
  const marriedA = share(a.married, born.restB, rules);
  const marriedB = share(born.restA, b.married, rules);
  const movedA = share(given.restA, marriedA.restB, rules);
  const movedB = share(marriedB.restA, given.restB, rules);
  const married = share(marriedA.restA, marriedB.restB, rules);
  const moved = [...movedA.words, ...movedB.words];
  const surnames = [...born.words, ...marriedA.words, ...marriedB.words, ...married.words];
  const words = [...given.words, ...surnames, ...moved];
  const evidence = gather(
    a,
    b,
    { words, moved, married, isMarried: a.married.length + b.married.length > 0 },
    {
      givenA: movedA.restA,
      givenB: movedB.restB,
      bornA: movedB.restA,
      bornB: movedA.restB,
    },
  );
  const gained = words.reduce((bits, { a: word, b: other, writing }) => {
    const rarity = Math.min(rules.rarity(word.sound), rules.rarity(other.sound));
    return bits + rarity * shareByWriting[writing];
  }, 0);
  const lost = evidence.reduce((bits, each) => bits + (costs[each] ?? 0), 0);
  const shorter = Math.min(countWords(a), countWords(b));
  const isAlike =
    (given.words.length > 0 && surnames.length > 0) || (shorter >= 2 && words.length >= shorter);
  return { bits: gained - lost, isAlike, evidence };
}

/** Whether two names can have anything to do with each other; cheap, for the many pairs that have not. */
export function haveCommonGround(a: ComparedName, b: ComparedName, rules: WordRules): boolean {
  return (
    sharesAny(a.given, b.given, rules) || sharesSound(a.given, b.paternal) || sharesSound(b.given, a.paternal)
  );
}

function sharesAny(a: readonly NameWord[], b: readonly NameWord[], rules: WordRules): boolean {
  return a.some((word) => b.some((other) => writingOf(word, other, rules) !== null));
}

function sharesSound(a: readonly NameWord[], b: readonly NameWord[]): boolean {
  return a.some(({ sound }) => b.some((other) => other.sound === sound));
}

function bornSurnames({ paternal, maternal }: ComparedName): readonly NameWord[] {
  return maternal.length === 0 ? paternal : [...paternal, ...maternal];
}

function countWords({ given, paternal, maternal }: ComparedName): number {
  return given.length + paternal.length + maternal.length;
}

/** The words that both have, each used once: those written alike before those that only may be meant. */
function share(a: readonly NameWord[], b: readonly NameWord[], rules: WordRules): Sharing {
  if (a.length === 0 || b.length === 0) return { words: [], restA: a, restB: b };
  const words: SharedWord[] = [];
  const restA = [...a];
  const restB = [...b];
  for (const accepts of [isWordWritten, null]) {
    for (let index = 0; index < restA.length; index += 1) {
      const word = restA[index];
      if (word === undefined) continue;
      const at = restB.findIndex((other) => (accepts ?? writingOf)(word, other, rules) !== null);
      const other = restB[at];
      if (other === undefined) continue;
      words.push({ a: word, b: other, writing: writingOf(word, other, rules) ?? 'same' });
      restA.splice(index, 1);
      restB.splice(at, 1);
      index -= 1;
    }
  }
  return { words, restA, restB };
}

interface Gathered {
  words: readonly SharedWord[];
  moved: readonly SharedWord[];
  married: Sharing;
  isMarried: boolean;
}

/** What is left of each name once what is shared is taken away. */
interface Rest {
  givenA: readonly NameWord[];
  givenB: readonly NameWord[];
  bornA: readonly NameWord[];
  bornB: readonly NameWord[];
}

function gather(a: ComparedName, b: ComparedName, found: Gathered, rest: Rest): NameEvidence[] {
  const { words, moved, isMarried } = found;
  const writings = new Set(words.map(({ writing }) => writing));
  const [givenLeft, bornLeft] = [
    rest.givenA.length + rest.givenB.length,
    rest.bornA.length + rest.bornB.length,
  ];
  const isOtherGiven = rest.givenA.length > 0 && rest.givenB.length > 0;
  const isOtherSurname = rest.bornA.length > 0 && rest.bornB.length > 0;
  const evidence: (NameEvidence | false)[] = [
    !isOtherGiven &&
      !isOtherSurname &&
      (writings.has('misspelt') ? 'misspeltName' : writings.has('sound') ? 'sameSound' : 'sameName'),
    writings.has('short') && 'shortenedName',
    moved.length > 0 ? 'movedNames' : areSwapped(a, b, words) && 'swappedSurnames',
    isOtherGiven ? 'otherGivenName' : givenLeft > 0 && 'missingGivenName',
    isOtherSurname ? 'otherSurname' : bornLeft > 0 && 'missingSurname',
    isMarried && found.married.words.length === 0 && 'marriedName',
  ];
  return evidence.filter((each) => each !== false);
}

/** The paternal surname of one is the maternal one of the other. */
function areSwapped(a: ComparedName, b: ComparedName, words: readonly SharedWord[]): boolean {
  return words.some(
    (shared) =>
      (a.paternal.includes(shared.a) && b.maternal.includes(shared.b)) ||
      (a.maternal.includes(shared.a) && b.paternal.includes(shared.b)),
  );
}
