import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** Where packets of this PC lie, made if missing. */
function folder(dataFolder: string, name: string): string {
  const path = join(dataFolder, name);
  mkdirSync(path, { recursive: true });
  return path;
}

/** Packets made here that wait to be saved somewhere; emptied at every start. */
export function outgoingFolder(dataFolder: string): string {
  return folder(dataFolder, 'packets');
}

/** Packets that arrived and could not be taken in. */
export function asideFolder(dataFolder: string): string {
  return folder(dataFolder, 'aside');
}

/** The file of a packet set aside. */
export function asideFile(dataFolder: string, id: string): string {
  if (!/^[0-9a-f]{64}$/.test(id)) throw new Error('not the id of a packet set aside');
  return join(asideFolder(dataFolder), `${id}.yachay`);
}
