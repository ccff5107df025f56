import type { ImportField } from './import-columns.ts';
import type { RowCells } from './row-cells.ts';
import {
  fullName,
  splitFullName,
  splitSurnames,
  tidyName,
  type PersonName,
  type Surnames,
} from './person-name.ts';
import { isBlankMark } from './text.ts';

const longestGivenNames = 120;
const longestSurname = 80;

/** Reads the name out of whichever columns hold it, or notes that there is none and returns null. */
export function readImportedName(row: RowCells, paddedColumns: ReadonlySet<number>): PersonName | null {
  const name = readParts(row, paddedColumns) ?? readWhole(row);
  if (name === null) {
    row.reportField('givenNames', 'missingName');
    return null;
  }
  if (name.givenNames !== '') return fitLengths(row, name);
  row.reportField('givenNames', 'missingGivenNames');
  const only = {
    givenNames: fullName(name),
    paternalSurname: null,
    maternalSurname: null,
    marriedSurname: null,
  };
  return fitLengths(row, only);
}

/** Given names and surnames of columns of their own; null where these say nothing. */
function readParts(row: RowCells, paddedColumns: ReadonlySet<number>): PersonName | null {
  const givenNames = tidyName(
    row
      .findAll('givenNames')
      .map((cell) => cell.text)
      .filter((text) => !isBlankMark(text))
      .join(' '),
  );
  const surnames = readSurnames(row, paddedColumns);
  const isEmpty = givenNames === '' && Object.values(surnames).every((surname) => surname === null);
  return isEmpty ? null : { givenNames, ...surnames };
}

function readSurnames(row: RowCells, paddedColumns: ReadonlySet<number>): Surnames {
  const both = findText(row, 'surnames');
  if (both !== null) return splitSurnames(paddedColumns.has(both.column) ? both.text.trim() : both.text);
  const paternal = findText(row, 'paternalSurname')?.text.trim() ?? null;
  const maternal = findText(row, 'maternalSurname')?.text.trim() ?? null;
  // Both surnames in the paternal column are met as often as a compound surname; the name printed is the same.
  if (maternal === null) return splitSurnames(paternal ?? '');
  const { paternalSurname, maternalSurname, marriedSurname } = splitSurnames(maternal);
  const own = [paternalSurname, maternalSurname].filter((surname) => surname !== null).join(' ');
  return {
    paternalSurname: paternal === null ? null : tidyName(paternal),
    maternalSurname: own === '' ? null : own,
    marriedSurname,
  };
}

function readWhole(row: RowCells): PersonName | null {
  const surnamesFirst = findText(row, 'fullNameSurnamesFirst');
  if (surnamesFirst !== null) return splitFullName(surnamesFirst.text, 'surnamesFirst');
  const givenFirst = findText(row, 'fullNameGivenFirst');
  return givenFirst === null ? null : splitFullName(givenFirst.text, 'givenNamesFirst');
}

function findText(row: RowCells, field: ImportField): { text: string; column: number } | null {
  return row.findAll(field).find((cell) => !isBlankMark(cell.text)) ?? null;
}

function fitLengths(row: RowCells, name: PersonName): PersonName {
  const cut = (text: string | null, longest: number) => text?.slice(0, longest).trim() ?? null;
  const fitting: PersonName = {
    givenNames: name.givenNames.slice(0, longestGivenNames).trim(),
    paternalSurname: cut(name.paternalSurname, longestSurname),
    maternalSurname: cut(name.maternalSurname, longestSurname),
    marriedSurname: cut(name.marriedSurname, longestSurname),
  };
  if (fullName(fitting) !== fullName(name)) row.reportField('givenNames', 'tooLong');
  return fitting;
}
