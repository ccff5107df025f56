import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const main = resolve(import.meta.dirname, '../../../service/cli/main.ts');

export interface YachayRun {
  status: number | null;
  /** Standard output, and the JSON it holds if it does. */
  output: string;
  json: unknown;
  errors: string;
}

/** Runs the command line as a technician would, in a process of its own. */
export function runYachay(dataFolder: string, ...words: string[]): YachayRun {
  const run = spawnSync(process.execPath, [main, '--data', dataFolder, ...words], { encoding: 'utf8' });
  return { status: run.status, output: run.stdout, json: parseOrNull(run.stdout), errors: run.stderr };
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
