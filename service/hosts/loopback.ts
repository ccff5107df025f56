import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { RPCHandler } from '@orpc/server/node';
import { router } from '../router/router.ts';
import type { Connection, Service } from '../service.ts';
import { createStaticFiles, isDocumentAddress } from './static-files.ts';

export interface LoopbackHost {
  /** Where to go first; its token works once. */
  readonly address: string;
  readonly origin: string;
  close(): Promise<void>;
}

export interface LoopbackOptions {
  service: Service;
  /** The built renderer. */
  rendererFolder: string;
  /** 0 takes a free one. */
  port?: number;
}

const cookieName = 'yachay-session';

/**
 * Serves the application to browsers of this machine only. A one-time token in the first address is exchanged
 * for a session cookie that no script can read; requests with another Host or Origin are refused, so that no
 * page of the web can reach in through the browser (DNS rebinding, cross-site posts).
 */
export async function startLoopbackHost({
  service,
  rendererFolder,
  port = 0,
}: LoopbackOptions): Promise<LoopbackHost> {
  const connectionByCookie = new Map<string, Connection>();
  const unusedTokens = new Set([randomBytes(32).toString('base64url')]);
  const [token = ''] = unusedTokens;
  const rpc = new RPCHandler(router);
  const files = createStaticFiles({ rendererFolder, documentsFolder: service.documentsFolder });
  let origin = '';

  const server = createServer((request, response) => {
    void serve(request, response).catch((error: unknown) => {
      service.reportFault(error, `${request.method} ${request.url}`);
      refuse(response, 500);
    });
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // Joined, not resolved: '//name' would be read as another host.
    const url = new URL(`${origin}${request.url ?? '/'}`);
    if (!comesFromHere(request, origin)) return refuse(response, 403);
    const offered = url.pathname === '/' ? url.searchParams.get('token') : null;
    if (offered !== null) return exchangeToken(offered, response);
    const connection = connectionByCookie.get(readCookie(request));
    if (connection === undefined) return refuse(response, 401);
    const { matched } = await rpc.handle(request, response, {
      prefix: '/rpc',
      context: { service, connection },
    });
    if (matched) return;
    // What was printed is for whoever is signed in, not for whoever finds the window locked.
    const isNobody = service.findSignedInUser(connection) === null;
    if (isNobody && isDocumentAddress(url.pathname)) return refuse(response, 401);
    await files.serve(request, url, response);
  }

  function exchangeToken(offered: string, response: ServerResponse): void {
    if (!unusedTokens.delete(offered)) return refuse(response, 401);
    const cookie = randomBytes(32).toString('base64url');
    connectionByCookie.set(cookie, { userId: null });
    response.writeHead(303, {
      'set-cookie': `${cookieName}=${cookie}; HttpOnly; SameSite=Strict; Path=/`,
      'cache-control': 'no-store',
      location: '/',
    });
    response.end();
  }

  origin = `http://127.0.0.1:${await listen(server, port)}`;
  return { address: `${origin}/?token=${token}`, origin, close: () => closeServer(server) };
}

function comesFromHere(request: IncomingMessage, origin: string): boolean {
  const { host, origin: sentOrigin } = request.headers;
  return `http://${host}` === origin && (sentOrigin === undefined || sentOrigin === origin);
}

function readCookie(request: IncomingMessage): string {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName)?.[1] ?? '';
}

/** Plain words: whoever reads this has no application around it. */
function refuse(response: ServerResponse, status: 401 | 403 | 500): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const text = {
    401: 'Esta dirección ya no sirve. Cierre esta ventana y vuelva a abrir Yachay.',
    403: 'No permitido.',
    500: 'Algo falló en Yachay. Cierre esta ventana y vuelva a abrirlo.',
  }[status];
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${text}\n`);
}

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}
