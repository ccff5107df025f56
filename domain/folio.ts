export interface Folio {
  /** Each device has its own ('A', 'B7Q', …), so that two offline PCs cannot give the same number. */
  series: string;
  year: number;
  /** From 1, sequential within series and year, never reused. */
  number: number;
}

/** Folios are written SERIES-YEAR-NUMBER with at least four digits: 'A-2026-0042'. */
export function formatFolio({ series, year, number }: Folio): string {
  return `${series}-${year}-${String(number).padStart(4, '0')}`;
}

/** What the series of a device looks like. */
export const seriesPattern = /^[A-Z][0-9A-Z]{0,2}$/;

/** Reads a folio as a person may type it (any case, blanks around, missing zeros); null where it is none. */
export function parseFolio(text: string): Folio | null {
  const match = /^([A-Z][0-9A-Z]{0,2})-(\d{4})-(\d{1,9})$/.exec(text.trim().toUpperCase());
  const [, series, year, number] = match ?? [];
  if (series === undefined || year === undefined || number === undefined || Number(number) === 0) return null;
  return { series, year: Number(year), number: Number(number) };
}

/** Letters and digits that are not mistaken for one another on paper. */
const suffixAlphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * The series of a new device. The office's first is 'A'. Every later one was made from a copy, of which two may be
 * made apart, so the next free letter alone could be given twice: two characters of its own id follow, 'B7Q'.
 */
export function suggestSeries(taken: readonly string[], id: string): string {
  if (taken.length === 0) return 'A';
  const letters = new Set(taken.map((series) => series.charAt(0)));
  const letter = [...'BCDEFGHJKLMNPQRSTUVWXYZ'].find((candidate) => !letters.has(candidate)) ?? 'Z';
  let number = 0;
  for (const character of id) number = (number * 131 + character.charCodeAt(0)) % 1024;
  return `${letter}${suffixAlphabet.charAt(number >> 5)}${suffixAlphabet.charAt(number & 31)}`;
}
