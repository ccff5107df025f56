import { readFile, stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HandedPacket } from '../domain/shell-bridge.ts';
import { systemCode } from './system-code.ts';

/** For a moment this process, the page and the service each hold it: more is too much for a PC with 4 GB. */
const mostBytes = 256 * 1024 * 1024;

/** The packets that the system handed over, by a double click on them, and that no page has taken yet. */
export interface HandedPackets {
  /** `path` comes from the system, never from a page. */
  add(path: string): void;
  takeNext(): Promise<HandedPacket | null>;
  /** Calls `announce` for each packet that comes from now on. */
  announceTo(announce: () => void): void;
}

export function createHandedPackets(): HandedPackets {
  const waiting: string[] = [];
  let tell = (): void => {};
  return {
    add(path) {
      if (!isPacketName(path)) return;
      if (!waiting.includes(path)) waiting.push(path);
      tell();
    },
    async takeNext() {
      const path = waiting.shift();
      return path === undefined ? null : readPacket(path);
    },
    announceTo(announce) {
      tell = announce;
    },
  };
}

/** The packets among the arguments of a start. Where they are files' addresses, as on Linux, they become paths. */
export function listPacketArguments(commandLine: readonly string[], workingFolder: string): string[] {
  return commandLine
    .slice(1)
    .filter((argument, index, all) => isPacketName(argument) && all[index - 1] !== '--data')
    .flatMap((argument) => toPath(argument, workingFolder) ?? []);
}

function isPacketName(name: string): boolean {
  return !name.startsWith('-') && /\.yachay$/i.test(name);
}

function toPath(argument: string, workingFolder: string): string | null {
  if (!/^[a-z]{2,}:/i.test(argument)) return resolve(workingFolder, argument);
  try {
    return fileURLToPath(argument);
  } catch {
    // The address of something that is not on this PC.
    return null;
  }
}

async function readPacket(path: string): Promise<HandedPacket> {
  const name = basename(path);
  try {
    const found = await stat(path);
    if (!found.isFile()) return { outcome: 'failed', name, code: 'EISDIR' };
    if (found.size > mostBytes) return { outcome: 'failed', name, code: 'EFBIG' };
    return { outcome: 'read', name, bytes: new Uint8Array(await readFile(path)) };
  } catch (error) {
    return { outcome: 'failed', name, code: systemCode(error) };
  }
}
