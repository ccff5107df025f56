import { z } from 'zod';
import { type ComparedName, toComparedName } from './compared-name.ts';
import { compareNames, haveCommonGround } from './name-likeness.ts';
import type { PersonName } from './person-name.ts';
import type { Sex } from './sex.ts';
import { soundOf } from './spanish-sound.ts';
import { isOneSignOff, type WordRules } from './word-likeness.ts';

/** What is known of someone that tells whether two records are one human. */
export interface Identity extends PersonName {
  idNumber: string | null;
  idComplement: string | null;
  sex: Sex | null;
  birthDate: string | null;
  phone: string | null;
  community: string | null;
  organisationName: string | null;
}

/** What speaks for or against two records being one human, in the order in which it is told. */
export const evidenceSchema = z.enum([
  'sameCard',
  'cardLacksComplement',
  'cardDigitOff',
  'otherCard',
  'sameName',
  'sameSound',
  'misspeltName',
  'shortenedName',
  'swappedSurnames',
  'movedNames',
  'marriedName',
  'missingSurname',
  'missingGivenName',
  'otherGivenName',
  'otherSurname',
  'sameBirthDate',
  'birthDateDigitOff',
  'dayAndMonthSwapped',
  'otherBirthDate',
  'samePhone',
  'phoneDigitOff',
  'sameCommunity',
  'sameOrganisation',
  'otherSex',
]);
export type Evidence = z.infer<typeof evidenceSchema>;

/** Which way a piece of evidence points: the records agree, nearly agree, or contradict each other. */
export type EvidenceDirection = 'agrees' | 'near' | 'contradicts';

export const evidenceDirections: Readonly<Record<Evidence, EvidenceDirection>> = {
  sameCard: 'agrees',
  cardLacksComplement: 'near',
  cardDigitOff: 'near',
  otherCard: 'contradicts',
  sameName: 'agrees',
  sameSound: 'near',
  misspeltName: 'near',
  shortenedName: 'near',
  swappedSurnames: 'near',
  movedNames: 'near',
  marriedName: 'near',
  missingSurname: 'near',
  missingGivenName: 'near',
  otherGivenName: 'contradicts',
  otherSurname: 'contradicts',
  sameBirthDate: 'agrees',
  birthDateDigitOff: 'near',
  dayAndMonthSwapped: 'near',
  otherBirthDate: 'contradicts',
  samePhone: 'agrees',
  phoneDigitOff: 'near',
  sameCommunity: 'agrees',
  sameOrganisation: 'agrees',
  otherSex: 'contradicts',
};

/** same: one human; conflict: one identity card and two names; possible: someone should look. */
export const likenessKindSchema = z.enum(['same', 'conflict', 'possible']);
export type LikenessKind = z.infer<typeof likenessKindSchema>;

export const likenessSchema = z.object({
  kind: likenessKindSchema,
  /** In bits, over what chance alone would bring about in a register of this size; the higher, the surer. */
  score: z.number().int(),
  evidence: z.array(evidenceSchema),
});
export type Likeness = z.infer<typeof likenessSchema>;

/** Someone as they are compared. */
export interface ComparedPerson {
  readonly name: ComparedName;
  readonly idNumber: string | null;
  readonly idComplement: string | null;
  readonly sex: Sex | null;
  readonly birthDate: string | null;
  readonly phone: string | null;
  /** As they sound. */
  readonly community: string | null;
  readonly organisation: string | null;
}

export interface LikenessRules extends WordRules {
  /** So many share a phone or a birth date that it says nothing: the office's own number, 1 January. */
  readonly isCrowded: (kind: 'phone' | 'birthDate', value: string) => boolean;
  /** From so many bits on somebody should look. */
  readonly threshold: number;
}

const byKind: readonly LikenessKind[] = ['same', 'conflict', 'possible'];

/** The order of likenesses, the surest first. */
export function compareSurest(a: Likeness, b: Likeness): number {
  return byKind.indexOf(a.kind) - byKind.indexOf(b.kind) || b.score - a.score;
}

/** Makes a record ready for comparing. */
export function toComparedPerson(person: Identity): ComparedPerson {
  return {
    name: toComparedName(person),
    idNumber: person.idNumber,
    idComplement: person.idComplement,
    sex: person.sex,
    birthDate: person.birthDate,
    phone: person.phone,
    community: person.community === null ? null : soundOf(person.community),
    organisation: person.organisationName === null ? null : soundOf(person.organisationName),
  };
}

/** In bits, by the way of Fellegi and Sunter (1969); the figures are tried on invented registers (docs/decisions). */
const bitsByEvidence: Partial<Record<Evidence, number>> = {
  sameCard: 22,
  cardLacksComplement: 15,
  cardDigitOff: 8,
  otherCard: -12,
  sameBirthDate: 11,
  birthDateDigitOff: 5,
  dayAndMonthSwapped: 6,
  otherBirthDate: -20,
  samePhone: 7,
  phoneDigitOff: 3,
  sameCommunity: 2,
  sameOrganisation: 2,
  otherSex: -20,
};

/** The most that `compareOthers` can add. */
const mostOfOthers = 11;

/**
 * Whether two records are one human, by what speaks for it and against it; null where nothing calls for a look. It
 * depends on the two records and on how common their names are, on nothing else. The rule is one for typing, lists,
 * packets and the whole register. Makes the comparison of one person with many: what can be told of one alone is
 * told once, and most others are ruled out before their names are gone through.
 */
export function compareWith(a: ComparedPerson, rules: LikenessRules): (b: ComparedPerson) => Likeness | null {
  const { given, paternal, maternal, married } = a.name;
  const words = [...given, ...paternal, ...maternal, ...married];
  const mostBits = words.reduce((sum, { sound }) => sum + rules.rarity(sound), 0);
  return (b) => {
    const card = compareCards(a, b);
    const birthDate = compareBirthDates(a.birthDate, b.birthDate, rules);
    const sure = bitsOf(card) + bitsOf(birthDate);
    const hasSameCard = card === 'sameCard' || card === 'cardLacksComplement';
    if (!hasSameCard && sure + mostBits + mostOfOthers < rules.threshold) return null;
    const facts = [card, birthDate, ...compareOthers(a, b, rules)];
    const factBits = facts.reduce((sum, each) => sum + bitsOf(each), 0);
    const isRuledOut = factBits + mostBits < rules.threshold || !haveCommonGround(a.name, b.name, rules);
    return isRuledOut && !hasSameCard ? null : judge(a, b, { card, facts, factBits }, rules);
  };
}

function bitsOf(evidence: Evidence | null): number {
  return evidence === null ? 0 : (bitsByEvidence[evidence] ?? 0);
}

interface Facts {
  card: Evidence | null;
  facts: readonly (Evidence | null)[];
  factBits: number;
}

function judge(
  a: ComparedPerson,
  b: ComparedPerson,
  { card, facts, factBits }: Facts,
  rules: LikenessRules,
): Likeness | null {
  // In one order, so that who is asked about whom makes no difference.
  const [first, second] = spell(a.name) < spell(b.name) ? [a.name, b.name] : [b.name, a.name];
  const name = compareNames(first, second, rules);
  const bits = factBits + name.bits - rules.threshold;
  const kind = judgeKind(card, name.isAlike, bits >= 0);
  if (kind === null) return null;
  const found = new Set<Evidence | null>([...facts, ...name.evidence]);
  const evidence = evidenceSchema.options.filter((each) => found.has(each));
  return { kind, score: Math.max(0, Math.floor(bits)), evidence };
}

function spell({ given, paternal, maternal, married }: ComparedName): string {
  return [given, paternal, maternal, married].map((words) => words.map(({ text }) => text).join(' ')).join();
}

function judgeKind(card: Evidence | null, isNameAlike: boolean, isEnough: boolean): LikenessKind | null {
  if (card === 'sameCard') return isNameAlike ? 'same' : 'conflict';
  if (card === 'cardLacksComplement' && isNameAlike) return 'same';
  return isEnough ? 'possible' : null;
}

/** What speaks for one human besides name, card and birth date, or, of the sex, against it. */
function compareOthers(a: ComparedPerson, b: ComparedPerson, rules: LikenessRules): (Evidence | null)[] {
  return [
    comparePhones(a.phone, b.phone, rules),
    a.community !== null && a.community === b.community ? 'sameCommunity' : null,
    a.organisation !== null && a.organisation === b.organisation ? 'sameOrganisation' : null,
    a.sex !== null && b.sex !== null && a.sex !== b.sex ? 'otherSex' : null,
  ];
}

/** A number with two different complements is two cards. */
function compareCards(a: ComparedPerson, b: ComparedPerson): Evidence | null {
  if (a.idNumber === null || b.idNumber === null) return null;
  if (a.idNumber !== b.idNumber) return isOneSignOff(a.idNumber, b.idNumber) ? 'cardDigitOff' : 'otherCard';
  if (a.idComplement === b.idComplement) return 'sameCard';
  return a.idComplement === null || b.idComplement === null ? 'cardLacksComplement' : 'otherCard';
}

function compareBirthDates(
  a: string | null,
  b: string | null,
  { isCrowded }: LikenessRules,
): Evidence | null {
  if (a === null || b === null) return null;
  if (a === b) return isCrowded('birthDate', a) ? null : 'sameBirthDate';
  if (isOneSignOff(a, b)) return 'birthDateDigitOff';
  const isSwapped =
    a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7);
  return isSwapped ? 'dayAndMonthSwapped' : 'otherBirthDate';
}

/** People change their number, so another one says nothing. */
function comparePhones(a: string | null, b: string | null, { isCrowded }: LikenessRules): Evidence | null {
  if (a === null || b === null) return null;
  if (a === b) return isCrowded('phone', a) ? null : 'samePhone';
  return isOneSignOff(a, b) ? 'phoneDigitOff' : null;
}
