/**
 * Runs a packaged service as Electron would (its arguments, `process.parentPort`) but in plain Node, makes a
 * signature sheet with it and prints what came out as JSON.
 * Arguments: the service's script, a data folder, the packaged resources.
 */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../domain/contract/contract.ts';
import { createPortPair } from './port-double.ts';

const [script = '', dataFolder = '', resourcesFolder = ''] = process.argv.slice(2);
const parentPort = new EventEmitter();
Object.assign(process, { parentPort });
process.argv = ['electron', script, '--data', dataFolder, '--resources', resourcesFolder];
await import(pathToFileURL(script).href);

const [servicePort, pagePort] = createPortPair();
parentPort.emit('message', { data: { type: 'connect' }, ports: [servicePort] });
const service: ContractRouterClient<Contract> = createORPCClient(new RPCLink({ port: pagePort.nodePort }));

await service.setup.startDemo({ seed: 1 });
const [edition] = await service.editions.list({ courseId: null });
if (edition === undefined) throw new Error('the example office has no edition');
const making = await service.documents.create({
  kind: 'signatureSheet',
  editionId: edition.id,
  sessionId: null,
  paper: 'letter',
  columns: ['identityCard'],
  blankRows: 3,
});
let step = await making.next();
while (step.done !== true) step = await making.next();
const file = readFileSync(join(dataFolder, 'documents', `${step.value.id}.pdf`));
process.stdout.write(JSON.stringify({ pages: step.value.pages, start: file.toString('latin1', 0, 5) }));
process.exit(0);
