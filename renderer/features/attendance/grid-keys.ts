import { headRow, type Place } from './grid-selection.ts';

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly shiftKey: boolean;
}

const clamp = (value: number, least: number, most: number) => Math.min(Math.max(value, least), most);

/** Where a key leads from a cell, as in a spreadsheet; null if the key is not one that moves. */
export function findPlaceByKey(
  { key, ctrlKey, shiftKey }: PressedKey,
  from: Place,
  size: GridSize,
): Place | null {
  const lastRow = size.rows - 1;
  const lastColumn = size.columns - 1;
  const firstRow = shiftKey ? 0 : headRow;
  const down = (step: number, least = 0) => ({ ...from, row: clamp(from.row + step, least, lastRow) });
  const across = (step: number) => ({ ...from, column: clamp(from.column + step, 0, lastColumn) });
  switch (key) {
    case 'ArrowDown':
      return ctrlKey ? { ...from, row: lastRow } : down(1);
    case 'ArrowUp':
      return ctrlKey ? { ...from, row: 0 } : down(-1, firstRow);
    case 'ArrowLeft':
      return ctrlKey ? { ...from, column: 0 } : across(-1);
    case 'ArrowRight':
      return ctrlKey ? { ...from, column: lastColumn } : across(1);
    case 'PageDown':
      return down(size.page);
    case 'PageUp':
      return down(-size.page);
    case 'Home':
      return ctrlKey ? { row: 0, column: 0 } : { ...from, column: 0 };
    case 'End':
      return ctrlKey ? { row: lastRow, column: lastColumn } : { ...from, column: lastColumn };
    default:
      return null;
  }
}
