/**
 * Text as it goes to paper: accents composed, so that 'n' + '~' is the one letter the fonts hold, invisible
 * characters pasted from spreadsheets left out, blanks and line breaks as one blank.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** The same value with all texts in it cleaned. */
export function cleanTexts(value: Record<string, unknown>): Record<string, unknown>;
export function cleanTexts(value: unknown): unknown;
export function cleanTexts(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((part: unknown) => cleanTexts(part));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cleanTexts(part)]));
}

/** All texts in a value, however deep. */
export function* listTexts(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (Array.isArray(value)) for (const part of value) yield* listTexts(part);
  else if (value !== null && typeof value === 'object') yield* listTexts(Object.values(value));
}
