import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import { createRouterClient } from '@orpc/server';
import type { Contract } from '../../../domain/contract/contract.ts';
import { startLoopbackHost } from '../../../service/hosts/loopback.ts';
import { serveOnPort } from '../../../service/hosts/port.ts';
import { router } from '../../../service/router/router.ts';
import { createService, type Service } from '../../../service/service.ts';
import { PortDouble } from '../../electron/port-double.ts';

export type Client = ContractRouterClient<Contract>;

export interface Connected {
  client: Client;
  service: Service;
  close(): Promise<void>;
}

const resourcesFolder = resolve(import.meta.dirname, '../../../resources');

/** A service over a data folder of its own, and what deletes both. */
export function createTemporaryService(): { service: Service; remove: () => void } {
  const dataFolder = mkdtempSync(join(tmpdir(), 'yachay-test-'));
  const service = createService({ dataFolder, resourcesFolder });
  const remove = () => {
    service.close();
    rmSync(dataFolder, { recursive: true, force: true });
  };
  return { service, remove };
}

async function connectDirectly(): Promise<Connected> {
  const { service, remove } = createTemporaryService();
  const client: Client = createRouterClient(router, { context: { service, connection: { userId: null } } });
  return { client, service, close: async () => remove() };
}

async function connectOverPort(): Promise<Connected> {
  const { service, remove } = createTemporaryService();
  const { port1, port2 } = new MessageChannel();
  serveOnPort(service, new PortDouble(port1));
  port2.start();
  const client: Client = createORPCClient(new PortLink({ port: port2 }));
  const close = async () => {
    port2.close();
    remove();
  };
  return { client, service, close };
}

/** What a browser does at its first visit: exchanges the token of the address for the session cookie. */
export async function fetchCookie(address: string): Promise<string> {
  const response = await fetch(address, { redirect: 'manual' });
  return response.headers.get('set-cookie')?.split(';')[0] ?? '';
}

async function connectOverHttp(): Promise<Connected> {
  const { service, remove } = createTemporaryService();
  const host = await startLoopbackHost({ service, rendererFolder: join(resourcesFolder, 'icons') });
  const cookie = await fetchCookie(host.address);
  const client: Client = createORPCClient(new HttpLink({ url: `${host.origin}/rpc`, headers: { cookie } }));
  const close = async () => {
    await host.close();
    remove();
  };
  return { client, service, close };
}

export const transports = [
  { name: 'directly', connect: connectDirectly },
  { name: 'over the message port', connect: connectOverPort },
  { name: 'over HTTP', connect: connectOverHttp },
] as const;
