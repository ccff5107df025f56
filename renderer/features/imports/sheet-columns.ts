import type { ImportField } from '../../../domain/import-columns.ts';
import type { ImportDraft } from './use-import-draft.ts';

/** A column of the sheet as it is drawn. */
export interface SheetColumn {
  column: number;
  letter: string;
  heading: string;
  field: ImportField;
  /** Pixels. */
  width: number;
}

const usualWidth = 138;
const widthByField: Partial<Record<ImportField, number>> = {
  number: 56,
  complement: 84,
  issuedIn: 84,
  sex: 76,
  birthDate: 112,
  phone: 108,
  identityCard: 124,
  fullNameSurnamesFirst: 230,
  fullNameGivenFirst: 230,
  surnames: 172,
  ignored: 110,
};

/** Width of the column with the row numbers. */
export const numbersWidth = 54;

export function listSheetColumns({ upload, fields }: ImportDraft): SheetColumn[] {
  return upload.columns.map(({ column, letter, heading, field: recognised }, index) => {
    const field = fields[index] ?? recognised;
    return { column, letter, heading, field, width: widthByField[recognised] ?? usualWidth };
  });
}

/** How far the sheet scrolls sideways to have a column in sight; where it is already, if it has. */
export function leftToShow(
  columns: readonly SheetColumn[],
  letter: string | null,
  { scrollLeft, clientWidth }: { scrollLeft: number; clientWidth: number },
): number {
  const at = columns.findIndex((column) => column.letter === letter);
  if (at < 0) return scrollLeft;
  const left = columns.slice(0, at).reduce((sum, { width }) => sum + width, 0);
  const right = left + (columns[at]?.width ?? 0) + numbersWidth;
  if (left < scrollLeft) return left;
  return right > scrollLeft + clientWidth ? right - clientWidth : scrollLeft;
}
