import type { PersonName } from './person-name.ts';
import { foldText } from './text.ts';

/** What of a person tells them apart from others. */
export interface Identity extends PersonName {
  idNumber: string | null;
  idComplement: string | null;
  birthDate: string | null;
  phone: string | null;
}

/** The strongest first. */
export const similarReasons = [
  'sameIdentityCard',
  'sameNameAndBirthDate',
  'sameNameAndPhone',
  'sameName',
] as const;
export type SimilarReason = (typeof similarReasons)[number];

/**
 * The words of a name without case, accents and order: two lists may write 'Pérez Mamani, Juana' and
 * 'juana perez mamani', or have swapped the columns. The married surname comes and goes, so it is left out.
 */
export function nameWordsKey(name: Omit<PersonName, 'marriedSurname'>): string {
  const parts = [name.paternalSurname, name.maternalSurname, name.givenNames];
  const words = parts.filter((part) => part !== null).flatMap((part) => foldText(part).split(' '));
  return words.toSorted().join(' ');
}

/**
 * Why two people may be one, the strongest reason first; null where nothing says so. An identity card is the
 * same where the numbers are and no complement contradicts. A name alone is no reason once both cards or both birth
 * dates are known and differ: then they are two who bear one name.
 */
export function findSimilarity(a: Identity, b: Identity): SimilarReason | null {
  if (isSameCard(a, b)) return 'sameIdentityCard';
  if (nameWordsKey(a) !== nameWordsKey(b)) return null;
  if (a.birthDate !== null && a.birthDate === b.birthDate) return 'sameNameAndBirthDate';
  if (a.phone !== null && a.phone === b.phone) return 'sameNameAndPhone';
  const isOther = differs(a.idNumber, b.idNumber) || differs(a.birthDate, b.birthDate);
  return isOther ? null : 'sameName';
}

function isSameCard(a: Identity, b: Identity): boolean {
  if (a.idNumber === null || a.idNumber !== b.idNumber) return false;
  return !differs(a.idComplement, b.idComplement);
}

function differs(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a !== b;
}
