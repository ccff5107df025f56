import { join } from 'node:path';
import type { Service } from '../service.ts';

type Folders = Pick<Service, 'dataFolder'>;

/** Where this PC's own backups lie. */
export function backupsFolder({ dataFolder }: Folders): string {
  return join(dataFolder, 'backups');
}

/** Where a backup is opened before it takes the database's place; emptied at every start. */
export function stagingFolder({ dataFolder }: Folders): string {
  return join(dataFolder, 'restoring');
}

/** Where replaced databases are kept; nothing here is ever deleted by Yachay. */
export function asideFolder({ dataFolder }: Folders): string {
  return join(dataFolder, 'set-aside');
}
