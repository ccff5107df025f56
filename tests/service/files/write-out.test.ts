import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeOut } from '../../../service/files/write-out.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'yachay-write-out-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Whether this process has the file open, as Linux tells. */
function isOpen(file: string): boolean {
  return readdirSync('/proc/self/fd').some((number) => {
    try {
      return readlinkSync(`/proc/self/fd/${number}`) === file;
    } catch {
      return false;
    }
  });
}

describe('a file that is written out while somebody fills it', () => {
  test('is found once it is there, left as it is, and let go of at the end', async () => {
    const file = join(folder, 'copy.db');
    const stop = writeOut(file);
    writeFileSync(file, 'la mitad y lo demás');
    await vi.waitFor(() => expect(isOpen(file)).toBe(true));
    await stop();
    expect(isOpen(file)).toBe(false);
    expect(readFileSync(file, 'utf8')).toBe('la mitad y lo demás');
  });

  test('is not made by that where nobody begins it', async () => {
    const file = join(folder, 'never.db');
    await writeOut(file)();
    expect(readdirSync(folder)).toEqual([]);
  });
});
