import { describe, expect, it } from 'vitest';
import { isLocalAddress } from '../../electron/offline.ts';

describe('a request', () => {
  it.each([
    'app://yachay/assets/index.js',
    'blob:app://yachay/5f2c',
    'data:image/png;base64,AA==',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html',
  ])('to %s stays on the machine', (address) => {
    expect(isLocalAddress(address)).toBe(true);
  });

  it.each([
    'http://127.0.0.1:8080/',
    'https://example.org/',
    'ws://localhost/',
    'ftp://example.org/',
    'file:///etc/passwd',
    '',
  ])('to %s is cancelled', (address) => {
    expect(isLocalAddress(address)).toBe(false);
  });
});
