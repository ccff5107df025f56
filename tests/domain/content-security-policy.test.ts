import { describe, expect, it } from 'vitest';
import {
  contentSecurityPolicy,
  cspNoncePlaceholder,
  insertNonce,
} from '../../domain/content-security-policy.ts';

const nonce = 'q83vASNFZ4mrze8BI0VniQ==';

describe('the content security policy', () => {
  it('forbids everything it does not name', () => {
    expect(contentSecurityPolicy(nonce).split('; ')).toEqual([
      "default-src 'none'",
      `script-src 'self' 'nonce-${nonce}'`,
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:",
      "font-src 'self'",
      "connect-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it.each([
    '',
    'short',
    "q83vASNFZ4mrze8B'; script-src *",
    'q83vASNFZ4mrze8B q83v',
    'q83vASNFZ4mrze8B\r\nX: y',
  ])('refuses %j as a nonce', (forged) => {
    expect(() => contentSecurityPolicy(forged)).toThrow('nonce');
  });

  it('gives every placeholder of a page the same nonce', () => {
    const page = `<script nonce="${cspNoncePlaceholder}"></script><meta content="${cspNoncePlaceholder}">`;
    expect(insertNonce(page, nonce)).toBe(`<script nonce="${nonce}"></script><meta content="${nonce}">`);
  });
});
