import type { CalendarDate } from './calendar-date.ts';
import { foldText } from './text.ts';
import type { PersonName } from './person-name.ts';
import type { Sex } from './sex.ts';
import { nameWordsKey, type SimilarReason } from './similar-person.ts';

/** What tells whether two records are one human. */
export interface MatchablePerson extends PersonName {
  idNumber: string | null;
  idComplement: string | null;
  sex: Sex | null;
  birthDate: CalendarDate | null;
  phone: string | null;
}

/** same: one human; conflict: one identity card and two names; possible: someone should look. */
export type MatchKind = 'same' | 'conflict' | 'possible';

export interface Match<Key> {
  key: Key;
  kind: MatchKind;
  reason: SimilarReason;
}

/** Number of letters to change, insert or remove to make one word of another. */
export type EditDistance = (a: string, b: string) => number;

/** People that can be found by what they share with another; each answer may hold too many, never too few. */
export interface PeopleIndex<Key> {
  findByIdNumber: (idNumber: string) => readonly FoldedPerson<Key>[];
  findByBirthDate: (birthDate: CalendarDate) => readonly FoldedPerson<Key>[];
  findByPhone: (phone: string) => readonly FoldedPerson<Key>[];
  /** By `nameWordsKey`. */
  findByName: (name: string) => readonly FoldedPerson<Key>[];
}

export interface IndexedPerson<Key> {
  key: Key;
  person: MatchablePerson;
}

/** Words of a name for comparing: folded, without particles. */
interface FoldedName {
  given: readonly string[];
  surnames: readonly string[];
}

interface FoldedPerson<Key> extends IndexedPerson<Key> {
  name: FoldedName;
}

/** A date or phone that more people than this share (an office's phone, 1 January) is no evidence. */
const mostSharing = 50;

/** An index in memory that can grow. */
export function createPeopleIndex<Key>(
  people: Iterable<IndexedPerson<Key>> = [],
): PeopleIndex<Key> & { add: (indexed: IndexedPerson<Key>) => void } {
  const byValue = new Map<string, FoldedPerson<Key>[]>();
  const find = (value: string) => byValue.get(value) ?? [];
  const put = (kind: string, value: string | null, indexed: FoldedPerson<Key>) => {
    if (value === null) return;
    const found = byValue.get(kind + value);
    if (found) found.push(indexed);
    else byValue.set(kind + value, [indexed]);
  };
  const add = ({ key, person }: IndexedPerson<Key>) => {
    const indexed = { key, person, name: foldName(person) };
    put('id:', person.idNumber, indexed);
    put('born:', person.birthDate, indexed);
    put('phone:', person.phone, indexed);
    put('name:', nameWordsKey(person), indexed);
  };
  for (const indexed of people) add(indexed);
  return {
    add,
    findByIdNumber: (idNumber) => find(`id:${idNumber}`),
    findByBirthDate: (birthDate) => find(`born:${birthDate}`),
    findByPhone: (phone) => find(`phone:${phone}`),
    findByName: (name) => find(`name:${name}`),
  };
}

/**
 * Finds who of `people` a person is, or may be; null if nobody.
 *
 * One identity card (number, and complement unless one of both has none) is one human if the names are alike, else
 * a conflict. Without that, a name alike in every word is a possible match with the same birth date or phone, and
 * an equal name is one where no identity card tells the two apart. Another sex or birth date is never the same name.
 */
export function findMatch<Key>(
  person: MatchablePerson,
  people: PeopleIndex<Key>,
  editDistance: EditDistance,
): Match<Key> | null {
  const name = foldName(person);
  return findByCard(person, name, people, editDistance) ?? findByName(person, name, people, editDistance);
}

function findByCard<Key>(
  person: MatchablePerson,
  name: FoldedName,
  people: PeopleIndex<Key>,
  editDistance: EditDistance,
): Match<Key> | null {
  if (person.idNumber === null) return null;
  const holders = people.findByIdNumber(person.idNumber).slice(0, mostSharing);
  const named = holders.filter((other) => isSameOrMissing(person.idComplement, other.person.idComplement));
  const same = named.find((other) => areNamesAlike(name, other.name, editDistance));
  if (same) return { key: same.key, kind: 'same', reason: 'sameIdentityCard' };
  const other = named.find((holder) => holder.person.idComplement === person.idComplement);
  return other ? { key: other.key, kind: 'conflict', reason: 'sameIdentityCard' } : null;
}

function findByName<Key>(
  person: MatchablePerson,
  name: FoldedName,
  people: PeopleIndex<Key>,
  editDistance: EditDistance,
): Match<Key> | null {
  const isLike = (other: FoldedPerson<Key>) =>
    isSameOrMissing(person.sex, other.person.sex) && isEveryWordAlike(name, other.name, editDistance);
  const find = (found: readonly FoldedPerson<Key>[], reason: SimilarReason, accept: typeof isLike) => {
    const match = found.length > mostSharing ? undefined : found.find(accept);
    return match ? ({ key: match.key, kind: 'possible', reason } as const) : null;
  };
  const born = person.birthDate === null ? [] : people.findByBirthDate(person.birthDate);
  const phone = person.phone === null ? [] : people.findByPhone(person.phone);
  const isBornLike = (other: FoldedPerson<Key>) => isSameOrMissing(person.birthDate, other.person.birthDate);
  return (
    find(born, 'sameNameAndBirthDate', isLike) ??
    find(phone, 'sameNameAndPhone', (other) => isBornLike(other) && isLike(other)) ??
    find(people.findByName(nameWordsKey(person)), 'sameName', (other) => {
      const lacksCard = person.idNumber === null || other.person.idNumber === null;
      return lacksCard && name.surnames.length > 0 && isBornLike(other) && isLike(other);
    })
  );
}

function isSameOrMissing<Value>(a: Value | null, b: Value | null): boolean {
  return a === null || b === null || a === b;
}

/**
 * Whether two names can be those of one human: a given name and a surname alike, spelling aside; or every word of
 * the shorter name alike, wherever it stands (surnames taken for given names).
 */
function areNamesAlike(a: FoldedName, b: FoldedName, editDistance: EditDistance): boolean {
  const sharesGiven = countAlike(a.given, b.given, editDistance) > 0;
  const sharesSurname = countAlike(a.surnames, b.surnames, editDistance) > 0;
  return (sharesGiven && sharesSurname) || isEveryWordAlike(a, b, editDistance);
}

function isEveryWordAlike(a: FoldedName, b: FoldedName, editDistance: EditDistance): boolean {
  const wordsA = [...a.given, ...a.surnames];
  const wordsB = [...b.given, ...b.surnames];
  const shorter = Math.min(wordsA.length, wordsB.length);
  return shorter >= 2 && countAlike(wordsA, wordsB, editDistance) === shorter;
}

/** Number of words of one list that have their like in the other, each used once. */
function countAlike(a: readonly string[], b: readonly string[], editDistance: EditDistance): number {
  const left = [...b];
  let count = 0;
  for (const word of a) {
    const exact = left.indexOf(word);
    const at = exact >= 0 ? exact : left.findIndex((other) => isWordAlike(word, other, editDistance));
    if (at < 0) continue;
    left.splice(at, 1);
    count += 1;
  }
  return count;
}

/** One letter of difference in words of four to six letters, two in longer ones; an initial stands for its name. */
function isWordAlike(a: string, b: string, editDistance: EditDistance): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter <= 2) return a === b || (shorter === 1 && a.charAt(0) === b.charAt(0));
  if (Math.abs(a.length - b.length) > 2) return false;
  return editDistance(a, b) <= (shorter < 4 ? 0 : shorter < 7 ? 1 : 2);
}

function foldName(name: PersonName): FoldedName {
  const { givenNames, paternalSurname, maternalSurname, marriedSurname } = name;
  const surnames = [paternalSurname, maternalSurname, marriedSurname]
    .filter((part) => part !== null)
    .join(' ');
  return { given: wordsOf(givenNames), surnames: wordsOf(surnames) };
}

const particles = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'vda']);

function wordsOf(text: string): string[] {
  return foldText(text)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '' && !particles.has(word));
}
