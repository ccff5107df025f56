import { describe, expect, it } from 'vitest';
import { browserCandidates, playwrightCandidates, playwrightFolder } from '../../scripts/find-browser.ts';

describe('where an installed browser is looked for', () => {
  it('on Linux in the usual places, then on PATH, the snap last', () => {
    const candidates = browserCandidates('linux', { PATH: '/usr/local/bin::/home/ana/bin' }, '/home/ana');
    expect(candidates).toContain('/usr/bin/chromium');
    expect(candidates).toContain('/home/ana/bin/google-chrome');
    expect(candidates.indexOf('/opt/google/chrome/chrome')).toBeLessThan(
      candidates.indexOf('/usr/local/bin/google-chrome'),
    );
    expect(candidates.at(-1)).toBe('/snap/bin/chromium');
  });

  it('on Windows under both program folders and the own folder of the user', () => {
    const folders = {
      PROGRAMFILES: 'C:\\Program Files',
      'PROGRAMFILES(X86)': 'C:\\Program Files (x86)',
      LOCALAPPDATA: 'C:\\Users\\Ana\\AppData\\Local',
    };
    const candidates = browserCandidates('win32', folders, 'C:\\Users\\Ana');
    expect(candidates).toContain('C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe');
    expect(candidates).toContain('C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe');
    expect(candidates).toContain('C:\\Users\\Ana\\AppData\\Local\\Chromium\\Application\\chrome.exe');
  });

  it('on macOS among the applications of all and of the user', () => {
    const candidates = browserCandidates('darwin', {}, '/Users/ana');
    expect(candidates).toContain('/Applications/Google Chrome.app/Contents/MacOS/Google Chrome');
    expect(candidates).toContain('/Users/ana/Applications/Chromium.app/Contents/MacOS/Chromium');
  });

  it('nowhere in the empty parts of PATH', () => {
    const candidates = browserCandidates('linux', { PATH: ':' }, '/root');
    expect(candidates.every((candidate) => candidate.startsWith('/'))).toBe(true);
  });
});

describe("Playwright's own browser", () => {
  it.each([
    ['linux', {}, '/home/ana', '/home/ana/.cache/ms-playwright'],
    ['darwin', {}, '/Users/ana', '/Users/ana/Library/Caches/ms-playwright'],
    ['win32', { LOCALAPPDATA: 'C:\\Local' }, 'C:\\Ana', 'C:\\Local\\ms-playwright'],
    ['linux', { PLAYWRIGHT_BROWSERS_PATH: '/srv/browsers' }, '/home/ana', '/srv/browsers'],
  ] as const)('lies on %s with %o of %s in %s', (platform, env, home, folder) => {
    expect(playwrightFolder(platform, env, home)).toBe(folder);
  });

  it('is the newest revision, and neither the headless shell nor another browser', () => {
    const entries = [
      'chromium-998',
      'firefox-1500',
      'chromium-1200',
      'chromium_headless_shell-1300',
      '.links',
    ];
    expect(playwrightCandidates('linux', '/cache', entries)).toEqual([
      '/cache/chromium-1200/chrome-linux64/chrome',
      '/cache/chromium-1200/chrome-linux/chrome',
      '/cache/chromium-998/chrome-linux64/chrome',
      '/cache/chromium-998/chrome-linux/chrome',
    ]);
  });
});
