import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { build } from './checks.ts';
import { projectRoot } from './tools.ts';

const builtFrom = ['domain', 'db', 'service', 'electron', 'renderer', 'resources'];
const decidedBy = ['electron.vite.config.ts', 'package-lock.json', 'tsconfig.json'];
const results = ['out/main/main.js', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds the application, unless what is built is newer than everything it is built from; false if it fails. */
export function buildIfStale(): boolean {
  return isBuilt() || build.run();
}

function isBuilt(): boolean {
  const built = results.map((file) => path.join(projectRoot, file));
  if (!built.every((file) => existsSync(file))) return false;
  return newestSource() < Math.min(...built.map(changedAt));
}

function newestSource(): number {
  const sources = [...builtFrom.flatMap(filesAndFolders), ...decidedBy];
  return Math.max(...sources.map((file) => changedAt(path.join(projectRoot, file))));
}

/** Folders count too: theirs is the time at which a file was last removed. */
function filesAndFolders(folder: string): string[] {
  const names = readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' });
  return [folder, ...names.map((name) => path.join(folder, name))];
}

function changedAt(file: string): number {
  return statSync(file).mtimeMs;
}
