import {
  BrowserWindow,
  screen,
  type BrowserWindowConstructorOptions,
  type Rectangle,
  type WebPreferences,
} from 'electron';
import { appOrigin, documentAddress } from './app-address.ts';
import { isReachable, readWindowPlace, writeWindowPlace, type WindowPlace } from './window-place.ts';

const smallestSize = { width: 1024, height: 640 };
const firstSize = { width: 1280, height: 800 };
/** The paper of the page's first theme (renderer/ui/theme.css), seen while the window grows. */
const paperColour = '#f7f5f0';

/** What every window has, whatever it shows. */
const lockedPreferences = {
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
} satisfies WebPreferences;

export interface MainWindowSettings {
  readonly preloadFile: string;
  readonly iconFile: string;
  /** Where the window's place is kept between two starts. */
  readonly placeFile: string;
  /** Called when the page's process ended by itself; answers whether to load it again. */
  readonly askToReload: (window: BrowserWindow) => Promise<boolean>;
  /** Called when the page holds something unsaved; answers whether to leave all the same. */
  readonly askToLeave: (window: BrowserWindow) => boolean;
}

/** The application's window: hidden until it has something to show, at the place where it was left. */
export function openMainWindow(settings: MainWindowSettings): BrowserWindow {
  const place = readWindowPlace(settings.placeFile);
  const window = new BrowserWindow({
    ...frame(settings.iconFile),
    ...placeOptions(place),
    webPreferences: { ...lockedPreferences, preload: settings.preloadFile },
  });
  window.once('ready-to-show', () => {
    if (place === null ? !hasRoomFor(firstSize) : place.isMaximized) window.maximize();
    window.show();
  });
  window.on('close', () =>
    writeWindowPlace(settings.placeFile, {
      bounds: window.getNormalBounds(),
      isMaximized: window.isMaximized(),
    }),
  );
  // Electron has no question of its own here: without this the window just would not close.
  window.webContents.on('will-prevent-unload', (event) => {
    if (settings.askToLeave(window)) event.preventDefault();
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    if (details.reason !== 'clean-exit') void reloadIfWanted(window, settings.askToReload);
  });
  void window.loadURL(`${appOrigin}/`);
  return window;
}

/** One document in Chromium's own viewer, which prints it. The viewer is a plug-in and sees no preload. */
export function openDocumentWindow(documentId: string, iconFile: string): BrowserWindow {
  const window = new BrowserWindow({
    ...frame(iconFile),
    width: 960,
    height: 900,
    webPreferences: { ...lockedPreferences, plugins: true },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL(documentAddress(documentId));
  return window;
}

function frame(iconFile: string): BrowserWindowConstructorOptions {
  return {
    show: false,
    title: 'Yachay',
    icon: iconFile,
    backgroundColor: paperColour,
  };
}

function placeOptions(place: WindowPlace | null): BrowserWindowConstructorOptions {
  const { width, height } = screen.getPrimaryDisplay().workArea;
  // 1366 × 768 at Windows' 125 % is 1093 × 614: a minimum larger than the screen would hide the foot.
  const smallest = {
    minWidth: Math.min(smallestSize.width, width),
    minHeight: Math.min(smallestSize.height, height),
  };
  const workAreas: Rectangle[] = screen.getAllDisplays().map((display) => display.workArea);
  if (place === null || !isReachable(place.bounds, workAreas)) return { ...firstSize, ...smallest };
  return { ...place.bounds, ...smallest };
}

function hasRoomFor(size: { width: number; height: number }): boolean {
  const { width, height } = screen.getPrimaryDisplay().workArea;
  return width > size.width && height > size.height;
}

async function reloadIfWanted(
  window: BrowserWindow,
  askToReload: (window: BrowserWindow) => Promise<boolean>,
): Promise<void> {
  const isWanted = await askToReload(window);
  if (window.isDestroyed()) return;
  if (isWanted) window.webContents.reload();
  else window.close();
}
