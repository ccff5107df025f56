import { sep } from 'node:path';
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron';
import { dataFolderInUseExit } from '../domain/service-exit.ts';

/** More unexpected ends than this within the period, and the user is asked instead of trying once more. */
const silentRestarts = 2;
const periodInMs = 60_000;
/** A last backup of a large office on a slow disk; the window is gone by then. */
const shutdownLimitInMs = 120_000;

export interface ServiceSettings {
  readonly modulePath: string;
  readonly dataFolder: string;
  readonly resourcesFolder: string;
  readonly now: () => number;
  /** Called when the service keeps ending by itself; answers whether to start it once more. */
  readonly askToRetry: (exitCode: number) => Promise<boolean>;
  /** Called when the user has given up. */
  readonly giveUp: () => void;
}

export interface ServiceProcess {
  /** Hands over one port on which a page calls the service. Ports given while it restarts wait for it. */
  connect(port: MessagePortMain): void;
  /** Lets the service finish what it is writing; ends it by force if it does not answer. */
  stop(): Promise<void>;
}

/**
 * Inside the archive Electron answers for the file system; outside it is plain Node, with worker threads and
 * WebAssembly files where they say they are. The service and all it loads are therefore unpacked.
 */
export function unpackedPath(path: string): string {
  return path.replace(`app.asar${sep}`, `app.asar.unpacked${sep}`);
}

/** Starts the service and keeps it running until `stop`. */
export function startService(settings: ServiceSettings): ServiceProcess {
  let child: UtilityProcess | null = null;
  let isStopping = false;
  let unexpectedEnds: number[] = [];
  let waitingPorts: MessagePortMain[] = [];

  const start = (): void => {
    child = forkService(settings);
    child.once('exit', (exitCode) => void restart(exitCode));
    for (const port of waitingPorts) child.postMessage({ type: 'connect' }, [port]);
    waitingPorts = [];
  };

  const restart = async (exitCode: number): Promise<void> => {
    child = null;
    if (isStopping) return;
    const now = settings.now();
    unexpectedEnds = [...unexpectedEnds.filter((time) => now - time < periodInMs), now];
    process.stderr.write(`the service ended with exit code ${exitCode}\n`);
    if (exitCode === dataFolderInUseExit || unexpectedEnds.length > silentRestarts) {
      if (!(await settings.askToRetry(exitCode))) return settings.giveUp();
      unexpectedEnds = [];
    }
    if (!isStopping) start();
  };

  start();
  return {
    connect(port) {
      if (child === null) waitingPorts.push(port);
      else child.postMessage({ type: 'connect' }, [port]);
    },
    async stop() {
      isStopping = true;
      if (child !== null) await shutDown(child);
    },
  };
}

function forkService(settings: ServiceSettings): UtilityProcess {
  const folders = ['--data', settings.dataFolder, '--resources', settings.resourcesFolder];
  return utilityProcess.fork(settings.modulePath, folders, { serviceName: 'yachay-service' });
}

function shutDown(child: UtilityProcess): Promise<void> {
  return new Promise((resolve) => {
    const limit = setTimeout(() => child.kill(), shutdownLimitInMs);
    child.once('exit', () => {
      clearTimeout(limit);
      resolve();
    });
    child.postMessage({ type: 'shutdown' }, []);
  });
}
