import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandedPackets, listPacketArguments } from '../../electron/handed-packets.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-handed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the packets of a start', () => {
  it.each([
    ['none', ['yachay'], []],
    ['a path', ['yachay', '/media/usb/PC de Rosa.yachay'], ['/media/usb/PC de Rosa.yachay']],
    ['a name in the folder one stands in', ['yachay', 'a.YACHAY'], ['/home/rosa/a.YACHAY']],
    ['several', ['yachay', 'a.yachay', '--flag', 'b.yachay'], ['/home/rosa/a.yachay', '/home/rosa/b.yachay']],
    ['the folder of the data, whatever its name', ['yachay', '--data', 'x.yachay'], []],
    ['an option', ['yachay', '--data=x.yachay'], []],
    ['another file', ['yachay', 'lista.xlsx'], []],
    ['the program itself', ['/opt/x.yachay'], []],
    ['something that is not on this PC', ['yachay', 'https://example.org/a.yachay'], []],
    ['an address of another PC', ['yachay', 'file://other/a.yachay'], []],
  ])('%s', (_what, commandLine, paths) => {
    expect(listPacketArguments(commandLine, '/home/rosa')).toEqual(paths.map((path) => resolve(path)));
  });

  it('as addresses, the way file managers of Linux give them', () => {
    const path = join(folder, 'PC de Rosa ñ.yachay');
    expect(listPacketArguments(['yachay', pathToFileURL(path).href], '/')).toEqual([path]);
  });
});

describe('a packet handed over', () => {
  it('is read when it is taken, in the order they came, and each once', async () => {
    const packets = createHandedPackets();
    const announce = vi.fn<() => void>();
    packets.announceTo(announce);
    for (const name of ['a.yachay', 'b.yachay', 'a.yachay']) {
      writeFileSync(join(folder, name), name);
      packets.add(join(folder, name));
    }
    expect(announce).toHaveBeenCalledTimes(3);
    const first = await packets.takeNext();
    expect(first).toEqual({ outcome: 'read', name: 'a.yachay', bytes: expect.any(Uint8Array) });
    expect(first?.outcome === 'read' && new TextDecoder().decode(first.bytes)).toBe('a.yachay');
    expect(await packets.takeNext()).toMatchObject({ name: 'b.yachay' });
    expect(await packets.takeNext()).toBeNull();
  });

  it('that is gone, is a folder, or is larger than any packet is said to be so', async () => {
    const packets = createHandedPackets();
    packets.add(join(folder, 'gone.yachay'));
    mkdirSync(join(folder, 'folder.yachay'));
    packets.add(join(folder, 'folder.yachay'));
    writeFileSync(join(folder, 'huge.yachay'), '');
    truncateSync(join(folder, 'huge.yachay'), 257 * 1024 * 1024);
    packets.add(join(folder, 'huge.yachay'));
    expect([await packets.takeNext(), await packets.takeNext(), await packets.takeNext()]).toEqual([
      { outcome: 'failed', name: 'gone.yachay', code: 'ENOENT' },
      { outcome: 'failed', name: 'folder.yachay', code: 'EISDIR' },
      { outcome: 'failed', name: 'huge.yachay', code: 'EFBIG' },
    ]);
  });
});
