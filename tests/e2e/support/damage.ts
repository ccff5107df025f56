import { closeSync, openSync, truncateSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const pageBytes = 4096;

/** Overwrites the first page of the closed database, as a dying disk does: nothing of it can be read any more. */
export function damageDatabase(dataFolder: string): void {
  const file = openSync(join(dataFolder, 'yachay.db'), 'r+');
  writeSync(file, Buffer.alloc(pageBytes, 0xa5), 0, pageBytes, 0);
  closeSync(file);
}

/** Cuts a copy off in its middle. */
export function damageBackup(file: string): void {
  truncateSync(file, 10 * pageBytes);
}
