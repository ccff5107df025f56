import { parseArgs } from 'node:util';
import { dataFolderInUseExit } from '../../domain/service-exit.ts';
import { DataFolderInUseError } from '../data-lock.ts';
import { type HostedService, openHostedService } from './hosted-service.ts';
import { serveOnPort, type ServicePort } from './port.ts';

/**
 * The program that Electron's main process starts as a utility process. It serves every port it is handed and
 * ends with its parent.
 */
interface ParentPort {
  on(event: 'message', listener: (message: { data: unknown; ports: ServicePort[] }) => void): void;
}

function findParentPort(): ParentPort {
  const port: unknown = Reflect.get(process, 'parentPort');
  if (typeof port !== 'object' || port === null) throw new Error('this program is started by Yachay itself');
  return port as ParentPort;
}

const { values } = parseArgs({ options: { data: { type: 'string' }, resources: { type: 'string' } } });
if (values.data === undefined || values.resources === undefined) {
  throw new Error('--data and --resources are needed');
}
const { service, end } = openService(values.data, values.resources);
process.once('exit', () => service.close());

/** Tells its parent by the exit code where another Yachay works with the same data. */
function openService(dataFolder: string, resourcesFolder: string): HostedService {
  try {
    return openHostedService({ dataFolder, resourcesFolder });
  } catch (error) {
    if (error instanceof DataFolderInUseError) process.exit(dataFolderInUseExit);
    throw error;
  }
}

findParentPort().on('message', ({ data, ports: [port] }) => {
  const type: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'type') : null;
  if (type === 'connect' && port !== undefined) serveOnPort(service, port);
  if (type === 'shutdown') void end().finally(() => process.exit(0));
});
