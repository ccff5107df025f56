import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeFileWhole } from '../../../service/files/write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file is written whole or not at all', () => {
  test('takes the place of the one before', async () => {
    const target = join(folder, 'a.txt');
    writeFileSync(target, 'antes');
    expect(await writeFileWhole(target, (unfinished) => writeFile(unfinished, 'después'))).toBeNull();
    expect(readFileSync(target, 'utf8')).toBe('después');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('on a full disk leaves what was there before and nothing half-written', async () => {
    const target = join(folder, 'a.txt');
    writeFileSync(target, 'antes');
    const outcome = await writeFileWhole(target, async (unfinished) => {
      await writeFile(unfinished, 'la mi');
      // The device that is always full answers as a full disk does.
      appendFileSync('/dev/full', 'tad');
    });
    expect(outcome).toEqual({ refused: 'DISK_FULL', data: { path: target } });
    expect(readFileSync(target, 'utf8')).toBe('antes');
    expect(readdirSync(folder)).toEqual(['a.txt']);
  });

  test('is refused where the folder is not there: the stick was pulled out', async () => {
    const target = join(folder, 'stick', 'a.txt');
    expect(await writeFileWhole(target, (unfinished) => writeFile(unfinished, 'x'))).toEqual({
      refused: 'DEVICE_GONE',
      data: { path: target },
    });
  });

  test('is refused where the target cannot be replaced', async () => {
    expect(await writeFileWhole('/proc/version', (unfinished) => writeFile(unfinished, 'x'))).toMatchObject({
      data: { path: '/proc/version' },
    });
    expect(existsSync('/proc/version.part')).toBe(false);
  });

  test('throws on what is no matter of the disk', async () => {
    const target = join(folder, 'a.txt');
    await expect(writeFileWhole(target, () => Promise.reject(new Error('a fault')))).rejects.toThrow(
      'a fault',
    );
  });
});
