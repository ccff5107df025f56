import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy, insertNonce } from '../../domain/content-security-policy.ts';

const typeByExtension: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};

const documentPath = /^\/documents\/([0-9A-Za-z]{22})\.pdf$/;

/** Whether an address is that of a printed document. */
export function isDocumentAddress(pathname: string): boolean {
  return documentPath.test(pathname);
}

export interface StaticFolders {
  rendererFolder: string;
  documentsFolder: string;
}

/** Serves the renderer's files and finished documents, and nothing outside their two folders. */
export function createStaticFiles(folders: StaticFolders) {
  async function serve(request: IncomingMessage, url: URL, response: ServerResponse): Promise<void> {
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'text/plain', '');
    const file = findFile(url.pathname, folders);
    const isFile = file !== null && (await stat(file).catch(() => null))?.isFile() === true;
    if (!isFile) return end(response, 404, 'text/plain; charset=utf-8', 'No encontrado.\n');
    const content = await readFile(file);
    if (extname(file) === '.html') return sendPage(response, content.toString('utf8'));
    const isHashed = url.pathname.startsWith('/assets/');
    response.setHeader('cache-control', isHashed ? 'private, max-age=31536000, immutable' : 'no-store');
    end(response, 200, typeByExtension[extname(file)] ?? 'application/octet-stream', content);
  }
  return { serve };
}

/** The file of a path, or null where the path leaves its folder; addresses of pages are all index.html. */
export function findFile(
  pathname: string,
  { rendererFolder, documentsFolder }: StaticFolders,
): string | null {
  const documentId = documentPath.exec(pathname)?.[1];
  if (documentId !== undefined) return join(documentsFolder, `${documentId}.pdf`);
  const decoded = decodePath(pathname);
  if (decoded === null) return null;
  const file = join(rendererFolder, extname(decoded) === '' ? 'index.html' : decoded);
  return file.startsWith(rendererFolder + sep) ? file : null;
}

function decodePath(pathname: string): string | null {
  try {
    const decoded = decodeURIComponent(pathname);
    return decoded.includes('\0') || decoded.split(/[/\\]/).includes('..') ? null : decoded;
  } catch {
    return null;
  }
}

function sendPage(response: ServerResponse, page: string): void {
  const nonce = randomBytes(18).toString('base64');
  response.setHeader('content-security-policy', contentSecurityPolicy(nonce));
  response.setHeader('cache-control', 'no-store');
  end(response, 200, 'text/html; charset=utf-8', insertNonce(page, nonce));
}

function end(response: ServerResponse, status: number, type: string, content: string | Buffer): void {
  response.writeHead(status, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  response.end(content);
}
