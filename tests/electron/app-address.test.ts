import { describe, expect, it } from 'vitest';
import { findDocumentId, findServedFile, isPageAddress } from '../../electron/app-address.ts';

const folders = { rendererFolder: '/app/out/renderer', documentsFolder: '/data/documents' };
const documentId = '0Ab1Cd2Ef3Gh4Ij5Kl6Mn7';

describe('an address of the application', () => {
  it.each([
    ['app://yachay', 'page', '/app/out/renderer/index.html'],
    ['app://yachay/', 'page', '/app/out/renderer/index.html'],
    ['app://yachay/index.html', 'page', '/app/out/renderer/index.html'],
    ['app://yachay/ediciones/0Ab1Cd2Ef3Gh4Ij5Kl6Mn7?tab=notas#hoy', 'page', '/app/out/renderer/index.html'],
    ['app://yachay/assets/index-4f2.js', 'asset', '/app/out/renderer/assets/index-4f2.js'],
    ['app://yachay/assets/ma%C3%B1ana.svg', 'asset', '/app/out/renderer/assets/mañana.svg'],
    [`app://yachay/documents/${documentId}.pdf`, 'document', `/data/documents/${documentId}.pdf`],
  ])('%s is served as %s', (address, kind, file) => {
    expect(findServedFile(address, folders)).toEqual({ kind, file });
  });

  it.each([
    'app://other/index.html',
    'app://yachay.example/index.html',
    'app://yachay:80/index.html',
    'app://user@yachay/index.html',
    'https://yachay/index.html',
    'file:///etc/passwd',
    'not an address',
  ])('%s is foreign and not served', (address) => {
    expect(findServedFile(address, folders)).toBeNull();
  });

  it.each([
    'app://yachay/assets/..%2f..%2f..%2fetc/passwd.txt',
    'app://yachay/assets/..%5c..%5csecret.js',
    'app://yachay/%252e%252e/%252e%252e/etc/passwd.txt',
    'app://yachay/..\\..\\secret.js',
    'app://yachay/C:/Windows/win.ini',
    'app://yachay/assets/a.js::$DATA.js',
    'app://yachay//etc/passwd.txt',
    'app://yachay/assets/a.js%00.png',
    'app://yachay/assets/%ff.js',
    `app://yachay/documents/../documents/${documentId}.exe`,
    `app://yachay/documents/${documentId}`,
    `app://yachay/documents/${documentId}.pdf/`,
    `app://yachay/documents/${documentId.slice(1)}.pdf`,
    'app://yachay/documents/..%2fyachay.sqlite',
    'app://yachay/documents/',
  ])('%s leads nowhere', (address) => {
    expect(findServedFile(address, folders)).toBeNull();
  });

  it.each([
    'app://yachay/../../etc/passwd',
    'app://yachay/%2e%2e/%2e%2e/etc/passwd.txt',
    'app://yachay/assets/../../../etc/passwd.js',
    'app://yachay/.env.js',
    'app://yachay/...js',
  ])('%s stays inside the folder of the page', (address) => {
    const served = findServedFile(address, folders);
    expect(served?.file.startsWith('/app/out/renderer/') ?? true).toBe(true);
  });

  it('names a document only if it is exactly one of ours', () => {
    expect(findDocumentId(`app://yachay/documents/${documentId}.pdf`)).toBe(documentId);
    expect(findDocumentId(`app://yachay/documents/${documentId}.pdf#page=2`)).toBe(documentId);
    expect(findDocumentId(`https://yachay/documents/${documentId}.pdf`)).toBeNull();
    expect(findDocumentId('app://yachay/personas')).toBeNull();
  });

  it('tells its pages from its files and documents', () => {
    expect(isPageAddress('app://yachay/personas')).toBe(true);
    expect(isPageAddress('app://yachay/assets/index.js')).toBe(false);
    expect(isPageAddress(`app://yachay/documents/${documentId}.pdf`)).toBe(false);
    expect(isPageAddress('https://example.org/')).toBe(false);
  });
});
