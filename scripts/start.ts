/** `npm start [-- --data DIR] [--browser]`: Electron if it is there, else the loopback host in a browser's window. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { hasDisplay, openAppWindow, sandboxFlags } from './app-window.ts';
import { downloadElectron, findElectron } from './electron-binary.ts';
import { buildIfStale } from './fresh-build.ts';
import { projectRoot } from './tools.ts';

const children = new Set<ChildProcess>();

/** Keeps the process among those that end with us. */
function keep(child: ChildProcess): ChildProcess {
  children.add(child);
  child.once('error', (error) => console.error(error.message));
  child.once('close', () => children.delete(child));
  return child;
}

let isEnding = false;

function endAll(): void {
  isEnding = true;
  for (const child of children) child.kill('SIGTERM');
}

function startElectron(electron: string, dataArgs: readonly string[]): void {
  const app = keep(spawn(electron, [...sandboxFlags(), projectRoot, ...dataArgs], { stdio: 'inherit' }));
  app.once('close', (code) => {
    process.exitCode = code ?? 0;
  });
}

function startLoopbackHost(dataArgs: readonly string[]): void {
  const script = path.join(projectRoot, 'out/main/loopback.js');
  const host = spawn(process.execPath, [script, ...dataArgs], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  keep(host).once('close', (code) => {
    process.exitCode = code ?? 0;
    endAll();
  });
  createInterface({ input: host.stdout }).on('line', (line) => {
    console.log(line);
    const address = /^Yachay: (http:\S+)$/.exec(line)?.[1];
    if (address !== undefined) showAddress(address);
  });
}

function showAddress(address: string): void {
  const window = hasDisplay() ? openAppWindow(address) : null;
  if (window === null) return askToOpenAddress();
  keep(window).once('close', (code) => {
    if (code === 0) endAll();
    else if (!isEnding) askToOpenAddress();
  });
}

function askToOpenAddress(): void {
  console.log('Abra esta dirección en un navegador. · Open this address in a browser.');
}

function start(dataArgs: readonly string[], inBrowser: boolean): void {
  const electron = inBrowser || !hasDisplay() ? null : findElectron();
  if (electron !== null) return startElectron(electron, dataArgs);
  startLoopbackHost(dataArgs);
  if (!inBrowser && hasDisplay()) keep(downloadElectron());
}

const { values } = parseArgs({
  options: { data: { type: 'string' }, browser: { type: 'boolean', default: false } },
});
const dataArgs = values.data === undefined ? [] : ['--data', path.resolve(values.data)];
for (const ending of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(ending, endAll);

if (buildIfStale()) start(dataArgs, values.browser);
else process.exitCode = 1;
