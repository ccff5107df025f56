import { describe, expect, it } from 'vitest';
import { npmCommand, stampOf } from '../../scripts/set-up.mjs';

const lock = '{"lockfileVersion":3}';
const manifest = { version: '0.1.0', scripts: { start: 'a' }, dependencies: { zod: '4.6.7' } };
const stampWith = (change: object, lockText = lock, machine = 'linux-x64') =>
  stampOf(lockText, JSON.stringify({ ...manifest, ...change }), machine);

describe('the stamp of the installed packages', () => {
  const stamp = stampWith({});

  it('stays the same while lock, dependencies and machine do', () => {
    expect(stampWith({})).toBe(stamp);
  });

  it('stays the same when only the version or a script of the project changes', () => {
    expect(stampWith({ version: '0.2.0', scripts: { start: 'b' } })).toBe(stamp);
  });

  it.each([
    ['the lock', stampWith({}, '{"lockfileVersion":4}')],
    ['a dependency', stampWith({ dependencies: { zod: '4.6.8' } })],
    ['a development dependency', stampWith({ devDependencies: { vite: '8.3.8' } })],
    ['an override', stampWith({ overrides: { zod: '4.6.8' } })],
    ['the machine', stampWith({}, lock, 'win32-x64')],
  ])('changes with %s', (_what, changed) => {
    expect(changed).not.toBe(stamp);
  });
});

describe('which npm installs', () => {
  it('is the one that started us, under the same Node', () => {
    expect(npmCommand('/usr/lib/node_modules/npm/bin/npm-cli.js', 'linux')).toEqual({
      file: process.execPath,
      args: ['/usr/lib/node_modules/npm/bin/npm-cli.js'],
      shell: false,
    });
  });

  it.each([[undefined], ['/opt/yarn/bin/yarn.js']])('is the one on PATH when started by %s', (execPath) => {
    expect(npmCommand(execPath, 'linux')).toEqual({ file: 'npm', args: [], shell: false });
  });

  it('needs a shell on Windows, where npm is a batch file', () => {
    expect(npmCommand(undefined, 'win32').shell).toBe(true);
  });
});
