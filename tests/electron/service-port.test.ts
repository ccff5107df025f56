import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { MessagePort } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Contract } from '../../domain/contract/contract.ts';
import type { ShellBridge } from '../../domain/shell-bridge.ts';
import { boot } from '../../electron/main.ts';
import { app, ChildDouble, contextBridge, ipcMain, ipcRenderer, utilityProcess } from './electron-double.ts';
import type { PortDouble } from './port-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const projectFolder = resolve(import.meta.dirname, '../..');
const page = Object.assign(new EventEmitter(), {
  location: { origin: 'app://yachay' },
  postMessage: (message: unknown, origin: string, ports: unknown[]) =>
    page.emit('message', { message, origin, ports }),
});
let dataFolder = '';

/** Runs the real service program as Electron would: its arguments and `process.parentPort`, in this process. */
function runService(_path: string, given: string[]): ChildDouble {
  const child = new ChildDouble();
  const parentPort = new EventEmitter();
  process.argv = ['electron', 'service.js', ...given];
  Object.assign(process, { parentPort });
  const isRunning = import('../../service/hosts/port-main.ts');
  child.on('received', (data: unknown, ports: PortDouble[]) => {
    void isRunning.then(() => parentPort.emit('message', { data, ports }));
  });
  return child;
}

/** The way of a page's call to the main process and of main's ports to the page. */
function joinPageToMain(): void {
  const senderFrame = {
    origin: 'app://yachay',
    parent: null,
    postMessage: (channel: string, _message: unknown, ports: PortDouble[]) =>
      ipcRenderer.emit(channel, { ports: ports.map((port) => port.nodePort) }),
  };
  ipcRenderer.invoke.mockImplementation(async (channel, ...given) =>
    ipcMain.handlers.get(channel)?.({ senderFrame, sender: {} }, ...given),
  );
}

async function receivePort(shell: ShellBridge): Promise<MessagePort> {
  const arrived = new Promise<{ message: unknown; origin: string; ports: MessagePort[] }>((arrive) =>
    page.once('message', arrive),
  );
  await shell.requestServicePort();
  const { message, origin, ports } = await arrived;
  expect([message, origin, ports.length]).toEqual(['service-port', 'app://yachay', 1]);
  const [port] = ports;
  if (port === undefined) throw new Error('no port came');
  return port;
}

function callService(port: MessagePort): ContractRouterClient<Contract> {
  return createORPCClient(new RPCLink({ port }));
}

let shell: ShellBridge;

beforeAll(async () => {
  dataFolder = mkdtempSync(join(tmpdir(), 'yachay-port-'));
  app.appPath = projectFolder;
  process.argv = ['electron', '.', '--data', dataFolder];
  utilityProcess.fork.mockImplementation(runService);
  vi.stubGlobal('window', page);
  joinPageToMain();
  await boot(join(projectFolder, 'out/main'));
  await import('../../electron/preload.ts');
  const exposed = contextBridge.exposed.get('yachayShell');
  if (exposed === undefined) throw new Error('the preload shows nothing to the page');
  shell = exposed;
});

afterAll(() => {
  vi.unstubAllGlobals();
  rmSync(dataFolder, { recursive: true });
});

describe('the bridge of the preload', () => {
  it('shows the page seven things and nothing of Electron', () => {
    expect([...contextBridge.exposed.keys()]).toEqual(['yachayShell']);
    expect(Object.keys(shell)).toEqual([
      'platform',
      'requestServicePort',
      'saveDocument',
      'openDocument',
      'chooseFolder',
      'chooseBackup',
      'takeHandedPacket',
    ]);
    expect(shell.platform).toBe(process.platform);
  });
});

describe('a call through the port', () => {
  it('reaches the real service and comes back', async () => {
    const port = await receivePort(shell);
    const service = callService(port);
    expect(await service.setup.state()).toEqual({ state: 'needsSetup' });
    const municipalities = await service.setup.municipalities();
    expect(municipalities).toContainEqual(expect.objectContaining({ code: '030904', name: 'Vinto' }));
    port.close();
  });

  it('is refused by the service with a typed error when nobody is signed in', async () => {
    const port = await receivePort(shell);
    await expect(callService(port).office.get()).rejects.toMatchObject({ defined: true });
    port.close();
  });

  it('works again after the page was loaded anew, on a port of its own', async () => {
    const before = await receivePort(shell);
    before.close();
    const after = await receivePort(shell);
    expect(after).not.toBe(before);
    expect(await callService(after).setup.state()).toEqual({ state: 'needsSetup' });
    after.close();
  });
});
