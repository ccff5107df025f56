import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findBrowser, quietBrowserFlags } from './find-browser.ts';

/** A window can be opened: always on Windows and macOS, elsewhere where there is a display server. */
export function hasDisplay(): boolean {
  if (process.platform === 'win32' || process.platform === 'darwin') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}

/** Chromium's sandbox refuses to work for root, who exists on test machines only. */
export function sandboxFlags(): string[] {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/**
 * Opens the address in a window without tabs of an installed browser; null if there is none. The profile is a
 * fresh one, so that this window is a process of its own: it ends when the window is closed.
 */
export function openAppWindow(address: string): ChildProcess | null {
  const browser = findBrowser();
  if (browser === null) return null;
  const profile = mkdtempSync(path.join(tmpdir(), 'yachay-window-'));
  const flags = [`--app=${address}`, `--user-data-dir=${profile}`, '--window-size=1366,768'];
  const window = spawn(browser, [...flags, ...quietBrowserFlags, ...sandboxFlags()], { stdio: 'ignore' });
  window.once('exit', () =>
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }),
  );
  return window;
}
