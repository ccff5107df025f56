import { findFieldOfHeading, isSilentHeading, type ImportField } from './import-columns.ts';
import { cellText, isEmptyCell, type Cell, type TableRow } from './sheet-table.ts';
import { collapseBlanks, foldText, isBlankMark } from './text.ts';

/** Headings and people of a sheet. */
export interface FoundList {
  /** Number of the row with the headings (the lower of two); null where the list has none. */
  headerRow: number | null;
  headings: string[];
  body: TableRow[];
  skippedRows: number[];
}

/** Headings stand within the first rows, below a few lines of titles. */
const headerSearchRows = 60;

/**
 * Finds the list in a sheet: the header is the row with most known headings (at least two, or the one of a list of
 * names), with the row above or below it where the headings take two. What follows is the list, up to its foot:
 * totals, signatures and other lonely texts after which no full row comes. `headerRow` says it instead (null: none).
 */
export function findList(rows: readonly TableRow[], headerRow?: number | null): FoundList {
  const at = headerRow === undefined ? findHeaderIndex(rows) : rows.findIndex((row) => row.row === headerRow);
  const width = Math.max(0, ...rows.slice(0, 2000).map((row) => row.cells.length));
  const { headings, lastIndex } = at < 0 ? { headings: [], lastIndex: -1 } : readHeadings(rows, at);
  const padded = Array.from(
    { length: Math.max(width, headings.length) },
    (_, column) => headings[column] ?? '',
  );
  const below = rows.slice(lastIndex + 1);
  const body = takeBody(below, padded, at >= 0);
  const kept = new Set(body.map((row) => row.row));
  const skippedRows = below.filter((row) => !kept.has(row.row) && !isEmptyRow(row)).map((row) => row.row);
  return { headerRow: rows[lastIndex]?.row ?? null, headings: padded, body, skippedRows };
}

function findHeaderIndex(rows: readonly TableRow[]): number {
  let best = -1;
  let bestScore = 0;
  rows.slice(0, headerSearchRows).forEach((row, index) => {
    const score = scoreHeader(row);
    if (score > bestScore) [best, bestScore] = [index, score];
  });
  return best;
}

/** Number of different fields its cells head; 0 for a row that is no header. */
function scoreHeader(row: TableRow): number {
  const fields = new Set(row.cells.map(fieldOfCell).filter((field) => field !== null));
  const filled = row.cells.filter((cell) => !isEmptyCell(cell));
  const isLonelyName = filled.length === 1 && [...fields].some((field) => field.startsWith('fullName'));
  return fields.size >= 2 || isLonelyName ? fields.size : 0;
}

function fieldOfCell(cell: Cell): ImportField | null {
  return typeof cell === 'string' && cell.length < 60 ? findFieldOfHeading(cell) : null;
}

/** The headings of the row at an index, joined with those of a second heading row just above or below it. */
function readHeadings(rows: readonly TableRow[], at: number): { headings: string[]; lastIndex: number } {
  const below = rows[at + 1];
  const above = rows[at - 1];
  const main = headingTexts(rows[at]);
  if (isSecondHeadingRow(below, rows[at])) {
    return { headings: joinHeadings(main, headingTexts(below)), lastIndex: at + 1 };
  }
  if (isSecondHeadingRow(above, rows[at])) {
    return { headings: joinHeadings(headingTexts(above), main), lastIndex: at };
  }
  return { headings: main, lastIndex: at };
}

function headingTexts(row: TableRow | undefined): string[] {
  return (row?.cells ?? []).map((cell) => collapseBlanks(cellText(cell)));
}

/** A neighbour of the header whose filled cells are headings all, at least two of them or below a gap. */
function isSecondHeadingRow(row: TableRow | undefined, header: TableRow | undefined): boolean {
  if (row === undefined || header === undefined || Math.abs(row.row - header.row) !== 1) return false;
  const filled = row.cells.filter((cell) => !isEmptyCell(cell));
  if (filled.length === 0 || filled.some((cell) => fieldOfCell(cell) === null)) return false;
  const fillsGap = row.cells.some((cell, column) => !isEmptyCell(cell) && isEmptyCell(header.cells[column]));
  return filled.length >= 2 || fillsGap;
}

/** 'APELLIDOS' over 'PATERNO' and 'MATERNO': the lower heading counts where there is one. */
function joinHeadings(top: readonly string[], bottom: readonly string[]): string[] {
  const width = Math.max(top.length, bottom.length);
  return Array.from({ length: width }, (_, column) => bottom[column] || (top[column] ?? ''));
}

/** Rows with people: not blank, no titles above a list without header, no headings repeated on a next page, no foot. */
function takeBody(rows: readonly TableRow[], headings: readonly string[], hasHeader: boolean): TableRow[] {
  const numberColumn = headings.findIndex((heading) => findFieldOfHeading(heading) === 'number');
  const list = rows.filter((row) => countFilled(row, numberColumn) > 0 && !repeatsHeadings(row, headings));
  const fullness = typicalFullness(list, numberColumn);
  const isFull = (row: TableRow) =>
    countFilled(row, numberColumn) >= Math.max(2, fullness / 2) && !isFootText(row);
  const firstFull = hasHeader ? 0 : list.findIndex(isFull);
  const lastFull = list.findLastIndex(isFull);
  return list.filter((row, index) => {
    if (isFull(row)) return true;
    if (isFootText(row) || index < firstFull) return false;
    return index < lastFull || fullness < 2 || followsAtOnce(list, index, lastFull);
  });
}

/** Sparse rows that follow the last full one without a gap are people of whom little is known, not the foot. */
function followsAtOnce(list: readonly TableRow[], index: number, lastFull: number): boolean {
  const distance = (list[index]?.row ?? 0) - (list[lastFull]?.row ?? 0);
  const isLonely = index - lastFull === distance;
  return isLonely && list.slice(lastFull + 1, index).every((row) => !isFootText(row));
}

function countFilled(row: TableRow, numberColumn: number): number {
  return row.cells.filter((cell, column) => column !== numberColumn && !isEmptyCell(cell)).length;
}

function isEmptyRow(row: TableRow): boolean {
  return row.cells.every(isEmptyCell);
}

/** Number of filled cells of the row in the middle of the list. */
function typicalFullness(rows: readonly TableRow[], numberColumn: number): number {
  const counts = rows.map((row) => countFilled(row, numberColumn)).toSorted((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

function repeatsHeadings(row: TableRow, headings: readonly string[]): boolean {
  const same = row.cells.filter((cell, column) => {
    const heading = headings[column] ?? '';
    return !isSilentHeading(heading) && foldText(cellText(cell)) === foldText(heading);
  });
  return same.length >= 2 && same.length * 2 >= countFilled(row, -1);
}

const footText =
  /^((sub)?total(es)?\b|firmas?\b|responsable\b|elaborado\b|revisado\b|aprobado\b|v[o°º.]* ?b[o°º.]*\b|sello\b|lugar y fecha|fecha ?:|nota ?:|observaciones ?:|fuente ?:|son ?:|_{3,}|\.{6,})/;

/** Whether a row is of the foot: few cells, one of which begins as totals and signatures do. */
function isFootText(row: TableRow): boolean {
  const texts = row.cells.map((cell) => foldText(cellText(cell))).filter((text) => text !== '');
  if (texts.length > 4) return false;
  return texts.some((text) => footText.test(text)) || texts.every(isBlankMark);
}
