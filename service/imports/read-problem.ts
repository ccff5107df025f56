import type { UnreadableReason } from '../../domain/import.ts';
import type { SheetTable } from '../../domain/sheet-table.ts';

/** Why a file cannot be read as a list. */
export interface ReadProblem {
  problem: UnreadableReason;
}

// Apart from the reading itself, whose library of a megabyte is for the worker alone.
export function isReadProblem(result: SheetTable | ReadProblem): result is ReadProblem {
  return 'problem' in result;
}
