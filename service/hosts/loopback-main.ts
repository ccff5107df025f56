import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDataFolder } from '../data-folder.ts';
import { sentenceFor } from '../cli/sentences.ts';
import { type HostedService, openHostedService } from './hosted-service.ts';
import { startLoopbackHost } from './loopback.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, renderer: { type: 'string' } },
});
const projectFolder = resolve(import.meta.dirname, '../..');
const resourcesFolder = resolve(projectFolder, 'resources');
const { service, end } = openService();
const host = await startLoopbackHost({
  service,
  rendererFolder: resolve(values.renderer ?? resolve(projectFolder, 'out/renderer')),
  port: Number(values.port ?? 0),
});
process.stdout.write(`Yachay: ${host.address}\n`);

/** Ends with a sentence instead of a trace where the data cannot be opened. */
function openService(): HostedService {
  try {
    return openHostedService({ dataFolder: findDataFolder(values.data), resourcesFolder });
  } catch (error) {
    process.stderr.write(`${sentenceFor(error, resourcesFolder)}\n`);
    return process.exit(1);
  }
}

async function stop(): Promise<void> {
  await host.close();
  await end();
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
