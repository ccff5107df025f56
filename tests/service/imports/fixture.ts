import { readFileSync } from 'node:fs';
import { isReadProblem, type ReadProblem } from '../../../service/imports/read-problem.ts';
import type { SheetTable } from '../../../domain/sheet-table.ts';

/** A file of tests/fixtures/lists. */
export function readFixture(name: string): Uint8Array {
  return readFileSync(new URL(`../../fixtures/lists/${name}`, import.meta.url));
}

/** The table of a reading that must have found one. */
export function tableOf(result: SheetTable | ReadProblem): SheetTable {
  if (isReadProblem(result)) throw new Error(`not read: ${result.problem}`);
  return result;
}
