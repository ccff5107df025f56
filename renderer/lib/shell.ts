import type { ShellBridge } from '../../domain/shell-bridge.ts';

declare global {
  interface Window {
    /** Set by Electron's preload; absent in a browser. */
    readonly yachayShell?: ShellBridge;
  }
}

/** The Electron shell around this window, or undefined in a browser. */
export function findShell(): ShellBridge | undefined {
  return window.yachayShell;
}
