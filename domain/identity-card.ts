import { z } from 'zod';
import { collapseBlanks, foldText, isBlankMark } from './text.ts';

/** Departments that issue identity cards. */
export const issuedInSchema = z.enum(['LP', 'OR', 'PT', 'CB', 'CH', 'TJ', 'SC', 'BE', 'PD']);
export type IssuedIn = z.infer<typeof issuedInSchema>;

export interface IdentityCard {
  /** Digits, or 'E-' and digits for a foreigner's card. */
  number: string | null;
  /** One or two characters that tell apart cards of the same number: '1A'. */
  complement: string | null;
  issuedIn: IssuedIn | null;
}

export type IdentityCardWarning = 'notANumber' | 'unusualShape';

/** Names met in real lists, without accents, dots and blanks. */
const synonyms: Record<IssuedIn, string> = {
  LP: 'lp lpz lapaz',
  OR: 'or oru oruro',
  PT: 'pt ps pts pti pot potosi',
  CB: 'cb co cbb cbba cba cbbba coch cocha cochabamba',
  CH: 'ch chq chu sucre chuquisaca',
  TJ: 'tj ta tja trj tar tarija',
  SC: 'sc scz stacruz santacruz',
  BE: 'be bn ben beni',
  PD: 'pd pa pn pnd pan pando',
};
const issuedInByName = new Map(
  issuedInSchema.options.flatMap((code) => synonyms[code].split(' ').map((name) => [name, code] as const)),
);

/** Newer cards carry a code instead of the department: it means none. */
const qrNotes = new Set(['qr', 'codqr', 'codigoqr', 'cqr', 'qrcode', 'conqr', 'concodqr']);

/**
 * Reads where a card was issued: a code, a name or one of the synonyms of real lists ('CBBA', 'PS').
 * 'Cod. QR' and an empty cell mean none. `isKnown` is false where the text says something else.
 */
export function parseIssuedIn(text: string): { issuedIn: IssuedIn | null; isKnown: boolean } {
  const name = foldText(text)
    .replace(/\b(exp(edid[oa])?|ext(ension)?|en|dpto|depto|lugar)\b/g, '')
    .replace(/[^a-z]/g, '');
  const issuedIn = issuedInByName.get(name) ?? null;
  const saysNothing = name === '' && !/\d/.test(text);
  return { issuedIn, isKnown: issuedIn !== null || qrNotes.has(name) || saysNothing };
}

const label =
  /^(?:(?:N|NO|NRO|NUM|NUMERO)?[.:º°\s]*(?:C\.? ?I\.?|CARNET|CEDULA|DOC(?:UMENTO)?|DNI)(?: DE IDENTIDAD)?|N[º°]|NRO)(?:\s*(?:N[º°]|NRO))?[.:\s-]*(?=[E\d])/;
const numberHead = /^(\d+(?:[.,'’ ]\d{3,})*)(.*)$/;
/** '1.23361E+07' is what a spreadsheet exports of a number in a narrow column: digits may be lost. */
const exponentShape = /^\s*\d[.,]\d+E\+?\d+\s*$/i;
const complementShape = /^(?:\d[0-9A-Z]|[A-Z]\d|[0-9A-Z])$/;
const softShape = /^\d{4,10}$/;

/**
 * Takes a written identity card apart: '3139144-1A', '8798007 2B', '12.336.143', '1234567 Cbba.',
 * '1234567-1A CB', 'C.I. 1234567', 'E-1234567'. `issuedInText` is what a column of its own says; it goes before
 * what is glued to the number. Nothing is refused: 'notANumber' says that there is text but no number in it,
 * 'unusualShape' that a person should look (the shape is not the state's `\d{4,10}(-[0-9A-Z]{1,2})?`).
 */
export function parseIdentityCard(
  text: string,
  issuedInText: string | null = null,
): IdentityCard & { warning: IdentityCardWarning | null } {
  const stated = parseIssuedIn(issuedInText ?? '').issuedIn;
  const none = { number: null, complement: null, issuedIn: stated };
  if (isBlankMark(text)) return { ...none, warning: null };
  if (exponentShape.test(text)) {
    return { ...none, number: Number(text.replace(',', '.')).toFixed(0), warning: 'unusualShape' };
  }
  const plain = plainUpperCase(text).replace(label, '');
  const isForeign = /^E[-. ]*\d/.test(plain);
  const head = numberHead.exec(plain.replace(/^E[-. ]*(?=\d)/, ''));
  const digits = (head?.[1] ?? '').replace(/\D/g, '');
  if (digits.length < 4) return { ...none, ...readOddNumber(plain) };
  const tail = readTail(head?.[2] ?? '');
  return {
    number: isForeign ? `E-${digits}` : digits,
    complement: tail.complement,
    issuedIn: stated ?? tail.issuedIn,
    warning: tail.isUsual && softShape.test(digits) ? null : 'unusualShape',
  };
}

function plainUpperCase(text: string): string {
  return collapseBlanks(text.normalize('NFD').replace(/\p{M}/gu, '')).toUpperCase();
}

/** The digits of what is not written as a card: '1.03.79460', 'Pasaporte AB123456', '123'. */
function readOddNumber(text: string): { number: string | null; warning: IdentityCardWarning } {
  const digits = text.replace(/\D/g, '');
  return digits === ''
    ? { number: null, warning: 'notANumber' }
    : { number: digits, warning: 'unusualShape' };
}

/** What follows the number: complement and department in any order, each with or without a separator. */
function readTail(tail: string): { complement: string | null; issuedIn: IssuedIn | null; isUsual: boolean } {
  const hasDash = /^\s*[-/]/.test(tail);
  const words = tail
    .replace(/\b(COD(IGO)?\.?|CON) ?(?=QR)/g, '')
    .split(/[^0-9A-Z]+/)
    .filter((word) => word !== '');
  let complement: string | null = null;
  const places: string[] = [];
  for (const word of words.flatMap(splitGlued)) {
    const isComplement = complementShape.test(word) && !parseIssuedIn(word).isKnown;
    if (complement === null && isComplement) complement = word;
    else places.push(word);
  }
  const place = parseIssuedIn(places.join(' '));
  const isGuess = !hasDash && /^\d+$/.test(complement ?? '');
  if (place.isKnown) return { complement, issuedIn: place.issuedIn, isUsual: !isGuess };
  const only = places.length === 1 && complement === null ? (places[0] ?? '') : '';
  const isLetterPair = hasDash && /^[A-Z]{2}$/.test(only);
  return { complement: isLetterPair ? only : complement, issuedIn: null, isUsual: isLetterPair };
}

/** '1ACB' is '1A' and 'CB'. */
function splitGlued(word: string): string[] {
  const glued = /^(\d[0-9A-Z])([A-Z]{2,})$/.exec(word);
  return glued?.[1] && glued[2] && parseIssuedIn(glued[2]).isKnown ? [glued[1], glued[2]] : [word];
}

/** A card as it is printed: '3139144-1A CB'; empty where there is no number. */
export function formatIdentityCard(card: IdentityCard): string {
  if (card.number === null) return '';
  const withComplement = card.complement === null ? card.number : `${card.number}-${card.complement}`;
  return card.issuedIn === null ? withComplement : `${withComplement} ${card.issuedIn}`;
}
