import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { backUpIfChanged, startDailyBackups } from '../backups/automatic.ts';
import { stagingFolder } from '../backups/folders.ts';
import { checkHealth } from '../backups/watch-health.ts';
import { removeOldPackets } from '../packets/exchange.ts';
import { watchExchangeFolder } from '../packets/exchange-folder.ts';
import { lockDataFolder } from '../data-lock.ts';
import { createService, type Service, type ServiceOptions } from '../service.ts';

/** The one service of a data folder, with what it does by itself while it runs. */
export interface HostedService {
  readonly service: Service;
  /** Makes a last backup if anything was written, and closes. */
  end(): Promise<void>;
}

/** There while a service runs, and still there at the start after one that was cut off. */
const runningFile = 'running';

/**
 * Opens a data folder for a host.
 *
 * @throws DataFolderInUseError where another host works with it; NewerSchemaError as opening its database does.
 */
export function openHostedService(options: ServiceOptions): HostedService {
  const { dataFolder } = options;
  const release = lockDataFolder(dataFolder);
  try {
    rmSync(stagingFolder({ dataFolder }), { recursive: true, force: true });
    const running = join(dataFolder, runningFile);
    const wasCutOff = existsSync(running);
    const service = createService(options);
    writeFileSync(running, `${process.pid}\n`);
    return host(service, wasCutOff, () => {
      rmSync(running, { force: true });
      release();
    });
  } catch (error) {
    release();
    throw error;
  }
}

function host(service: Service, wasCutOff: boolean, letGo: () => void): HostedService {
  const stopDaily = startDailyBackups(service);
  removeOldPackets(service.dataFolder);
  const stopWatching = watchExchangeFolder(service);
  const ending = new AbortController();
  const checked = checkHealth(service, { wasCutOff, signal: ending.signal }).catch((error: unknown) =>
    service.reportFault(error, 'check'),
  );
  const end = async () => {
    stopDaily();
    stopWatching();
    ending.abort();
    await checked;
    await backUpIfChanged(service);
    service.close();
    letGo();
  };
  // A terminal sends its signal twice: to this process and to the one that passes it on.
  let ended: Promise<void> | null = null;
  return { service, end: () => (ended ??= end()) };
}
