export interface Folio {
  /** Each device has its own ('A', 'B', … 'AA'), so that two offline PCs cannot give the same number. */
  series: string;
  year: number;
  /** From 1, sequential within series and year, never reused. */
  number: number;
}

/** Folios are written SERIES-YEAR-NUMBER with at least four digits: 'A-2026-0042'. */
export function formatFolio({ series, year, number }: Folio): string {
  return `${series}-${year}-${String(number).padStart(4, '0')}`;
}

/** Reads a folio as a person may type it (any case, blanks around, missing zeros); null where it is none. */
export function parseFolio(text: string): Folio | null {
  const match = /^([A-Z]{1,3})-(\d{4})-(\d{1,9})$/.exec(text.trim().toUpperCase());
  const [, series, year, number] = match ?? [];
  if (series === undefined || year === undefined || number === undefined || Number(number) === 0) return null;
  return { series, year: Number(year), number: Number(number) };
}
