import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog, session, type BrowserWindow } from 'electron';
import { dataFolderInUseExit } from '../domain/service-exit.ts';
import { answerDownloads } from './downloads.ts';
import { createHandedPackets, listPacketArguments, type HandedPackets } from './handed-packets.ts';
import { answerPages } from './ipc.ts';
import { readLaunchOptions, type LaunchOptions } from './launch-options.ts';
import { offerEditMenu, showMenu } from './menu.ts';
import { lockNavigation } from './navigation.ts';
import { lockSession, silenceChromium } from './offline.ts';
import { registerAppScheme, serveApp } from './protocol.ts';
import { askToLeave, askToTryAgain } from './questions.ts';
import { startService, unpackedPath, type ServiceProcess } from './service-process.ts';
import { shellTexts, type ShellTexts } from './texts.ts';
import { openDocumentWindow, openMainWindow } from './window.ts';

const appId = 'bo.yachay.app';

/**
 * Starts the application. What runs before the first `await` must run before Electron is ready.
 * `buildFolder` is the folder of the built main script, beside those of the preload and the renderer.
 */
export async function boot(buildFolder = import.meta.dirname): Promise<void> {
  const launch = readLaunchOptions(process.argv, join(app.getPath('appData'), 'Yachay'));
  app.setAppUserModelId(appId);
  // Electron refuses a folder that does not exist, as it does not at the first start.
  mkdirSync(launch.browserFolder, { recursive: true });
  app.setPath('userData', launch.browserFolder);
  if (!app.requestSingleInstanceLock()) return app.quit();
  const handedPackets = receivePackets();
  app.enableSandbox();
  silenceChromium(app.commandLine);
  registerAppScheme();

  await app.whenReady();
  run(launch, buildFolder, { texts: shellTexts(app.getLocale()), handedPackets });
}

/** What the system hands over to be opened: with the start, and later as an event of macOS or by a second start. */
function receivePackets(): HandedPackets {
  const packets = createHandedPackets();
  for (const path of listPacketArguments(process.argv, process.cwd())) packets.add(path);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    packets.add(path);
  });
  app.on('second-instance', (_event, commandLine, workingFolder) => {
    for (const path of listPacketArguments(commandLine, workingFolder)) packets.add(path);
  });
  return packets;
}

interface Common {
  readonly texts: ShellTexts;
  readonly handedPackets: HandedPackets;
}

function run(launch: LaunchOptions, buildFolder: string, { texts, handedPackets }: Common): void {
  const resourcesFolder = join(app.isPackaged ? process.resourcesPath : app.getAppPath(), 'resources');
  const documentsFolder = join(launch.dataFolder, 'documents');
  const iconFile = join(resourcesFolder, 'icons', 'icon.png');

  lockSession(session.defaultSession);
  answerDownloads(session.defaultSession, texts);
  serveApp({ rendererFolder: join(buildFolder, '..', 'renderer'), documentsFolder });
  app.on('web-contents-created', (_event, contents) => {
    lockNavigation(contents, (documentId) => openDocumentWindow(documentId, iconFile));
    offerEditMenu(contents, texts);
  });
  const service = startService({
    modulePath: unpackedPath(join(buildFolder, 'service.js')),
    dataFolder: launch.dataFolder,
    resourcesFolder,
    now: Date.now,
    askToRetry: (exitCode) => {
      const isInUse = exitCode === dataFolderInUseExit;
      const detail = isInUse
        ? texts.dataInUseDetail(launch.dataFolder)
        : texts.serviceEndedDetail(launch.dataFolder, exitCode);
      return askToTryAgain(texts, { message: texts.serviceEnded, detail }, null);
    },
    giveUp: () => app.quit(),
  });
  answerPages({ service, documentsFolder, handedPackets, texts });
  showMenu({
    texts,
    dataFolder: launch.dataFolder,
    isMac: process.platform === 'darwin',
    hasDeveloperTools: !app.isPackaged,
  });
  const mainWindow = openMainWindow({
    preloadFile: join(buildFolder, '..', 'preload', 'preload.cjs'),
    iconFile,
    placeFile: join(launch.browserFolder, 'window-place.json'),
    askToReload: (window) =>
      askToTryAgain(texts, { message: texts.pageEnded, detail: texts.pageEndedDetail }, window),
    askToLeave: (window) => askToLeave(texts, window),
  });
  app.on('second-instance', () => focusWindow(mainWindow));
  handedPackets.announceTo(() => {
    if (mainWindow.isDestroyed()) return;
    focusWindow(mainWindow);
    mainWindow.webContents.send('packet-handed');
  });
  // Documents still open go with it, on macOS too: a window that cannot be had back must not linger.
  mainWindow.on('closed', () => app.quit());
  quitAfter(service);
}

/** Lets the service end before the application does. */
function quitAfter(service: ServiceProcess): void {
  app.on('will-quit', (event) => {
    event.preventDefault();
    void service.stop().finally(() => app.exit(0));
  });
}

function focusWindow(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}

if ('electron' in process.versions) {
  boot().catch((error: unknown) => {
    dialog.showErrorBox(shellTexts(app.getLocale()).startFailed, String(error));
    app.exit(1);
  });
}
