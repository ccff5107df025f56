import { isAbsolute, relative, resolve } from 'node:path';

export const appScheme = 'app';
export const appOrigin = 'app://yachay';

/** The same 22 characters as a DocumentId of domain/ids.ts; zod stays out of the main process. */
const documentIdPattern = /^[0-9A-Za-z]{22}$/;
const documentPathPattern = /^\/documents\/([0-9A-Za-z]{22})\.pdf$/;

export interface ServedFolders {
  readonly rendererFolder: string;
  readonly documentsFolder: string;
}

export type ServedFile =
  | { readonly kind: 'page'; readonly file: string }
  | { readonly kind: 'asset'; readonly file: string }
  | { readonly kind: 'document'; readonly file: string };

export function isDocumentId(value: unknown): value is string {
  return typeof value === 'string' && documentIdPattern.test(value);
}

export function documentFile(documentsFolder: string, documentId: string): string {
  return resolve(documentsFolder, `${documentId}.pdf`);
}

export function documentAddress(documentId: string): string {
  return `${appOrigin}/documents/${documentId}.pdf`;
}

/** The id in the address of a document of ours; null for every other address. */
export function findDocumentId(address: string): string | null {
  const path = readPath(address);
  return path === null ? null : (documentPathPattern.exec(path)?.[1] ?? null);
}

/** Whether the address is a page of the application, as opposed to one of its files or anything foreign. */
export function isPageAddress(address: string): boolean {
  const path = readPath(address);
  return path !== null && isPagePath(path);
}

/** The file behind an address, null if there is none we serve. Never a file outside the two folders. */
export function findServedFile(address: string, folders: ServedFolders): ServedFile | null {
  const path = readPath(address);
  if (path === null) return null;
  if (isPagePath(path)) return { kind: 'page', file: resolve(folders.rendererFolder, 'index.html') };
  if (path.startsWith('/documents/')) {
    const documentId = documentPathPattern.exec(path)?.[1];
    if (documentId === undefined) return null;
    return { kind: 'document', file: documentFile(folders.documentsFolder, documentId) };
  }
  const file = resolve(folders.rendererFolder, `.${path}`);
  return isInside(folders.rendererFolder, file) ? { kind: 'asset', file } : null;
}

/** A page of the router has no extension; the files of the build and the documents all have one. */
function isPagePath(path: string): boolean {
  if (path === '/index.html') return true;
  return !path.startsWith('/documents/') && !/\.[^/]*$/.test(path);
}

/** The decoded path of an address of ours; null if it is foreign or written in a way no address of ours is. */
function readPath(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, username, password, pathname } = new URL(address);
  if (protocol !== `${appScheme}:` || host !== 'yachay' || username !== '' || password !== '') return null;
  const path = decodeOnce(pathname === '' ? '/' : pathname);
  if (path === null || !path.startsWith('/') || path.includes('//')) return null;
  // What is still encoded after one decoding, or means something only to a file system, is a trick.
  if (/[%\\:\0]/.test(path) || path.split('/').some((part) => part === '.' || part === '..')) return null;
  return path;
}

function decodeOnce(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}
