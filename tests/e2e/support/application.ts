import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser, testBrowserFlags } from '../../../scripts/find-browser.ts';
import { openHostedService } from '../../../service/hosts/hosted-service.ts';
import { startLoopbackHost } from '../../../service/hosts/loopback.ts';
import type { StoryClock } from './story-clock.ts';

const projectFolder = resolve(import.meta.dirname, '../../..');
const hostProgram = join(projectFolder, 'out/main/loopback.js');

/** What must never happen while the application is used. */
export interface Faults {
  consoleErrors: string[];
  policyViolations: string[];
  /** Addresses that are not the service's own. */
  foreignRequests: string[];
}

/** The built application as a person has it: the service, and a browser with a profile of its own. */
export interface Application {
  page: Page;
  faults: Faults;
  dataFolder: string;
  /** Ends the service and the window, and starts both again over the same data, or what `meanwhile` makes of them. */
  restart(meanwhile?: (dataFolder: string) => void): Promise<void>;
  close(): Promise<void>;
}

interface Running {
  context: BrowserContext;
  page: Page;
  endHost: () => Promise<void>;
}

const officeScreen = { width: 1366, height: 768 };

/** Starts the application over an empty data folder, or over what `prepare` puts there; by the clock on the wall or another. */
export async function openApplication(
  viewport = officeScreen,
  prepare: (dataFolder: string) => void = () => undefined,
  clock: StoryClock | null = null,
): Promise<Application> {
  const folder = mkdtempSync(join(tmpdir(), 'yachay-e2e-'));
  const dataFolder = join(folder, 'data');
  prepare(dataFolder);
  const faults: Faults = { consoleErrors: [], policyViolations: [], foreignRequests: [] };
  const open = () => start(folder, dataFolder, { faults, viewport, clock });
  let running = await open();
  const stop = async () => {
    await running.context.close();
    await running.endHost();
  };
  return {
    get page() {
      return running.page;
    },
    faults,
    dataFolder,
    restart: async (meanwhile = () => undefined) => {
      await stop();
      meanwhile(dataFolder);
      running = await open();
    },
    close: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Setting {
  faults: Faults;
  viewport: { width: number; height: number };
  clock: StoryClock | null;
}

async function start(
  folder: string,
  dataFolder: string,
  { faults, viewport, clock }: Setting,
): Promise<Running> {
  const { address, end } =
    clock === null ? await startHost(dataFolder) : await startHostBy(clock, dataFolder);
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('no Chromium is installed');
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath,
    args: testBrowserFlags,
    viewport,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(Number(process.env['E2E_TIMEOUT'] ?? 30_000));
  if (clock !== null) await context.clock.install({ time: clock.now() });
  const page = context.pages()[0] ?? (await context.newPage());
  await watchFaults(context, new URL(address).origin, faults);
  await page.goto(address);
  return { context, page, endHost: end };
}

interface Host {
  address: string;
  end: () => Promise<void>;
}

/** The same host in the process of the test, since no program can be handed a clock. */
async function startHostBy({ now }: StoryClock, dataFolder: string): Promise<Host> {
  const hosted = openHostedService({ dataFolder, resourcesFolder: join(projectFolder, 'resources'), now });
  const { service, end } = hosted;
  const host = await startLoopbackHost({ service, rendererFolder: join(projectFolder, 'out/renderer') });
  return { address: host.address, end: () => host.close().then(end) };
}

async function startHost(dataFolder: string): Promise<Host> {
  const host = spawn(process.execPath, [hostProgram, '--data', dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((found, failed) => {
    host.stdout.setEncoding('utf8').on('data', (text: string) => {
      const match = /http:\S+/.exec(text);
      if (match !== null) found(match[0]);
    });
    host.once('exit', (code) => failed(new Error(`the host ended with ${code}`)));
  });
  const end = async () => {
    const ended = once(host, 'exit');
    host.kill('SIGTERM');
    await ended;
  };
  return { address, end };
}

async function watchFaults(context: BrowserContext, origin: string, faults: Faults): Promise<void> {
  await context.exposeFunction('reportPolicyViolation', (text: string) => faults.policyViolations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const report: unknown = Reflect.get(window, 'reportPolicyViolation');
      if (typeof report === 'function') report(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  context.on('console', (message) => {
    if (message.type() === 'error') faults.consoleErrors.push(`${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => faults.consoleErrors.push(String(error.error())));
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) faults.foreignRequests.push(url);
  });
}
