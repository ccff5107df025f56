import { createReadStream, existsSync, mkdtempSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { RPCHandler } from '@orpc/server/node';
import type { Plugin } from 'vite';
import { router } from '../../service/router/router.ts';
import { type Connection, createService, type Service } from '../../service/service.ts';

const resourcesFolder = resolve(import.meta.dirname, '../../resources');
const officeAddress = /^\/test-service\/([a-z0-9-]+)\/rpc\//;
const documentAddress = /^\/documents\/([0-9A-Za-z]{22})\.pdf$/;

/** Of the names of offices that are a file, which is what backups are made of. */
const onDisk = 'on-disk-';

interface TestOffice {
  service: Service;
  connection: Connection;
}

/**
 * Lets a component test in Chromium talk to the real router: the requests under /test-service/<name>/ reach a
 * service in memory which is made at the first of them and belongs to that test alone.
 */
export function testServicePlugin(): Plugin {
  const handler = new RPCHandler(router);
  const officeByName = new Map<string, TestOffice>();

  async function callService(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const context = openOffice(officeByName, name);
    await handler.handle(request, response, { prefix: `/test-service/${name}/rpc`, context });
  }

  return {
    name: 'yachay:test-service',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const url = request.url ?? '';
        const name = officeAddress.exec(url)?.[1];
        const file = findDocument(officeByName, url);
        if (name !== undefined) return void callService(name, request, response);
        if (file === null) return next();
        response.setHeader('content-type', 'application/pdf');
        createReadStream(file).pipe(response);
      });
    },
  };
}

function openOffice(officeByName: Map<string, TestOffice>, name: string): TestOffice {
  const known = officeByName.get(name);
  if (known !== undefined) return known;
  const dataFolder = mkdtempSync(join(tmpdir(), 'yachay-browser-test-'));
  const service = createService({
    dataFolder,
    resourcesFolder,
    ...(name.startsWith(onDisk) ? {} : { database: ':memory:' }),
  });
  const office = { service, connection: { userId: null } };
  officeByName.set(name, office);
  return office;
}

/** Documents have an address of their own, whichever office made them. */
function findDocument(officeByName: ReadonlyMap<string, TestOffice>, url: string): string | null {
  const id = documentAddress.exec(url)?.[1];
  const folders = [...officeByName.values()].map(({ service }) => service.documentsFolder);
  const made = folders.map((folder) => join(folder, `${id}.pdf`)).find((file) => existsSync(file));
  return id === undefined ? null : (made ?? null);
}
