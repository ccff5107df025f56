import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isReachable, readWindowPlace, writeWindowPlace } from '../../electron/window-place.ts';
import { openMainWindow } from '../../electron/window.ts';
import { mainWindow, resetElectron, workArea } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

let folder = '';

function open(): void {
  openMainWindow({
    preloadFile: '/preload.cjs',
    iconFile: '/icon.png',
    placeFile: join(folder, 'place.json'),
    askToReload: () => Promise.resolve(false),
    askToLeave: () => false,
  });
}

beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'yachay-place-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('the place of the window', () => {
  it('is found again at the next start', () => {
    open();
    mainWindow().maximized = true;
    mainWindow().emit('close');
    resetElectron();
    open();
    expect(mainWindow().options).toMatchObject({ x: 10, y: 20, width: 1200, height: 700 });
    mainWindow().emit('ready-to-show');
    expect(mainWindow().maximize).toHaveBeenCalledOnce();
  });

  it('is forgotten when that screen is gone', () => {
    writeWindowPlace(join(folder, 'place.json'), {
      bounds: { x: 4000, y: 20, width: 1200, height: 700 },
      isMaximized: false,
    });
    open();
    expect(mainWindow().options).toMatchObject({ width: 1280, height: 800 });
    expect(mainWindow().options).not.toHaveProperty('x');
  });

  it('is the whole screen the first time on a small one, with no minimum larger than it', () => {
    Object.assign(workArea, { width: 1093, height: 574 });
    open();
    mainWindow().emit('ready-to-show');
    expect(mainWindow().maximize).toHaveBeenCalledOnce();
    expect(mainWindow().options).toMatchObject({ minWidth: 1024, minHeight: 574 });
  });

  it.each(['', '{', 'null', '{"bounds":{"x":1,"y":2,"width":"3","height":4},"isMaximized":false}', '[]'])(
    'written as %j counts as never noted',
    (note) => {
      writeFileSync(join(folder, 'place.json'), note);
      expect(readWindowPlace(join(folder, 'place.json'))).toBeNull();
    },
  );

  it('that cannot be noted does not keep the window from closing', () => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    const place = { bounds: { x: 0, y: 0, width: 1, height: 1 }, isMaximized: false };
    expect(() => writeWindowPlace(join(folder, 'missing', 'place.json'), place)).not.toThrow();
    expect(written).toHaveBeenCalledOnce();
    written.mockRestore();
  });

  it.each([
    ['on the screen', { x: 0, y: 0, width: 1200, height: 700 }, true],
    ['half out at the right', { x: 1700, y: 0, width: 1200, height: 700 }, true],
    ['nearly out at the right', { x: 1880, y: 0, width: 1200, height: 700 }, false],
    ['with its title bar above the screen', { x: 0, y: -30, width: 1200, height: 700 }, false],
    ['with its title bar below the screen', { x: 0, y: 1030, width: 1200, height: 700 }, false],
  ])('%s can be reached by mouse: see the last column', (_where, bounds, expected) => {
    expect(isReachable(bounds, [{ x: 0, y: 0, width: 1920, height: 1040 }])).toBe(expected);
  });
});
