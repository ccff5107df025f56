import { expect, test } from 'vitest';
import type { RunCounts } from '../../support/convergence/run.ts';
import { startProperty } from '../../support/convergence/start-property.ts';

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
  lies: 0.5,
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

/** Each in a process of its own: together they take half as long on two cores. */
const seeds = [20_260_302, 20_260_303];

test(
  'whatever several PCs do and whatever reaches whom when, all come out the same',
  async () => {
    const share = Math.ceil(runs / seeds.length);
    const outcomes = await Promise.all(seeds.map((seed) => startProperty({ seed, runs: share })));
    expect(outcomes.map(({ report }) => report)).toEqual(seeds.map(() => null));
    const missed = Object.entries(leastPerRun).filter(([name, least]) => {
      const met = outcomes.reduce((sum, { counts }) => sum + counts[name as keyof RunCounts], 0);
      return met < least * share * seeds.length;
    });
    expect(missed).toEqual([]);
  },
  60 * minute,
);
