/**
 * A double of the parts of Electron the shell uses, for `vi.mock('electron', () => import(…))`. It records what
 * it is told and lets a test fire Electron's events; it decides nothing.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { vi } from 'vitest';
import type { ShellBridge } from '../../domain/shell-bridge.ts';
import { createPortPair, type PortDouble } from './port-double.ts';

export const workArea = { x: 0, y: 0, width: 1920, height: 1040 };

class AppDouble extends EventEmitter {
  locale = 'es-BO';
  isPackaged = false;
  appPath = '/yachay';
  isFirstInstance = true;
  commandLine = { appendSwitch: vi.fn<(name: string, value?: string) => void>() };
  folders = new Map<string, string>();
  quit = vi.fn<() => void>();
  exit = vi.fn<(code: number) => void>();
  enableSandbox = vi.fn<() => void>();
  setAppUserModelId = vi.fn<(id: string) => void>();
  whenReady = vi.fn<() => Promise<void>>(() => Promise.resolve());
  requestSingleInstanceLock = (): boolean => this.isFirstInstance;
  getLocale = (): string => this.locale;
  getAppPath = (): string => this.appPath;
  getPath = (name: string): string => this.folders.get(name) ?? `/home/office/${name}`;
  setPath = (name: string, path: string): void => {
    if (!existsSync(path)) throw new Error(`Failed to set path '${path}'`);
    this.folders.set(name, path);
  };
}

export class ContentsDouble extends EventEmitter {
  url = '';
  title = '';
  openWindow: (details: { url: string }) => unknown = () => null;
  reload = vi.fn<() => void>();
  send = vi.fn<(channel: string) => void>();
  getURL = (): string => this.url;
  getTitle = (): string => this.title;
  setWindowOpenHandler = (handler: (details: { url: string }) => unknown): void => {
    this.openWindow = handler;
  };
}

export interface WindowOptions extends Record<string, unknown> {
  webPreferences?: Record<string, unknown>;
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = [];
  static fromWebContents = (contents: unknown): BrowserWindow | null =>
    BrowserWindow.all.find((window) => window.webContents === contents) ?? null;

  options: WindowOptions;
  webContents = new ContentsDouble();
  minimized = false;
  maximized = false;
  show = vi.fn<() => void>();
  focus = vi.fn<() => void>();
  close = vi.fn<() => void>();
  restore = vi.fn<() => void>();
  maximize = vi.fn<() => void>();
  isDestroyed = (): boolean => false;
  isMinimized = (): boolean => this.minimized;
  isMaximized = (): boolean => this.maximized;
  getNormalBounds = () => ({ x: 10, y: 20, width: 1200, height: 700 });
  loadURL = vi.fn<(url: string) => Promise<void>>((url) => {
    this.webContents.url = url;
    return Promise.resolve();
  });

  constructor(options: WindowOptions) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

export class ChildDouble extends EventEmitter {
  received: { message: unknown; ports: PortDouble[] }[] = [];
  kill = vi.fn<() => void>(() => void this.emit('exit', 1));
  postMessage(message: unknown, ports: PortDouble[] = []): void {
    this.received.push({ message, ports });
    this.emit('received', message, ports);
  }
}

type Handler = (...given: unknown[]) => unknown;

class SessionDouble extends EventEmitter {
  onBeforeRequest: Handler = () => null;
  onPermissionRequest: Handler = () => null;
  onPermissionCheck: Handler = () => null;
  onDevicePermission: Handler = () => null;
  onDisplayMedia: Handler = () => null;
  webRequest = { onBeforeRequest: (handler: Handler): void => void (this.onBeforeRequest = handler) };
  setPermissionRequestHandler = (handler: Handler): void => void (this.onPermissionRequest = handler);
  setPermissionCheckHandler = (handler: Handler): void => void (this.onPermissionCheck = handler);
  setDevicePermissionHandler = (handler: Handler): void => void (this.onDevicePermission = handler);
  setDisplayMediaRequestHandler = (handler: Handler): void => void (this.onDisplayMedia = handler);
}

export const app = new AppDouble();
export const session = { defaultSession: new SessionDouble() };
export const screen = {
  getPrimaryDisplay: () => ({ workArea }),
  getAllDisplays: () => [{ workArea }],
};

export const protocol = {
  schemes: [] as unknown[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged: (schemes: unknown[]): void => void protocol.schemes.push(...schemes),
  handle: (scheme: string, handler: (request: Request) => Promise<Response>): void =>
    void protocol.handlers.set(scheme, handler),
};

export const utilityProcess = {
  children: [] as ChildDouble[],
  fork: vi.fn<(path: string, given: string[], options: unknown) => ChildDouble>(() => {
    const child = new ChildDouble();
    utilityProcess.children.push(child);
    return child;
  }),
};

export const dialog = {
  showErrorBox: vi.fn<(title: string, content: string) => void>(),
  showMessageBox: vi.fn<(...given: unknown[]) => Promise<{ response: number }>>(() =>
    Promise.resolve({ response: 1 }),
  ),
  showMessageBoxSync: vi.fn<(...given: unknown[]) => number>(() => 0),
  showSaveDialog: vi.fn<(...given: unknown[]) => Promise<{ canceled: boolean; filePath: string }>>(() =>
    Promise.resolve({ canceled: true, filePath: '' }),
  ),
  showOpenDialog: vi.fn<(...given: unknown[]) => Promise<{ canceled: boolean; filePaths: string[] }>>(() =>
    Promise.resolve({ canceled: true, filePaths: [] }),
  ),
};

export const shell = { openPath: vi.fn<(path: string) => Promise<string>>(() => Promise.resolve('')) };

export interface MenuItem {
  label?: string;
  role?: string;
  type?: string;
  registerAccelerator?: boolean;
  submenu?: MenuItem[];
}

export const Menu = {
  applicationMenu: [] as MenuItem[],
  popUps: [] as MenuItem[][],
  buildFromTemplate: (items: MenuItem[]) => ({ items, popup: (): void => void Menu.popUps.push(items) }),
  setApplicationMenu: (menu: { items: MenuItem[] }): void => {
    Menu.applicationMenu = menu.items;
  },
};

export const ipcMain = {
  handlers: new Map<string, Handler>(),
  handle: (channel: string, handler: Handler): void => void ipcMain.handlers.set(channel, handler),
};

/** The preload's side. `invoke` reaches the main side through whatever the test puts between the two. */
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn<(channel: string, ...given: unknown[]) => Promise<unknown>>(),
});

export const contextBridge = {
  exposed: new Map<string, ShellBridge>(),
  exposeInMainWorld: (name: string, value: ShellBridge): void => void contextBridge.exposed.set(name, value),
};

export class MessageChannelMain {
  port1: PortDouble;
  port2: PortDouble;
  constructor() {
    [this.port1, this.port2] = createPortPair();
  }
}

export function resetElectron(): void {
  app.removeAllListeners();
  ipcRenderer.removeAllListeners();
  app.folders.clear();
  Object.assign(app, { locale: 'es-BO', isPackaged: false, isFirstInstance: true, appPath: '/yachay' });
  Object.assign(workArea, { width: 1920, height: 1040 });
  session.defaultSession = new SessionDouble();
  BrowserWindow.all = [];
  utilityProcess.children = [];
  protocol.schemes = [];
  Menu.popUps = [];
  vi.clearAllMocks();
}

export function mainWindow(): BrowserWindow {
  const window = BrowserWindow.all[0];
  if (window === undefined) throw new Error('no window was opened');
  return window;
}

export function lastChild(): ChildDouble {
  const child = utilityProcess.children.at(-1);
  if (child === undefined) throw new Error('no service was started');
  return child;
}
