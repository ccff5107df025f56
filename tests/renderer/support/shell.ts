import { vi } from 'vitest';
import type { HandedPacket, ShellBridge } from '../../../domain/shell-bridge.ts';

/** What Electron's preload would show to the page, for as long as a test wants it. Its dialogs are thought better of. */
export function installShell(parts: Partial<ShellBridge> = {}): void {
  const shell: ShellBridge = {
    platform: 'win32',
    requestServicePort: () => Promise.resolve(),
    saveDocument: () => Promise.resolve({ outcome: 'cancelled' }),
    openDocument: () => Promise.resolve({ outcome: 'opened' }),
    chooseFolder: () => Promise.resolve(null),
    chooseBackup: () => Promise.resolve(null),
    takeHandedPacket: () => Promise.resolve(null),
    ...parts,
  };
  vi.stubGlobal('yachayShell', shell);
}

/** Afterwards the page is in a browser again. */
export function removeShell(): void {
  vi.unstubAllGlobals();
}

/** Packets that were opened from outside; `hand` adds one and tells the page, as the preload does. */
export function createHandover(...waiting: HandedPacket[]) {
  return {
    takeHandedPacket: () => Promise.resolve(waiting.shift() ?? null),
    hand(packet: HandedPacket): void {
      waiting.push(packet);
      window.postMessage('packet-handed', window.location.origin);
    },
  };
}
