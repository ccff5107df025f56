import * as XLSX from '@e965/xlsx';
import { serialToDate } from '../../domain/date-parsing.ts';
import { isEmptyCell, type Cell, type TableRow } from '../../domain/sheet-table.ts';

export interface WorkbookSheet {
  name: string;
  isHidden: boolean;
  rows: TableRow[];
}

/** Rows of a sheet that are read; more than these are no list of an office. */
export const maxRows = 100_000;
const maxColumns = 200;

/** `raw` keeps text as text; stubs are how a formula that was never computed shows itself. */
const options: XLSX.ParsingOptions = {
  dense: true,
  raw: true,
  cellDates: false,
  cellFormula: true,
  cellHTML: false,
  cellNF: true,
  cellText: false,
  sheetStubs: true,
  sheetRows: maxRows + 1,
};

/** Reads the sheets of a workbook; throws what the library throws at a file it cannot read. */
export function readWorkbook(content: Uint8Array | string): WorkbookSheet[] {
  const workbook =
    typeof content === 'string'
      ? XLSX.read(content, { ...options, type: 'string' })
      : XLSX.read(viewOf(content), { ...options, type: 'buffer' });
  const since1904 = workbook.Workbook?.WBProps?.date1904 ?? false;
  return workbook.SheetNames.map((name, index) => ({
    name,
    isHidden: (workbook.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0,
    rows: readRows(workbook.Sheets[name], since1904),
  }));
}

/** The library leaves a mark on the buffer it reads: it gets one of its own over the same bytes. */
function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Rows that hold something, numbered as Excel numbers them (hidden ones too), all equally wide. */
function readRows(sheet: XLSX.WorkSheet | undefined, since1904: boolean): TableRow[] {
  const data: readonly (readonly (XLSX.CellObject | undefined)[] | undefined)[] = sheet?.['!data'] ?? [];
  const rows: TableRow[] = [];
  data.forEach((cells, index) => {
    const read = (cells ?? []).slice(0, maxColumns);
    const row = { row: index + 1, cells: Array.from(read, (cell) => readCell(cell, since1904)) };
    if (row.cells.some((cell) => !isEmptyCell(cell))) rows.push(row);
  });
  fillMergedCells(rows, sheet?.['!merges'] ?? []);
  return trimToWidth(rows);
}

function readCell(cell: XLSX.CellObject | undefined, since1904: boolean): Cell {
  if (cell === undefined || cell === null) return null;
  if (cell.t === 'z')
    return cell.f === undefined ? null : { fault: 'formulaWithoutValue', text: `=${cell.f}` };
  if (cell.t === 'e') return { fault: 'formulaError', text: errorNames.get(Number(cell.v)) ?? '#N/A' };
  if (cell.v instanceof Date || cell.v === undefined) return null;
  if (typeof cell.v !== 'number' || !isDateFormat(cell.z)) return cell.v === '' ? null : cell.v;
  const date = serialToDate(cell.v, since1904);
  return date === null ? cell.v : { date };
}

/** A format with a day or a year; one of only hours and minutes is no date. */
function isDateFormat(format: unknown): boolean {
  return (
    typeof format === 'string' &&
    XLSX.SSF.is_date(format) &&
    /[dy]/i.test(format.replace(/\[[^\]]*\]|"[^"]*"/g, ''))
  );
}

/** Codes of BIFF and OOXML. */
const errorNames = new Map([
  [0, '#NULL!'],
  [7, '#DIV/0!'],
  [15, '#VALUE!'],
  [23, '#REF!'],
  [29, '#NAME?'],
  [36, '#NUM!'],
  [42, '#N/A'],
]);

/** Cells merged downwards hold their value for every row they cover (a community beside its people). */
function fillMergedCells(rows: readonly TableRow[], merges: readonly XLSX.Range[]): void {
  const rowByNumber = new Map(rows.map((row) => [row.row, row]));
  for (const { s: from, e: to } of merges) {
    const value = rowByNumber.get(from.r + 1)?.cells[from.c] ?? null;
    if (from.c !== to.c || isEmptyCell(value)) continue;
    for (let row = from.r + 2; row <= Math.min(to.r, maxRows) + 1; row += 1) {
      const cells = rowByNumber.get(row)?.cells;
      if (cells && isEmptyCell(cells[from.c])) fillCell(cells, from.c, value);
    }
  }
}

function fillCell(cells: Cell[], column: number, value: Cell): void {
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

function trimToWidth(rows: TableRow[]): TableRow[] {
  const width = rows.reduce(
    (widest, row) => Math.max(widest, row.cells.findLastIndex((cell) => !isEmptyCell(cell)) + 1),
    0,
  );
  return rows.map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: width }, (_, column) => cells[column] ?? null),
  }));
}
