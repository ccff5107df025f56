import { describe, expect, test } from 'vitest';
import { mutants } from '../../support/convergence/mutants.ts';
import { startProperty } from '../../support/convergence/start-property.ts';

const minute = 60_000;

describe('PCs do not come out the same where', () => {
  test.each(mutants)(
    '$name',
    async ({ name }) => {
      const { report } = await startProperty({ seed: 20_260_302, runs: 100, mutant: name });
      expect(report).toContain('Property failed');
    },
    10 * minute,
  );
});
