/** Capitals and digits that nobody takes for one another on paper: no 0 O, 1 I L. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const groupCount = 6;
const groupLength = 5;
const codeLength = groupCount * groupLength;

/**
 * A code of six groups of five: 30 characters of 31, 148 bits, so that no list of codes can be tried. `choose` gives
 * an unpredictable whole number from 0 up to, not including, its bound.
 */
export function createRecoveryCode(choose: (bound: number) => number): string {
  const characters = Array.from({ length: codeLength }, () => alphabet.charAt(choose(alphabet.length)));
  return groupRecoveryCode(characters.join(''));
}

/** In groups, as it is printed: 'ABCDE-23456-…'. */
export function groupRecoveryCode(code: string): string {
  return (code.match(/.{1,5}/g) ?? []).join('-');
}

/** What was typed without what does not matter: spaces, hyphens, small letters. */
export function readRecoveryCode(text: string): string {
  return text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
}

/** Whether enough was typed to be a code at all. */
export function isWholeRecoveryCode(text: string): boolean {
  return readRecoveryCode(text).length === codeLength;
}
