import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { mutants } from './mutants.ts';

/**
 * A program of its own: `node run-mutant.ts NAME SEED` runs the property over a faulty merge, which stands in the
 * place of the right one before anything imports it. Prints after how many runs it failed and how.
 */
const root = path.resolve(import.meta.dirname, '../../..');
const [name, seed] = process.argv.slice(2);
const mutant = mutants.find((each) => each.name === name);
assert.ok(mutant !== undefined, `no mutant ${name}`);
const file = path.join(root, mutant.file);
const pieces = readFileSync(file, 'utf8').split(mutant.piece);
assert.equal(pieces.length, 2, `${mutant.file} has not exactly one: ${mutant.piece}`);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const isIt = url.startsWith('file:') && fileURLToPath(url) === file;
    return isIt ? { ...loaded, source: pieces.join(mutant.instead) } : loaded;
  },
});

const { createTemplate } = await import('./devices.ts');
const { createCounts } = await import('./run.ts');
const { allHoldTheSame } = await import('./property.ts');
const { failed, numRuns, errorInstance } = fc.check(allHoldTheSame(createTemplate(), createCounts()), {
  seed: Number(seed),
  numRuns: 100,
  endOnFailure: true,
});
const message = errorInstance instanceof Error ? errorInstance.message : '';
process.stdout.write(JSON.stringify({ failed, numRuns, message }));
