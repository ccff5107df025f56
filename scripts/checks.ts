import { readdirSync } from 'node:fs';
import path from 'node:path';
import { projectRoot, runTool } from './tools.ts';

/** One step of `npm test` or `npm run verify`. */
export interface Check {
  readonly name: string;
  readonly run: () => boolean;
}

const typedFolders = [
  '.',
  'domain',
  'db',
  'service',
  'electron',
  'renderer',
  'scripts',
  'tests',
  'tests/renderer',
];

/** Every tsconfig*.json of the project: one per folder, since each folder may use other globals. */
function typeProjects(): string[] {
  return typedFolders.flatMap((folder) =>
    readdirSync(path.join(projectRoot, folder))
      .filter((name) => /^tsconfig.*\.json$/.test(name))
      .map((name) => path.join(folder, name)),
  );
}

function checkTypes(project: string): boolean {
  const remembered = path.join(
    'node_modules/.cache/types',
    `${project.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`,
  );
  return runTool('typescript', 'tsc', ['-p', project, '--incremental', '--tsBuildInfoFile', remembered]);
}

export const types: Check = { name: 'types', run: () => typeProjects().every(checkTypes) };
export const lint: Check = { name: 'lint', run: () => runTool('oxlint', 'oxlint') };
export const format: Check = { name: 'format', run: () => runTool('prettier', 'prettier', ['--check', '.']) };
export const unusedCode: Check = { name: 'unused code', run: () => runTool('knip', 'knip') };

/** What dependency-cruiser looks at, by which rules. */
export const cruiseArguments = [
  '--config',
  '.dependency-cruiser.mjs',
  '{domain,db,service,electron,renderer}/**/*.{ts,tsx}',
];

export const layers: Check = {
  name: 'layers',
  run: () => runTool('dependency-cruiser', 'depcruise', cruiseArguments),
};
export const build: Check = {
  name: 'build',
  run: () => runTool('electron-vite', 'electron-vite', ['build', '--logLevel', 'warn']),
};

/** The tests; `args` go to vitest, e.g. a folder. */
export function tests(args: readonly string[]): Check {
  return { name: 'tests', run: () => runTool('vitest', 'vitest', ['run', ...args]) };
}

/** Runs the checks in order and stops at the first that fails; the exit status says so. */
export function runChecks(checks: readonly Check[]): void {
  for (const { name, run } of checks) {
    console.error(`\n> ${name}`);
    if (!run()) {
      console.error(`\n${name}: failed`);
      process.exitCode = 1;
      return;
    }
  }
}
