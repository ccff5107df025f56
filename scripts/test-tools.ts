import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { findBrowser } from './find-browser.ts';

/** A program the tests use beside npm's packages, with what each system calls its package. */
export interface TestTool {
  readonly name: string;
  readonly isInstalled: () => boolean;
  readonly debian: readonly string[];
  readonly brew: string;
  readonly winget: string;
}

export const testTools: readonly TestTool[] = [
  {
    name: 'Chrome, Edge or Chromium',
    isInstalled: () => findBrowser() !== null,
    debian: ['chromium', 'fonts-liberation'],
    brew: '--cask google-chrome',
    winget: 'Google.Chrome',
  },
  ...['pdftotext', 'pdftoppm'].map((program) => ({
    name: program,
    isInstalled: () => isOnPath(program),
    debian: ['poppler-utils'],
    brew: 'poppler',
    winget: 'oschwartz10612.Poppler',
  })),
  {
    name: 'zbarimg',
    isInstalled: () => isOnPath('zbarimg'),
    debian: ['zbar-tools'],
    brew: 'zbar',
    winget: 'ZBar.ZBar',
  },
  { name: 'qpdf', isInstalled: () => isOnPath('qpdf'), debian: ['qpdf'], brew: 'qpdf', winget: 'QPDF.QPDF' },
  {
    name: 'age',
    isInstalled: () => isOnPath('age'),
    debian: ['age'],
    brew: 'age',
    winget: 'FiloSottile.age',
  },
  {
    name: 'sqlite3',
    isInstalled: () => isOnPath('sqlite3'),
    debian: ['sqlite3'],
    brew: 'sqlite',
    winget: 'SQLite.SQLite',
  },
];

/** The command that installs the missing programs on this kind of system. */
export function installCommand(missing: readonly TestTool[], platform: NodeJS.Platform): string {
  if (platform === 'darwin') return `brew install ${distinct(missing.map((tool) => tool.brew)).join(' ')}`;
  if (platform === 'win32') return `winget install ${distinct(missing.map((tool) => tool.winget)).join(' ')}`;
  return `sudo apt-get install ${debianPackages(missing).join(' ')}`;
}

/** One message that names what is missing and how to get it. */
export function missingToolsMessage(missing: readonly TestTool[], platform: NodeJS.Platform): string {
  const names = missing.map((tool) => tool.name).join(', ');
  const command = installCommand(missing, platform);
  return [
    `Para las pruebas falta: ${names}. Instálelo con: ${command}`,
    `The tests need: ${names}. Install with: ${command}`,
  ].join('\n');
}

/** Makes sure of every program the tests need; installs what is missing where that can be done without a password. */
export function installTestTools(): boolean {
  const missing = missingTools();
  if (missing.length > 0) installWithApt(debianPackages(missing));
  const stillMissing = missingTools();
  if (stillMissing.length > 0) console.error(missingToolsMessage(stillMissing, process.platform));
  return stillMissing.length === 0;
}

function missingTools(): TestTool[] {
  return testTools.filter((tool) => !tool.isInstalled());
}

function installWithApt(packages: readonly string[]): void {
  const asRoot = rootPrefix();
  if (asRoot === null || !isOnPath('apt-get')) return;
  console.error(`Instalando para las pruebas · Installing for the tests: ${packages.join(' ')}`);
  const runApt = (...args: string[]) =>
    run([...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]);
  if (runApt('update')) runApt('install', '-y', '--no-install-recommends', ...packages);
}

/** What to put before a command so that it runs as root: nothing, sudo if it asks no password, null if impossible. */
function rootPrefix(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  const canSudo = isOnPath('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return canSudo ? ['sudo', '-n'] : null;
}

/** Runs a command; what it prints goes to standard error. */
function run([command = '', ...args]: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;
}

function isOnPath(program: string): boolean {
  const file = process.platform === 'win32' ? `${program}.exe` : program;
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => folder !== '' && existsSync(path.join(folder, file)));
}

function debianPackages(tools: readonly TestTool[]): string[] {
  return distinct(tools.flatMap((tool) => tool.debian));
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
