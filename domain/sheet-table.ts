import type { CalendarDate } from './calendar-date.ts';
import type { ImportField } from './import-columns.ts';
import { collapseBlanks } from './text.ts';

/** Why a cell has no value: its formula was never computed, or computed an error such as #N/A. */
export interface CellFault {
  fault: 'formulaWithoutValue' | 'formulaError';
  /** The formula ('=A1&B1') or the error ('#N/A'). */
  text: string;
}

export type Cell = string | number | boolean | null | { date: CalendarDate } | CellFault;

/** A row of a sheet; `row` counts from 1 as Excel does. */
export interface TableRow {
  row: number;
  cells: Cell[];
}

export interface TableColumn {
  /** From 0; `letter` is how Excel names it. */
  column: number;
  letter: string;
  heading: string;
  field: ImportField;
  /** The first different values, as text. */
  samples: string[];
}

/** A list found in a sheet. */
export interface SheetTable {
  fileName: string;
  sheetNames: string[];
  sheetName: string;
  /** Excel's number of the row with the headings (the lower of two); null where the list has none. */
  headerRow: number | null;
  columns: TableColumn[];
  /** One row a person: without titles, headings, blank rows and the foot. */
  rows: TableRow[];
  /** Rows below the header that were left out because they are no people: totals, signatures, repeated headings. */
  skippedRows: number[];
  /** The beginning of the sheet as it stands, titles and headings included. */
  firstRows: TableRow[];
}

/** A cell as text, outer blanks kept: whole numbers without separators, dates as d/m/yyyy, a fault as its text. */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'number') return Number.isInteger(cell) ? cell.toFixed(0) : String(cell);
  if (typeof cell === 'boolean') return cell ? 'VERDADERO' : 'FALSO';
  if ('fault' in cell) return cell.text;
  const [year, month, day] = cell.date.split('-').map(Number);
  return `${day}/${month}/${year}`;
}

/** Whether a cell holds nothing but blanks. */
export function isEmptyCell(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && collapseBlanks(cell) === '');
}

/** How Excel names a column counted from 0: 'A', 'Z', 'AA'. */
export function columnLetter(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetter(Math.floor(column / 26) - 1) + last;
}

/** Whether a cell's formula gave no value. */
export function isFault(cell: Cell): cell is CellFault {
  return typeof cell === 'object' && cell !== null && 'fault' in cell;
}
