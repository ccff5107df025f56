import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { mutants } from '../../support/convergence/mutants.ts';

const program = path.resolve(import.meta.dirname, '../../support/convergence/run-mutant.ts');
const minute = 60_000;

describe('PCs do not come out the same where', () => {
  test.each(mutants)(
    '$name',
    ({ name }) => {
      const { stdout, stderr } = spawnSync(process.execPath, [program, name, '20260302'], {
        encoding: 'utf8',
      });
      expect({ stderr, ...JSON.parse(stdout === '' ? '{}' : stdout) }).toMatchObject({
        stderr: '',
        failed: true,
      });
    },
    10 * minute,
  );
});
