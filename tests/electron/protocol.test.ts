import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentSecurityPolicy } from '../../domain/content-security-policy.ts';
import { answerRequest, registerAppScheme } from '../../electron/protocol.ts';
import { protocol } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const documentId = '0Ab1Cd2Ef3Gh4Ij5Kl6Mn7';
let root = '';

function ask(address: string, method = 'GET'): Promise<Response> {
  return answerRequest(new Request(address, { method }), {
    rendererFolder: join(root, 'renderer'),
    documentsFolder: join(root, 'documents'),
  });
}

async function nonceOf(response: Response): Promise<string> {
  const nonce = /<script nonce="([^"]+)">/.exec(await response.text())?.[1];
  if (nonce === undefined) throw new Error('the page has no nonce');
  return nonce;
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'yachay-protocol-'));
  mkdirSync(join(root, 'renderer/assets'), { recursive: true });
  mkdirSync(join(root, 'documents'));
  writeFileSync(join(root, 'renderer/index.html'), '<script nonce="__CSP_NONCE__"></script><p>ñ</p>');
  writeFileSync(join(root, 'renderer/assets/index.js'), 'export {};');
  writeFileSync(join(root, 'renderer/assets/data.unknown'), 'x');
  writeFileSync(join(root, `documents/${documentId}.pdf`), '%PDF-1.7');
  writeFileSync(join(root, 'secret.txt'), 'secret');
});

afterAll(() => rmSync(root, { recursive: true }));

describe('the app:// protocol', () => {
  it('is registered as an origin of its own that does not bypass the policy', () => {
    registerAppScheme();
    expect(protocol.schemes).toEqual([
      {
        scheme: 'app',
        privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
      },
    ]);
  });

  it('sends a page with the policy that allows exactly the nonce written into it', async () => {
    const page = await ask('app://yachay/personas');
    const policy = page.headers.get('Content-Security-Policy');
    expect(page.status).toBe(200);
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(policy).toBe(contentSecurityPolicy(await nonceOf(page)));
  });

  it('makes a new nonce for each response', async () => {
    const nonces = await Promise.all(
      Array.from({ length: 20 }, async () => nonceOf(await ask('app://yachay/'))),
    );
    expect(new Set(nonces).size).toBe(20);
  });

  it('sends the files of the build with their media type and the policy, which binds workers', async () => {
    const script = await ask('app://yachay/assets/index.js');
    expect(await script.text()).toBe('export {};');
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
    const unknown = await ask('app://yachay/assets/data.unknown');
    expect(unknown.headers.get('Content-Type')).toBe('application/octet-stream');
  });

  it('sends a document as a PDF that is never cached', async () => {
    const document = await ask(`app://yachay/documents/${documentId}.pdf`);
    expect(await document.text()).toBe('%PDF-1.7');
    expect(document.headers.get('Content-Type')).toBe('application/pdf');
    expect(document.headers.get('Cache-Control')).toBe('no-store');
  });

  it.each([
    'app://yachay/../../etc/passwd.txt',
    'app://yachay/%2e%2e/secret.txt',
    'app://yachay/..%2fsecret.txt',
    'app://yachay/%252e%252e%252fsecret.txt',
    'app://yachay/documents/..%2f..%2fsecret.txt',
    'app://yachay/documents/0000000000000000000000.pdf',
    'app://yachay/assets/missing.js',
    'app://other/index.html',
  ])('answers 404 and nothing else to %s', async (address) => {
    const response = await ask(address);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('Content-Security-Policy')).toBe("default-src 'none'");
  });

  it('only reads', async () => {
    expect((await ask('app://yachay/', 'POST')).status).toBe(405);
  });
});
