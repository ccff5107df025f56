// Installs the packages when they are not those of the lock. Plain JavaScript: it runs on the Node that is there (20).
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const stampFile = path.join(root, 'node_modules', '.setup-stamp');

/** The parts of package.json that decide what gets installed; a changed script must not reinstall everything. */
const installedFields = ['dependencies', 'devDependencies', 'optionalDependencies', 'overrides'];

/**
 * What the installed packages are stamped with: the same lock, dependencies and kind of machine give the same stamp.
 * @param {string} lockText
 * @param {string} packageText
 * @param {string} machine
 */
export function stampOf(lockText, packageText, machine) {
  const manifest = JSON.parse(packageText);
  const wanted = installedFields.map((field) => manifest[field] ?? {});
  return createHash('sha256')
    .update(JSON.stringify([lockText, wanted, machine]))
    .digest('hex');
}

/**
 * How to call npm: the one that started us, under the same Node; else the one on PATH.
 * @param {string | undefined} execPath npm_execpath, which other package managers set to themselves
 * @param {string} platform
 */
export function npmCommand(execPath, platform) {
  if (execPath !== undefined && /npm-cli\.c?js$/.test(execPath)) {
    return { file: process.execPath, args: [execPath], shell: false };
  }
  return { file: 'npm', args: [], shell: platform === 'win32' };
}

function currentStamp() {
  const read = (/** @type {string} */ name) => readFileSync(path.join(root, name), 'utf8');
  return stampOf(read('package-lock.json'), read('package.json'), `${process.platform}-${process.arch}`);
}

function isInstalled(/** @type {string} */ stamp) {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp;
}

/** Runs `npm ci`; all it prints goes to standard error, which keeps standard output for the command. */
function installPackages() {
  const { file, args, shell } = npmCommand(process.env['npm_execpath'], process.platform);
  const command = [...args, 'ci', '--loglevel=error', '--no-fund', '--no-audit'];
  return spawnSync(file, command, { cwd: root, shell, stdio: ['ignore', 2, 2] }).status === 0;
}

/** Makes node_modules match the lock; false, with a message, when that cannot be done. */
export function setUp() {
  const stamp = currentStamp();
  if (isInstalled(stamp)) return true;
  console.error('Instalando los componentes (solo la primera vez)… · Installing packages (only once)…');
  if (!installPackages()) {
    console.error(
      'No se pudo instalar. Revise la conexión a internet y el espacio en disco, ejecute «npm ci» y vuelva a intentarlo.',
    );
    console.error(
      'Installation failed. Check the network and the free disk space, run "npm ci" and try again.',
    );
    return false;
  }
  writeFileSync(stampFile, stamp);
  return true;
}
