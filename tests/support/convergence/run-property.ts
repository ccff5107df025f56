import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { mutants } from './mutants.ts';

/**
 * A program of its own, so that several use all cores and a faulty merge can stand in the place of the right one
 * before anything imports it: `node run-property.ts --seed N --runs N [--mutant NAME]`. Prints what came of it.
 */
const { values } = parseArgs({
  options: { seed: { type: 'string' }, runs: { type: 'string' }, mutant: { type: 'string' } },
});
if (values.mutant !== undefined) putInPlace(values.mutant);

function putInPlace(name: string): void {
  const mutant = mutants.find((each) => each.name === name);
  assert.ok(mutant !== undefined, `no mutant ${name}`);
  const file = path.resolve(import.meta.dirname, '../../..', mutant.file);
  const pieces = readFileSync(file, 'utf8').split(mutant.piece);
  assert.equal(pieces.length, 2, `${mutant.file} has not exactly one: ${mutant.piece}`);
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const isIt = url.startsWith('file:') && fileURLToPath(url) === file;
      return isIt ? { ...loaded, source: pieces.join(mutant.instead) } : loaded;
    },
  });
}

const { createTemplate } = await import('./devices.ts');
const { createCounts } = await import('./run.ts');
const { allHoldTheSame } = await import('./property.ts');
const counts = createCounts();
const details = fc.check(allHoldTheSame(createTemplate(), counts), {
  seed: Number(values.seed),
  numRuns: Number(values.runs),
  // That a mutant fails is enough; of a real fault the shortest way to it is wanted.
  endOnFailure: values.mutant !== undefined,
});
const report = details.failed ? String(fc.defaultReportMessage(details)).slice(0, 10_000) : null;
process.stdout.write(JSON.stringify({ report, counts }));
