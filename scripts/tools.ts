import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the project, wherever the command was typed. */
export const projectRoot = path.resolve(import.meta.dirname, '..');

/** The script behind a command of an installed package, e.g. `tsc` of `typescript`. */
function toolScript(packageName: string, command: string): string {
  const folder = path.join(projectRoot, 'node_modules', packageName);
  const manifest: unknown = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const script = commandPath(manifest, command);
  if (script === null) throw new Error(`${packageName} has no command ${command}`);
  return path.join(folder, script);
}

function commandPath(manifest: unknown, command: string): string | null {
  const bin = property(manifest, 'bin');
  const script = typeof bin === 'string' ? bin : property(bin, command);
  return typeof script === 'string' ? script : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : null;
}

/** Runs a command of an installed package under this Node, in the project's folder; true when it ended well. */
export function runTool(packageName: string, command: string, args: readonly string[] = []): boolean {
  const ended = spawnSync(process.execPath, [toolScript(packageName, command), ...args], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  return ended.status === 0;
}

/** What a command of an installed package prints on standard output. */
export function readTool(packageName: string, command: string, args: readonly string[]): string {
  const ended = spawnSync(process.execPath, [toolScript(packageName, command), ...args], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0) throw new Error(`${command} ended with status ${ended.status}`);
  return ended.stdout;
}
