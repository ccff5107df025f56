import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTemplate } from '../../support/convergence/devices.ts';
import { allHoldTheSame } from '../../support/convergence/property.ts';
import { createCounts, type RunCounts } from '../../support/convergence/run.ts';

/** YACHAY_RUNS=100 for a first look, more for a long night. */
const runs = Number(process.env['YACHAY_RUNS'] ?? 1000);
const minute = 60_000;

/** What a run has to have met on the average, or it proved nothing. */
const leastPerRun: RunCounts = {
  runs: 1,
  operations: 100,
  writes: 50,
  rolledBack: 5,
  updates: 0.1,
  restores: 0.1,
  clocksMoved: 2,
  deliveries: 15,
  partialDeliveries: 8,
  repeatedEntries: 15,
  mergedEntries: 100,
  laterRows: 30,
  earlierRows: 10,
  waitedRows: 0.4,
  stoodAfterWaiting: 0.4,
  unknownTables: 5,
  unknownColumns: 10,
  sameColumn: 3,
  doubleCreations: 1,
  deletionsAgainstChanges: 1,
};

test(
  'whatever several PCs do and whatever reaches whom when, all come out the same',
  () => {
    const counts = createCounts();
    fc.assert(allHoldTheSame(createTemplate(), counts), { seed: 20_260_302, numRuns: runs });
    const isEnough = Object.entries(leastPerRun).map(([name, least]) => [
      name,
      counts[name as keyof RunCounts] >= least * runs,
    ]);
    expect(isEnough.filter(([, is]) => is === false)).toEqual([]);
  },
  60 * minute,
);
