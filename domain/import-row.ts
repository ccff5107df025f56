import type { CalendarDate } from './calendar-date.ts';
import type { IssuedIn } from './identity-card.ts';
import { readImportedName } from './import-name.ts';
import {
  readBirthDate,
  readEmail,
  readIdentity,
  readLanguages,
  readNit,
  readPhone,
  readSex,
  readText,
} from './import-values.ts';
import type { Language } from './language.ts';
import type { PersonName } from './person-name.ts';
import { collectCells, type ColumnMapping, type RowProblem } from './row-cells.ts';
import { writesMForWoman, type Sex } from './sex.ts';
import { cellText, type Cell, type TableRow } from './sheet-table.ts';

/** A person as a list tells of them; what it does not tell is null. */
export interface ImportedPerson extends PersonName {
  idNumber: string | null;
  idComplement: string | null;
  idIssuedIn: IssuedIn | null;
  sex: Sex | null;
  birthDate: CalendarDate | null;
  phone: string | null;
  email: string | null;
  community: string | null;
  organisationName: string | null;
  languages: Language[];
  trade: string | null;
  enterpriseName: string | null;
  nit: string | null;
  notes: string | null;
}

export type RowProblemCode = RowProblem['code'];

/** A row of the list as it was understood; `person` is null where there is no name at all. */
export interface RowReading {
  row: number;
  person: ImportedPerson | null;
  problems: RowProblem[];
}

/** Habits of a whole list, without which one cell can be misread. */
interface ListHabits {
  /** Men are written H or V, so that M is mujer. */
  mIsWoman: boolean;
  /** Columns in which most cells begin with a blank, which therefore says nothing. */
  paddedColumns: ReadonlySet<number>;
}

interface ReadOptions {
  /** The day it is in Bolivia: birth dates lie before it. */
  today: CalendarDate;
}

/** Reads every row of a list; the habits of the list as a whole decide what single cells leave open. */
export function readRows(
  rows: readonly TableRow[],
  mapping: ColumnMapping,
  options: ReadOptions,
): RowReading[] {
  const habits = findHabits(rows, mapping);
  return rows.map(({ row, cells }) => ({ row, ...readRow(cells, mapping, { ...options, ...habits }) }));
}

function findHabits(rows: readonly TableRow[], mapping: ColumnMapping): ListHabits {
  const textsOf = (column: number) =>
    rows.map((row) => cellText(row.cells[column] ?? null)).filter((text) => text !== '');
  const sexValues = mapping.filter(({ field }) => field === 'sex').flatMap(({ column }) => textsOf(column));
  const padded = mapping.filter(({ field, column }) => {
    const texts = field === 'surnames' ? textsOf(column) : [];
    return texts.filter((text) => /^\s/.test(text)).length > texts.length / 2;
  });
  return { mIsWoman: writesMForWoman(sexValues), paddedColumns: new Set(padded.map(({ column }) => column)) };
}

/**
 * Reads one row. Values that cannot be used are left out and reported with their column; doubtful ones are kept and
 * reported; an empty cell is no problem. A person of whom only surnames are given has them as given names, so that
 * the name is printed and sorted the same ('missingGivenNames').
 */
export function readRow(
  cells: readonly Cell[],
  mapping: ColumnMapping,
  options: ReadOptions & Partial<ListHabits>,
): Omit<RowReading, 'row'> {
  const problems: RowProblem[] = [];
  const row = collectCells(cells, mapping, problems);
  const name = readImportedName(row, options.paddedColumns ?? new Set());
  if (name === null) return { person: null, problems };
  const person: ImportedPerson = {
    ...name,
    ...readIdentity(row),
    sex: readSex(row, options.mIsWoman ?? false),
    birthDate: readBirthDate(row, options.today),
    phone: readPhone(row),
    email: readEmail(row),
    community: readText(row, 'community', 120),
    organisationName: readText(row, 'organisation', 160),
    languages: readLanguages(row),
    trade: readText(row, 'trade', 80),
    enterpriseName: readText(row, 'enterpriseName', 160),
    nit: readNit(row),
    notes: readText(row, 'notes', 2000),
  };
  return { person, problems };
}
