import { findNameOrder, isCommonGivenName } from './given-names.ts';
import { parseIdentityCard, parseIssuedIn } from './identity-card.ts';
import { findFieldOfHeading, isSilentHeading, type ImportField } from './import-columns.ts';
import { parsePhone } from './phone.ts';
import { parseSex } from './sex.ts';
import {
  cellText,
  columnLetter,
  isEmptyCell,
  type Cell,
  type TableColumn,
  type TableRow,
} from './sheet-table.ts';
import { collapseBlanks } from './text.ts';

/**
 * Says what each column means: by its heading, or by its values where the heading is silent. A surname column
 * followed by a silent one with names is the paternal and the maternal surname (one heading over two columns); the
 * order within whole names is the one the names themselves show, else the one the heading says.
 */
export function recogniseColumns(
  headings: readonly string[],
  sampleRows: readonly TableRow[],
): TableColumn[] {
  const columns = headings.map((heading, column): TableColumn => {
    const samples = sampleColumn(sampleRows, column);
    const values = sampleRows.map((row) => row.cells[column] ?? null).filter((cell) => !isEmptyCell(cell));
    const field = isSilentHeading(heading) ? sniffField(values) : (findFieldOfHeading(heading) ?? 'ignored');
    return { column, letter: columnLetter(column), heading: collapseBlanks(heading), field, samples };
  });
  return settleNames(columns, sampleRows);
}

function sampleColumn(rows: readonly TableRow[], column: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const text = collapseBlanks(cellText(row.cells[column] ?? null));
    if (text !== '') samples.add(text);
    if (samples.size === 5) break;
  }
  return [...samples];
}

/** What the values of a column look like, if nearly all of them agree. */
function sniffField(values: readonly Cell[]): ImportField {
  const texts = values.map((value) => collapseBlanks(cellText(value)));
  const mostly = (isLike: (text: string, index: number) => boolean) =>
    texts.length > 0 && texts.filter(isLike).length >= texts.length * 0.8;
  if (mostly((_, index) => isDateCell(values[index]))) return 'birthDate';
  if (mostly((text) => /^\d{1,2}[-/.]\d{1,2}[-/.](\d{2}|\d{4})$/.test(text))) return 'birthDate';
  if (mostly((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text))) return 'email';
  if (mostly((text) => parseSex(text) !== null)) return 'sex';
  if (mostly((text) => parseIssuedIn(text).issuedIn !== null)) return 'issuedIn';
  if (mostly((text, index) => Number(text) === index + 1)) return 'number';
  if (mostly((text) => /\d{8}|-\d{5}/.test(text) && /^[67]/.test(parsePhone(text).phone ?? '')))
    return 'phone';
  if (mostly((text) => /\d{5}/.test(text.replace(/\D/g, '')) && parseIdentityCard(text).warning === null))
    return 'identityCard';
  return sniffName(texts, mostly);
}

function isDateCell(cell: Cell | undefined): boolean {
  return typeof cell === 'object' && cell !== null && 'date' in cell;
}

function sniffName(
  texts: readonly string[],
  mostly: (isLike: (text: string) => boolean) => boolean,
): ImportField {
  if (!mostly((text) => /^[\p{L} .,'’-]{2,60}$/u.test(text))) return 'ignored';
  const named = texts.filter((text) => text.split(/[ ,]+/).some(isCommonGivenName)).length;
  if (named < texts.length / 3) return 'ignored';
  if (!mostly((text) => /[ ,]/.test(text))) return 'givenNames';
  return findNameOrder(texts) === 'givenNamesFirst' ? 'fullNameGivenFirst' : 'fullNameSurnamesFirst';
}

const surnameFields = new Set<ImportField>(['paternalSurname', 'maternalSurname', 'surnames']);

function settleNames(columns: readonly TableColumn[], rows: readonly TableRow[]): TableColumn[] {
  const hasSurnames = columns.some((column) => surnameFields.has(column.field));
  const textsOf = (column: TableColumn) =>
    rows.map((row) => cellText(row.cells[column.column] ?? null)).filter(Boolean);
  return columns.map((column, index) => {
    if (isSecondSurname(columns, index)) return { ...column, field: 'maternalSurname' };
    if (column.field === 'surnames' && isSecondSurname(columns, index + 1)) {
      return { ...column, field: 'paternalSurname' };
    }
    const isWhole = column.field === 'givenNames' && !hasSurnames && isWholeName(textsOf(column));
    if (!isWhole && !column.field.startsWith('fullName')) return column;
    const order = findNameOrder(textsOf(column));
    if (order === null) return isWhole ? { ...column, field: 'fullNameGivenFirst' } : column;
    return { ...column, field: order === 'surnamesFirst' ? 'fullNameSurnamesFirst' : 'fullNameGivenFirst' };
  });
}

/** A silent column of words right of the only surname column. */
function isSecondSurname(columns: readonly TableColumn[], index: number): boolean {
  const column = columns[index];
  const before = columns[index - 1];
  if (column === undefined || before?.field !== 'surnames' || !isSilentHeading(column.heading)) return false;
  return column.samples.length > 0 && column.samples.every((text) => /^[\p{L} .'’-]+$/u.test(text));
}

/** 'NOMBRE' alone, without a surname column, heads whole names when most have at least two words. */
function isWholeName(texts: readonly string[]): boolean {
  const many = texts.filter((text) => collapseBlanks(text).includes(' ')).length;
  return texts.length > 0 && many >= texts.length * 0.8;
}
