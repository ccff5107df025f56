import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { RunCounts } from './run.ts';

/** What came of a number of runs: how they failed, or null. */
export interface PropertyOutcome {
  readonly report: string | null;
  readonly counts: RunCounts;
}

const program = path.resolve(import.meta.dirname, 'run-property.ts');

/** Runs the property in a process of its own. Throws with what it said where the program itself fails. */
export async function startProperty(order: {
  seed: number;
  runs: number;
  mutant?: string;
}): Promise<PropertyOutcome> {
  const words = Object.entries(order).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const { stdout } = await promisify(execFile)(process.execPath, [program, ...words]);
  return JSON.parse(stdout) as PropertyOutcome;
}
