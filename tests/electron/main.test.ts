import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { boot } from '../../electron/main.ts';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  lastChild,
  mainWindow,
  Menu,
  protocol,
  resetElectron,
  session,
  utilityProcess,
} from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const buildFolder = '/yachay/out/main';
const documentId = '0Ab1Cd2Ef3Gh4Ij5Kl6Mn7';
const commandLine = process.argv;
let userFolder = '';

function navigate(url: string): boolean {
  const preventDefault = vi.fn<() => void>();
  mainWindow().webContents.emit('will-navigate', { url, preventDefault });
  return preventDefault.mock.calls.length === 0;
}

beforeEach(() => {
  resetElectron();
  userFolder = mkdtempSync(join(tmpdir(), 'yachay-main-'));
  app.folders.set('appData', userFolder);
  process.argv = ['electron', '.'];
});

afterEach(() => {
  process.argv = commandLine;
  rmSync(userFolder, { recursive: true });
});

describe('starting the application', () => {
  it('locks down everything that must be locked before Electron is ready', async () => {
    app.whenReady.mockImplementationOnce(() => {
      expect(app.enableSandbox).toHaveBeenCalledOnce();
      expect(app.commandLine.appendSwitch).toHaveBeenCalledWith('host-resolver-rules', 'MAP * ~NOTFOUND');
      expect(app.commandLine.appendSwitch).toHaveBeenCalledWith('disable-background-networking', undefined);
      expect(protocol.schemes).toHaveLength(1);
      expect(app.getPath('userData')).toBe(join(userFolder, 'Yachay', 'browser'));
      return Promise.resolve();
    });
    await boot(buildFolder);
    expect(app.whenReady).toHaveBeenCalledOnce();
    expect(app.setAppUserModelId).toHaveBeenCalledWith('bo.yachay.app');
  });

  it('opens one window with no way from the page to Node', async () => {
    await boot(buildFolder);
    expect(BrowserWindow.all).toHaveLength(1);
    expect(mainWindow().options).toEqual({
      show: false,
      title: 'Yachay',
      icon: '/yachay/resources/icons/icon.png',
      backgroundColor: '#f7f5f0',
      width: 1280,
      height: 800,
      minWidth: 1024,
      minHeight: 640,
      webPreferences: {
        preload: '/yachay/out/preload/preload.cjs',
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        webviewTag: false,
        spellcheck: false,
        navigateOnDragDrop: false,
      },
    });
    expect(mainWindow().loadURL).toHaveBeenCalledExactlyOnceWith('app://yachay/');
  });

  it('shows the window only when it has something to show', async () => {
    await boot(buildFolder);
    expect(mainWindow().show).not.toHaveBeenCalled();
    mainWindow().emit('ready-to-show');
    expect(mainWindow().show).toHaveBeenCalledOnce();
  });

  it('starts the service with the data and resources folders', async () => {
    await boot(buildFolder);
    expect(utilityProcess.fork).toHaveBeenCalledExactlyOnceWith(
      '/yachay/out/main/service.js',
      ['--data', join(userFolder, 'Yachay'), '--resources', '/yachay/resources'],
      { serviceName: 'yachay-service' },
    );
  });

  it('keeps everything in the folder given with --data', async () => {
    const chosen = join(userFolder, 'usb');
    process.argv = ['electron', '.', `--data=${chosen}`];
    await boot(buildFolder);
    expect(app.getPath('userData')).toBe(join(chosen, 'browser'));
    expect(utilityProcess.fork.mock.lastCall?.[1]).toContain(chosen);
  });

  it('runs the unpacked service with the packaged resources once installed', async () => {
    app.isPackaged = true;
    Object.assign(process, { resourcesPath: '/opt/Yachay/resources' });
    await boot('/opt/Yachay/resources/app.asar/out/main');
    expect(utilityProcess.fork.mock.lastCall?.[0]).toBe(
      '/opt/Yachay/resources/app.asar.unpacked/out/main/service.js',
    );
    expect(utilityProcess.fork.mock.lastCall?.[1]).toContain('/opt/Yachay/resources/resources');
    expect(JSON.stringify(Menu.applicationMenu)).not.toContain('toggleDevTools');
  });

  it('denies every permission and every request that would leave the machine', async () => {
    await boot(buildFolder);
    const locked = session.defaultSession;
    const answers: unknown[] = [];
    const answer = (value: unknown): number => answers.push(value);
    locked.onPermissionRequest(null, 'media', answer);
    locked.onDisplayMedia(null, answer);
    locked.onBeforeRequest({ url: 'https://example.org/' }, answer);
    locked.onBeforeRequest({ url: 'app://yachay/' }, answer);
    expect(answers).toEqual([false, null, { cancel: true }, { cancel: false }]);
    expect(locked.onPermissionCheck(null, 'geolocation')).toBe(false);
    expect(locked.onDevicePermission({ deviceType: 'usb' })).toBe(false);
  });

  it('refuses downloads that nobody of ours made', async () => {
    await boot(buildFolder);
    const preventDefault = vi.fn<() => void>();
    const item = { getURL: () => 'https://example.org/x', getFilename: () => 'x.exe' };
    session.defaultSession.emit('will-download', { preventDefault }, item, mainWindow().webContents);
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('a second start', () => {
  it('ends at once and opens nothing', async () => {
    app.isFirstInstance = false;
    await boot(buildFolder);
    expect(app.quit).toHaveBeenCalledOnce();
    expect(BrowserWindow.all).toEqual([]);
    expect(utilityProcess.fork).not.toHaveBeenCalled();
  });

  it('brings the first window to the front, even when it is minimised', async () => {
    await boot(buildFolder);
    mainWindow().minimized = true;
    app.emit('second-instance', {}, ['electron', '.'], userFolder);
    expect(mainWindow().restore).toHaveBeenCalledOnce();
    expect(mainWindow().focus).toHaveBeenCalledOnce();
  });
});

describe('a packet that is opened from outside', () => {
  const announced = (): unknown[][] => mainWindow().webContents.send.mock.calls;
  const packet = (name: string): string => {
    const path = join(userFolder, name);
    writeFileSync(path, `the packet ${name}`);
    return path;
  };
  const takeNext = async (): Promise<unknown> => {
    const senderFrame = { origin: 'app://yachay', parent: null };
    return ipcMain.handlers.get('take-handed-packet')?.({ senderFrame, sender: {} });
  };

  it('at the start waits until the page asks for it, once', async () => {
    process.argv = ['electron', '.', packet('PC de Rosa.yachay')];
    await boot(buildFolder);
    expect(await takeNext()).toMatchObject({ outcome: 'read', name: 'PC de Rosa.yachay' });
    expect(await takeNext()).toBeNull();
  });

  it('while Yachay is open comes to the window that is there, and the page is told', async () => {
    await boot(buildFolder);
    packet('Lista.yachay');
    mainWindow().minimized = true;
    app.emit('second-instance', {}, ['yachay.exe', '--flag', 'Lista.yachay'], userFolder);
    expect(mainWindow().restore).toHaveBeenCalled();
    expect(announced()).toEqual([['packet-handed']]);
    expect(await takeNext()).toMatchObject({ name: 'Lista.yachay' });
  });

  it('comes as an event of its own on macOS, which may be before the window is there', async () => {
    const preventDefault = vi.fn<() => void>();
    app.whenReady.mockImplementationOnce(() => {
      app.emit('open-file', { preventDefault }, packet('a.yachay'));
      return Promise.resolve();
    });
    await boot(buildFolder);
    app.emit('open-file', { preventDefault }, packet('b.yachay'));
    expect(preventDefault).toHaveBeenCalledTimes(2);
    expect(announced()).toHaveLength(1);
    expect(await takeNext()).toMatchObject({ name: 'a.yachay' });
    expect(await takeNext()).toMatchObject({ name: 'b.yachay' });
  });

  it('is the only thing taken so: another file is not', async () => {
    process.argv = ['electron', '.', packet('secret.txt')];
    await boot(buildFolder);
    app.emit('open-file', { preventDefault: () => undefined }, join(userFolder, 'secret.txt'));
    expect(await takeNext()).toBeNull();
  });
});

describe('where the page may go', () => {
  it('reloads itself', async () => {
    await boot(buildFolder);
    expect(navigate('app://yachay/personas')).toBe(true);
  });

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'app://other/',
    'data:text/html,x',
  ])('is refused %s, as a navigation and as a window', async (url) => {
    await boot(buildFolder);
    expect(navigate(url)).toBe(false);
    expect(mainWindow().webContents.openWindow({ url })).toEqual({ action: 'deny' });
    expect(BrowserWindow.all).toHaveLength(1);
  });

  it('gets a document in a viewer window of its own, without a preload', async () => {
    await boot(buildFolder);
    const url = `app://yachay/documents/${documentId}.pdf`;
    expect(mainWindow().webContents.openWindow({ url })).toEqual({ action: 'deny' });
    const viewer = BrowserWindow.all[1];
    expect(viewer?.loadURL).toHaveBeenCalledExactlyOnceWith(url);
    expect(viewer?.options.webPreferences).toMatchObject({
      plugins: true,
      sandbox: true,
      contextIsolation: true,
    });
    expect(viewer?.options.webPreferences).not.toHaveProperty('preload');
  });

  it('does not leave a page when a plain link leads to a document', async () => {
    await boot(buildFolder);
    expect(navigate(`app://yachay/documents/${documentId}.pdf`)).toBe(false);
    expect(BrowserWindow.all).toHaveLength(2);
  });

  it('cannot turn the viewer into a page of the application', async () => {
    await boot(buildFolder);
    mainWindow().webContents.openWindow({ url: `app://yachay/documents/${documentId}.pdf` });
    const preventDefault = vi.fn<() => void>();
    BrowserWindow.all[1]?.webContents.emit('will-navigate', { url: 'app://yachay/', preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('cannot embed a browser', async () => {
    await boot(buildFolder);
    const preventDefault = vi.fn<() => void>();
    mainWindow().webContents.emit('will-attach-webview', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });
});

describe('when a process ends by itself', () => {
  it('offers to load the page again', async () => {
    await boot(buildFolder);
    dialog.showMessageBox.mockResolvedValueOnce({ response: 0 });
    mainWindow().webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    await vi.waitFor(() => expect(mainWindow().webContents.reload).toHaveBeenCalledOnce());
    expect(dialog.showMessageBox.mock.lastCall?.[1]).toMatchObject({
      message: 'La ventana de Yachay se cerró de forma inesperada.',
      buttons: ['Volver a intentar', 'Salir'],
    });
  });

  it('tells where the data is when the service keeps ending, and quits if that is the answer', async () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await boot(buildFolder);
    for (let end = 0; end < 3; end += 1) {
      lastChild().emit('exit', 7);
      await Promise.resolve();
    }
    await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
    expect(written).toHaveBeenCalledTimes(3);
    written.mockRestore();
    const [options] = dialog.showMessageBox.mock.lastCall ?? [];
    expect(options).toMatchObject({ message: 'Yachay no puede trabajar con sus datos.' });
    expect(JSON.stringify(options)).toContain(JSON.stringify(join(userFolder, 'Yachay')).slice(1, -1));
  });
});

describe('quitting', () => {
  it('asks before what was typed is lost, and stays unless told to leave', async () => {
    await boot(buildFolder);
    const preventDefault = vi.fn<() => void>();
    mainWindow().webContents.emit('will-prevent-unload', { preventDefault });
    expect(preventDefault).not.toHaveBeenCalled();
    expect(dialog.showMessageBoxSync.mock.lastCall?.[1]).toMatchObject({
      buttons: ['Quedarse', 'Salir sin guardar'],
      defaultId: 0,
      cancelId: 0,
    });
    dialog.showMessageBoxSync.mockReturnValueOnce(1);
    mainWindow().webContents.emit('will-prevent-unload', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
  });

  it('follows the main window, even while documents are open, and waits until the service has ended', async () => {
    await boot(buildFolder);
    mainWindow().webContents.openWindow({ url: `app://yachay/documents/${documentId}.pdf` });
    mainWindow().emit('closed');
    expect(app.quit).toHaveBeenCalledOnce();
    const preventDefault = vi.fn<() => void>();
    app.emit('will-quit', { preventDefault });
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(lastChild().received.at(-1)?.message).toEqual({ type: 'shutdown' });
    expect(app.exit).not.toHaveBeenCalled();
    lastChild().emit('exit', 0);
    await vi.waitFor(() => expect(app.exit).toHaveBeenCalledExactlyOnceWith(0));
    expect(utilityProcess.children).toHaveLength(1);
  });
});

describe('the menu', () => {
  it('speaks Spanish', async () => {
    await boot(buildFolder);
    expect(Menu.applicationMenu.map((item) => item.label)).toEqual(['Archivo', 'Editar', 'Ver', 'Ayuda']);
  });

  it('speaks English where the system does', async () => {
    app.locale = 'en-US';
    await boot(buildFolder);
    expect(Menu.applicationMenu.map((item) => item.label)).toEqual(['File', 'Edit', 'View', 'Help']);
  });
});
