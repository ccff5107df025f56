import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from './tools.ts';

const electronFolder = path.join(projectRoot, 'node_modules/electron');
const probeLimit = 10_000;

/**
 * Electron's program, if it is there and starts; else null. Its package is not asked: `require('electron')` would
 * download the program, which hangs where the network swallows the request.
 */
export function findElectron(): string | null {
  const pathFile = path.join(electronFolder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? path.join(electronFolder, 'dist');
  const program = path.join(folder, readFileSync(pathFile, 'utf8'));
  return existsSync(program) && starts(program) ? program : null;
}

function starts(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: probeLimit }).status === 0;
}

/** Fetches Electron's program for the next start; it may fail or be ended at any moment, since it only becomes valid when whole. */
export function downloadElectron(): ChildProcess {
  return spawn(process.execPath, [path.join(electronFolder, 'install.js')], { stdio: 'ignore' });
}
