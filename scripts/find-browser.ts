import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** Everything a browser does on its own account switched off: no request leaves the machine. */
export const quietBrowserFlags = [
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
];

/** For tests, which also run as root and without a graphics card. */
export const testBrowserFlags = ['--no-sandbox', '--disable-gpu', ...quietBrowserFlags];

const namesOnPath: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['google-chrome-stable', 'google-chrome', 'microsoft-edge-stable', 'microsoft-edge', 'chromium'],
  win32: ['chrome.exe', 'msedge.exe'],
};

const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

const macPrograms = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Chromium.app/Contents/MacOS/Chromium',
];

const linuxPrograms = [
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/usr/bin/chromium',
  '/usr/lib/chromium/chromium',
];

/** Where Chrome, Edge and Chromium are installed on this kind of system, best first; snap last, since it sees no files of others. */
export function browserCandidates(platform: NodeJS.Platform, env: Environment, home: string): string[] {
  switch (platform) {
    case 'win32':
      return [...windowsCandidates(env), ...pathCandidates(platform, env)];
    case 'darwin':
      return ['/Applications', `${home}/Applications`].flatMap((folder) =>
        macPrograms.map((program) => `${folder}/${program}`),
      );
    default:
      return [...linuxPrograms, ...pathCandidates('linux', env), '/snap/bin/chromium'];
  }
}

function windowsCandidates(env: Environment): string[] {
  return ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
    .map((name) => env[name])
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => windowsPrograms.map((program) => path.win32.join(folder, program)));
}

function pathCandidates(platform: NodeJS.Platform, env: Environment): string[] {
  const { delimiter, join } = platform === 'win32' ? path.win32 : path.posix;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.flatMap((folder) => (namesOnPath[platform] ?? []).map((name) => join(folder, name)));
}

const playwrightPrograms: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['chrome-linux64/chrome', 'chrome-linux/chrome'],
  win32: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'],
  darwin: [
    'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  ],
};

/** The folder in which Playwright keeps the browsers it has downloaded. */
export function playwrightFolder(platform: NodeJS.Platform, env: Environment, home: string): string {
  const own = env['PLAYWRIGHT_BROWSERS_PATH'];
  if (own !== undefined) return own;
  if (platform === 'win32') return path.win32.join(env['LOCALAPPDATA'] ?? home, 'ms-playwright');
  return `${home}/${platform === 'darwin' ? 'Library/Caches' : '.cache'}/ms-playwright`;
}

/** The programs of Playwright's Chromium, newest revision first; `entries` are the names in its folder. */
export function playwrightCandidates(
  platform: NodeJS.Platform,
  folder: string,
  entries: readonly string[],
): string[] {
  const revisions = entries
    .filter((entry) => /^chromium-\d+$/.test(entry))
    .toSorted((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  return revisions.flatMap((revision) =>
    (playwrightPrograms[platform] ?? []).map((program) => path.join(folder, revision, program)),
  );
}

/** An installed Chrome, Edge or Chromium, else Playwright's own, else null. YACHAY_BROWSER names another one. */
export function findBrowser(): string | null {
  const named = process.env['YACHAY_BROWSER'];
  if (named !== undefined) return existsSync(named) ? named : null;
  const { platform, env } = process;
  const folder = playwrightFolder(platform, env, homedir());
  const candidates = [
    ...browserCandidates(platform, env, homedir()),
    ...playwrightCandidates(platform, folder, existsSync(folder) ? readdirSync(folder) : []),
  ];
  return candidates.find((candidate) => existsSync(candidate)) ?? null;
}
