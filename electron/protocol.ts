import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { contentSecurityPolicy, insertNonce } from '../domain/content-security-policy.ts';
import { appScheme, findServedFile, type ServedFolders } from './app-address.ts';

const mediaTypeByExtension: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** Makes app:// a real origin, with fetch and local storage. Must run before the application is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

export function serveApp(folders: ServedFolders): void {
  protocol.handle(appScheme, (request) => answerRequest(request, folders));
}

export async function answerRequest(request: Request, folders: ServedFolders): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  const served = findServedFile(request.url, folders);
  if (served === null) return refuse(404);
  const content = await readFile(served.file).catch(() => null);
  if (content === null) return refuse(404);
  // Chromium's viewer is markup of its own around the file, which our policy would forbid.
  if (served.kind === 'document') return new Response(new Uint8Array(content), { headers: documentHeaders });
  const nonce = randomBytes(18).toString('base64');
  const body =
    served.kind === 'page' ? insertNonce(content.toString('utf8'), nonce) : new Uint8Array(content);
  return new Response(body, { headers: pageHeaders(served.file, nonce) });
}

const documentHeaders = {
  'Content-Type': 'application/pdf',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

function pageHeaders(file: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': mediaTypeByExtension[extname(file)] ?? 'application/octet-stream',
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}

function refuse(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'Content-Security-Policy': "default-src 'none'" } });
}
