import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findDataFolder } from '../data-folder.ts';
import { createService } from '../service.ts';
import { startLoopbackHost } from './loopback.ts';

const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, renderer: { type: 'string' } },
});
const projectFolder = resolve(import.meta.dirname, '../..');
const service = createService({
  dataFolder: findDataFolder(values.data),
  resourcesFolder: resolve(projectFolder, 'resources'),
});
const host = await startLoopbackHost({
  service,
  rendererFolder: resolve(values.renderer ?? resolve(projectFolder, 'out/renderer')),
  port: Number(values.port ?? 0),
});
process.stdout.write(`Yachay: ${host.address}\n`);

async function stop(): Promise<void> {
  await host.close();
  service.close();
  process.exit(0);
}
process.once('SIGINT', () => void stop());
process.once('SIGTERM', () => void stop());
