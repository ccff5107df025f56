/**
 * Reads a score as it is typed: '51', '51,5', '51.5'; null where the field is empty, 'invalid' where it is no number
 * of 0 to 100.
 */
export function parseScore(text: string): number | null | 'invalid' {
  const typed = text.trim().replace(',', '.');
  if (typed === '') return null;
  const score = /^\d{1,3}(\.\d{1,2})?$/.test(typed) ? Number(typed) : Number.NaN;
  return score >= 0 && score <= 100 ? score : 'invalid';
}
