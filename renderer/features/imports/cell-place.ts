/** A cell to show; `asked` grows, so that the same cell can be asked for again. */
export interface CellPlace {
  row: number;
  /** As Excel names it; null: the row as a whole. */
  column: string | null;
  /** Of which reading of the file: after the next one rows may stand elsewhere. */
  reading: number;
  asked: number;
}
