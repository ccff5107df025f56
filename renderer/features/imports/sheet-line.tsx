import { VisuallyHidden } from '@mantine/core';
import { memo } from 'react';
import type { CellPlace } from './cell-place.ts';
import { cellKey } from './problem-groups.ts';
import type { SheetColumn } from './sheet-columns.ts';
import type { MarkedCells } from './use-marked-cells.ts';

/** Titles are not read, the header names the columns, the body is the list. */
export type SheetLineKind = 'title' | 'header' | 'body';

interface SheetLineProps {
  /** From 0, of all lines. */
  index: number;
  line: {
    kind: SheetLineKind;
    /** Null until its page is there. */
    row: number | null;
    cells: readonly string[];
  };
  columns: readonly SheetColumn[];
  marked: MarkedCells;
  shown: CellPlace | null;
}

/** One row of their sheet. */
export const SheetLine = memo(function SheetLine({ index, line, columns, marked, shown }: SheetLineProps) {
  const { kind, row, cells } = line;
  const isShown = row !== null && shown?.row === row;
  return (
    <tr
      aria-rowindex={index + 2}
      data-kind={kind}
      data-matched={(row !== null && marked.matchedRows.has(row)) || undefined}
      data-skipped={(row !== null && marked.skippedRows.has(row)) || undefined}
      data-shown={(isShown && shown.column === null) || undefined}
    >
      <th scope="row">{row}</th>
      {columns.map(({ column, letter, field }, place) => {
        const sentence =
          kind === 'body' && row !== null ? marked.sentenceByCell.get(cellKey(row, letter)) : undefined;
        return (
          <td
            key={letter}
            title={sentence}
            data-understood={(kind !== 'title' && field !== 'ignored') || undefined}
            data-problem={sentence !== undefined || undefined}
            data-shown={(isShown && shown.column === letter) || undefined}
          >
            {kind === 'header' ? cells[place] : cells[column]}
            {sentence !== undefined && <VisuallyHidden> ({sentence})</VisuallyHidden>}
          </td>
        );
      })}
    </tr>
  );
});
