import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** The last column of the table: a file, and behind › the name of a test in it. */
function listNamedTests(): { file: string; name: string | null }[] {
  const rows = readFileSync(resolve(root, 'docs/faults.md'), 'utf8').matchAll(
    /\|\s*`(tests\/[^`]+)`(?: › (.+?))?\s*\|\s*$/gm,
  );
  return [...rows].map(([, file = '', name]) => ({ file, name: name ?? null }));
}

test('every case of trouble names a test that exists', () => {
  const named = listNamedTests();
  expect(named.length).toBeGreaterThan(25);
  const missing = named.filter(({ file, name }) => {
    const path = resolve(root, file);
    return !existsSync(path) || (name !== null && !readFileSync(path, 'utf8').includes(name));
  });
  expect(missing).toEqual([]);
});
