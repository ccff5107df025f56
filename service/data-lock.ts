import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { holdLockFile } from '../db/lock-file.ts';

/** Another Yachay works with this data folder. */
export class DataFolderInUseError extends Error {}

/**
 * Keeps a data folder for this process until the answered function is called or the process ends, however it ends.
 * The command line needs it for restoring only: reading and writing beside the application is SQLite's own matter.
 *
 * @throws DataFolderInUseError
 */
export function lockDataFolder(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true });
  const release = holdLockFile(join(dataFolder, 'yachay.lock'));
  if (release === null) throw new DataFolderInUseError(dataFolder);
  return release;
}
