import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type LoopbackHost, startLoopbackHost } from '../../../service/hosts/loopback.ts';
import type { Service } from '../../../service/service.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { type Client, createTemporaryService, fetchCookie } from './transports.ts';

const page = '<!doctype html><meta name="csp-nonce" content="__CSP_NONCE__"><title>Yachay</title>';

let host: LoopbackHost;
let cookie: string;
let folder: string;
let remove: () => void;
let service: Service;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-page-'));
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true });
  writeFileSync(join(folder, 'renderer', 'index.html'), page);
  writeFileSync(join(folder, 'renderer', 'assets', 'main.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const temporary = createTemporaryService();
  remove = temporary.remove;
  service = temporary.service;
  host = await startLoopbackHost({ service: temporary.service, rendererFolder: join(folder, 'renderer') });
  cookie = await fetchCookie(host.address);
});

afterAll(async () => {
  await host.close();
  remove();
  rmSync(folder, { recursive: true });
});

/** A raw request: fetch would tidy the path and refuse to set Host. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const { hostname, port } = new URL(host.origin);
      const sent = request({ hostname, port, path, method, headers }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (body += chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body, headers: response.headers }),
        );
      });
      sent.on('error', reject);
      sent.end();
    },
  );
}

describe('the loopback host', () => {
  test('serves the page to whoever has the cookie, with a policy and a nonce of its own each time', async () => {
    const [first, second] = [await ask('/', { cookie }), await ask('/', { cookie })];
    expect(first.status).toBe(200);
    const nonce = /content="([^"]+)"/.exec(first.body)?.[1] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{16,}=*$/);
    expect(first.headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
    expect(second.body).not.toContain(nonce);
  });

  test('hands out a cookie that scripts cannot read and other sites do not send', async () => {
    const fresh = createTemporaryService();
    const other = await startLoopbackHost({
      service: fresh.service,
      rendererFolder: join(folder, 'renderer'),
    });
    const response = await fetch(other.address, { redirect: 'manual' });
    expect(response.status).toBe(303);
    expect(response.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/);
    await other.close();
    fresh.remove();
  });

  test.each([
    ['no cookie', '/', {}],
    ['an invented cookie', '/', { cookie: 'yachay-session=invented' }],
    ['no cookie, for data', '/rpc/setup/state', {}],
    ['no cookie, for a document', '/documents/0000000000000000000000.pdf', {}],
  ])('refuses %s', async (_, path, headers) => {
    expect((await ask(path, headers)).status).toBe(401);
  });

  test('refuses a used token', async () => {
    const { pathname, search } = new URL(host.address);
    const answer = await ask(pathname + search);
    expect(answer.status).toBe(401);
    expect(answer.headers['set-cookie']).toBeUndefined();
  });

  test.each([
    ['a foreign Origin', () => ({ origin: 'http://example.org' })],
    ['the Origin of a sandboxed frame', () => ({ origin: 'null' })],
    ['a foreign Host', () => ({ host: 'yachay.example.org' })],
    ['localhost by another name', () => ({ host: `localhost:${new URL(host.origin).port}` })],
  ])('refuses %s even with the cookie', async (_, headers) => {
    expect((await ask('/', { cookie, ...headers() })).status).toBe(403);
    expect((await ask('/rpc/setup/state', { cookie, ...headers() }, 'POST')).status).toBe(403);
  });

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/../../secret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '//secret.txt',
    '/documents/../../secret.txt',
    '/documents/..%2f..%2fyachay.db',
    '/%00secret.txt',
  ])('keeps %s inside its folder', async (path) => {
    const answer = await ask(path, { cookie });
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('secret');
  });

  test('answers every address of a page with the application, and files with their type', async () => {
    expect((await ask('/personas/nueva', { cookie })).body).toContain('<title>Yachay</title>');
    expect((await ask('/assets/main.js', { cookie })).headers['content-type']).toBe(
      'text/javascript; charset=utf-8',
    );
    expect((await ask('/assets/missing.js', { cookie })).status).toBe(404);
  });

  test('hands a document to whoever is signed in only', async () => {
    const id = '0000000000000000000001';
    writeFileSync(join(service.documentsFolder, `${id}.pdf`), 'a document');
    const address = `/documents/${id}.pdf`;
    expect((await ask(address, { cookie })).status).toBe(401);
    const client: Client = createORPCClient(new RPCLink({ url: `${host.origin}/rpc`, headers: { cookie } }));
    await client.setup.start(testOfficeSetup);
    expect((await ask(address, { cookie })).body).toBe('a document');
    await client.setup.signOut();
    expect((await ask(address, { cookie })).status).toBe(401);
  });

  test('listens on this machine only', () => {
    expect(new URL(host.origin).hostname).toBe('127.0.0.1');
  });
});
