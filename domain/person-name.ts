import { collapseBlanks, foldText, isBlankMark, spanishSortKey } from './text.ts';

/** The parts of a name; a surname may be missing. A widow's married surname keeps its 'vda. de'. */
export interface PersonName {
  givenNames: string;
  paternalSurname: string | null;
  maternalSurname: string | null;
  marriedSurname: string | null;
}

export type Surnames = Omit<PersonName, 'givenNames'>;
export type NameOrder = 'surnamesFirst' | 'givenNamesFirst';

const particles = new Set(['de', 'del', 'la', 'las', 'los', 'da', 'do', 'dos', 'di', 'van', 'von', 'san']);
const lowerCaseWords = new Set(['de', 'del', 'la', 'las', 'los', 'y', 'vda.', 'vda']);
const noSurnames: Surnames = { paternalSurname: null, maternalSurname: null, marriedSurname: null };

/** 'de' and a word that with the given name before it make one given name: María del Carmen, Juan de Dios. */
const devotions =
  /^(de|del|de la|de las|de los) (angeles|asunta|asuncion|carmen|consuelo|copacabana|dios|fatima|guadalupe|jesus|lourdes|luz|mar|mercedes|milagros|nieves|pilar|rosario|socorro|urkupina|urcupina)$/;

/** Surnames of birth that hold a plain 'de'. */
const compounds =
  /^(montes de oca|ponce de leon|diaz de medina|diaz de oropeza|fernandez de cordova|lopez de mesa)$/;

/**
 * Outer blanks removed and inner ones made one; a name typed ALL IN CAPITALS gets capitals at the beginning of
 * its words only (de, del, la, los, y in small letters). Any other name is left as its owner writes it.
 */
export function tidyName(text: string): string {
  const name = collapseBlanks(text);
  const isAllCapitals = /\p{Lu}.*\p{Lu}/u.test(name) && name === name.toUpperCase();
  if (!isAllCapitals) return name;
  return name
    .toLowerCase()
    .split(' ')
    .map((word) =>
      lowerCaseWords.has(word) ? word : word.replace(/(^|[-'’.])\p{L}/gu, (start) => start.toUpperCase()),
    )
    .join(' ');
}

/**
 * Takes both surnames out of one text: the first is the paternal one, the others the maternal one. Particles
 * stay with the surname after them ('de la Cruz Mamani', 'San Martín'). 'Vda. de X', and at the end 'de X' without an
 * article, are the married surname. A lone surname is the paternal one, unless the text begins with
 * a blank or a mark ('- Huanca'): then the place of the paternal one was left empty and it is the maternal one.
 */
export function splitSurnames(text: string): Surnames {
  const lacksPaternal = /^[\s\-–—_.*]+/.test(text);
  const groups = groupWords(text.replace(/^[\s\-–—_.*]+/, ''));
  const { rest, marriedSurname } = takeMarriedSurname(groups, Math.max(1, groups.length - 1));
  const [first, ...others] = rest;
  if (first === undefined) return { ...noSurnames, marriedSurname };
  if (lacksPaternal && others.length === 0) return { ...noSurnames, maternalSurname: first, marriedSurname };
  return { paternalSurname: first, maternalSurname: joinOrNull(others), marriedSurname };
}

/**
 * Takes a whole name apart. What stands before a comma are the surnames, whatever the order. Otherwise two surnames
 * are taken from their end where at least one given name is left: of two words one is a surname, of one none.
 */
export function splitFullName(text: string, order: NameOrder): PersonName {
  const [surnames, givenNames] = splitOnce(text, ',');
  if (givenNames !== null && !isBlankMark(surnames) && !isBlankMark(givenNames)) {
    return { ...splitSurnames(collapseBlanks(surnames)), givenNames: tidyName(givenNames) };
  }
  const groups = groupWords(text.replaceAll(',', ' '));
  return order === 'surnamesFirst' ? splitSurnamesFirst(groups) : splitGivenNamesFirst(groups);
}

function splitSurnamesFirst(groups: readonly string[]): PersonName {
  const lastSurname = Math.min(2, groups.length - 2);
  const married = groups.findIndex(
    (group, index) => index <= lastSurname && isMarriedSurname(group, index > 0),
  );
  if (married >= 0) {
    return {
      ...splitSurnames(groups.slice(0, married + 1).join(' ')),
      givenNames: groups.slice(married + 1).join(' '),
    };
  }
  const isGivenNameCut = devotions.test(foldText(groups[2] ?? ''));
  const count = Math.max(0, Math.min(isGivenNameCut ? 1 : 2, groups.length - 1));
  return nameOf(groups.slice(count), groups.slice(0, count), null);
}

function splitGivenNamesFirst(groups: readonly string[]): PersonName {
  const joined = joinGroups(groups, devotions);
  const { rest, marriedSurname } = takeMarriedSurname(joined, Math.max(2, joined.length - 1));
  const given = Math.max(1, rest.length - 2);
  return nameOf(rest.slice(0, given), rest.slice(given), marriedSurname);
}

function nameOf(
  given: readonly string[],
  surnames: readonly string[],
  marriedSurname: string | null,
): PersonName {
  const [paternal, maternal] = surnames;
  return {
    givenNames: given.join(' '),
    paternalSurname: paternal ?? null,
    maternalSurname: maternal ?? null,
    marriedSurname,
  };
}

/** Words with their particles: 'de la Cruz Mamani Vda. de Paz' is 'de la Cruz', 'Mamani', 'vda. de Paz'. */
function groupWords(text: string): string[] {
  const groups: string[] = [];
  let pending: string[] = [];
  for (const word of tidyName(text)
    .replace(/\b(vda|viuda|vd)\b\.? *(de\b)?/giu, 'vda. de ')
    .split(' ')) {
    if (isBlankMark(word)) continue;
    pending.push(word);
    if (isParticle(word)) continue;
    groups.push(pending.join(' '));
    pending = [];
  }
  if (pending.length > 0) groups.push(pending.join(' '));
  return joinGroups(groups, compounds);
}

function isParticle(word: string): boolean {
  const folded = foldText(word);
  return particles.has(folded) || folded === 'vda.';
}

/** Takes the first 'vda. de X' or plain 'de X' from a place on; 'de la X' and 'del X' are surnames of birth. */
function takeMarriedSurname(
  groups: readonly string[],
  from: number,
): { rest: string[]; marriedSurname: string | null } {
  const at = groups.findIndex((group, index) => isMarriedSurname(group, index >= from));
  const rest = groups.filter((_, index) => index !== at);
  const found = groups[at];
  return { rest, marriedSurname: found === undefined ? null : found.replace(/^de /i, '') };
}

function isMarriedSurname(group: string, hasSurnameBefore: boolean): boolean {
  const folded = foldText(group);
  if (folded.startsWith('vda. ')) return true;
  return hasSurnameBefore && /^de (?!la |las |los )/.test(folded) && !devotions.test(folded);
}

/** Joins a group to the one before it where both ('Ponce', 'de León') or it alone ('del Carmen') fit a pattern. */
function joinGroups(groups: readonly string[], pattern: RegExp): string[] {
  const joined: string[] = [];
  for (const group of groups) {
    const before = joined.at(-1);
    const isOne = pattern.test(foldText(group)) || pattern.test(foldText(`${before ?? ''} ${group}`));
    if (before !== undefined && isOne) joined[joined.length - 1] = `${before} ${group}`;
    else joined.push(group);
  }
  return joined;
}

function splitOnce(text: string, separator: string): [string, string | null] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, null] : [text.slice(0, at), text.slice(at + 1)];
}

function joinOrNull(words: readonly string[]): string | null {
  return words.length === 0 ? null : words.join(' ');
}

/** Surnames in one line: 'Pérez Mamani de Quiroga', 'Soliz Rojas vda. de Paz'. */
export function joinSurnames(name: PersonName): string {
  const { paternalSurname, maternalSurname, marriedSurname } = name;
  const isWidow = marriedSurname !== null && /^(vda|viuda)\b/i.test(marriedSurname);
  const married = marriedSurname === null || isWidow ? marriedSurname : `de ${marriedSurname}`;
  return [paternalSurname, maternalSurname, married].filter((part) => part !== null).join(' ');
}

/** The name as it is spoken and printed on a certificate: 'Juana Pérez Mamani de Quiroga'. */
export function fullName(name: PersonName): string {
  return collapseBlanks(`${name.givenNames} ${joinSurnames(name)}`);
}

/** The name as it stands in lists: 'Pérez Mamani, Juana'. */
export function surnamesFirst(name: PersonName): string {
  const surnames = joinSurnames(name);
  return surnames === '' ? name.givenNames : `${surnames}, ${name.givenNames}`;
}

/**
 * A key whose plain order is that of a list: first surname, second surname, given names, in Spanish order. Two blanks
 * part them, so that 'Cruz, Zenón' stands before 'Cruz Apaza, Ana'. Without surnames the given names count.
 */
export function nameSortKey(name: PersonName): string {
  const [first, second = ''] = [name.paternalSurname, name.maternalSurname].filter((part) => part !== null);
  if (first === undefined) return spanishSortKey(name.givenNames);
  return [first, second, name.givenNames].map(spanishSortKey).join('  ');
}

/**
 * The words of a name without case, accents and order: two lists may write 'Pérez Mamani, Juana' and 'juana perez
 * mamani', or have swapped the columns. The married surname comes and goes, so it is left out.
 */
export function nameWordsKey(name: Omit<PersonName, 'marriedSurname'>): string {
  const parts = [name.paternalSurname, name.maternalSurname, name.givenNames];
  const words = parts.filter((part) => part !== null).flatMap((part) => foldText(part).split(' '));
  return words.toSorted().join(' ');
}
