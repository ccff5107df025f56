import type { ImportField } from './import-columns.ts';
import { cellText, isEmptyCell, isFault, type Cell } from './sheet-table.ts';

/** Something in a row that a person should look at. */
export interface RowProblem {
  field: ImportField;
  /** From 0. */
  column: number;
  /** The cell as it stands. */
  value: string;
  /** Of these only 'missingName' keeps the row from being imported. */
  code:
    | 'missingName'
    | 'missingGivenNames'
    | 'notAnIdentityCard'
    | 'unusualIdentityCard'
    | 'unknownIssuedIn'
    | 'unknownSex'
    | 'unknownLanguage'
    | 'notADate'
    | 'impossibleDate'
    | 'futureDate'
    | 'unlikelyBirthDate'
    | 'notAPhone'
    | 'unusualPhone'
    | 'severalPhones'
    | 'notAnEmail'
    | 'notANit'
    | 'tooLong'
    | 'formulaWithoutValue'
    | 'formulaError';
}

/** Which column means what. Of several columns with one field the first filled cell counts. */
export type ColumnMapping = readonly { column: number; field: ImportField }[];

/** A filled cell of a row, and what its column means. */
export interface FieldCell {
  field: ImportField;
  column: number;
  cell: Cell;
  text: string;
}

/** The filled cells of one row by their field, and where what is wrong with them is noted. */
export interface RowCells {
  findAll: (field: ImportField) => FieldCell[];
  report: (cell: FieldCell, code: RowProblem['code']) => void;
  /** Notes what is wrong with a field that has no cell. */
  reportField: (field: ImportField, code: RowProblem['code']) => void;
}

/** Gathers the filled cells of a row by field; formulas without a usable value are noted at once. */
export function collectCells(
  cells: readonly Cell[],
  mapping: ColumnMapping,
  problems: RowProblem[],
): RowCells {
  const filled = mapping
    .map(({ field, column }) => ({ field, column, cell: cells[column] ?? null }))
    .filter(({ cell }) => !isEmptyCell(cell))
    .map((found): FieldCell => ({ ...found, text: cellText(found.cell) }));
  const report = ({ field, column, text }: FieldCell, code: RowProblem['code']) => {
    problems.push({ field, column, value: text, code });
  };
  for (const found of filled) {
    if (isFault(found.cell) && found.field !== 'ignored' && found.field !== 'number')
      report(found, found.cell.fault);
  }
  return {
    findAll: (field) => filled.filter((found) => found.field === field && !isFault(found.cell)),
    report,
    reportField: (field, code) => {
      const column = mapping.find((mapped) => mapped.field === field)?.column ?? 0;
      problems.push({ field, column, value: '', code });
    },
  };
}
