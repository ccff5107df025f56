import assert from 'node:assert/strict';
import { inTransaction, type ReadableDb } from '../../../db/database.ts';
import { listHeads } from '../../../db/change-log/heads.ts';
import { beginMerge, mergeEntries } from '../../../db/change-log/merge.ts';
import {
  expectFolded,
  expectSameLogs,
  expectSameRows,
  expectSearchable,
  expectSound,
  listEntries,
  readLog,
} from './compare.ts';
import { type ConflictCounts, countConflicts, type Knowledge } from './conflicts.ts';
import {
  closeOpened,
  openDevices,
  restoreDevice,
  type RunDevice,
  type Template,
  updateDevice,
} from './devices.ts';
import { type Pick, pickOf, shuffle, throwDice } from './dice.ts';
import { deliverAll, type DeliveryCounts, deliverSome, mix, noDeliveries } from './exchange.ts';
import { liar, tellLie } from './lies.ts';
import { writes } from './writes.ts';

/** What all runs together did and met. */
export interface RunCounts extends DeliveryCounts, ConflictCounts {
  runs: number;
  operations: number;
  writes: number;
  rolledBack: number;
  updates: number;
  restores: number;
  clocksMoved: number;
  lies: number;
}

export function createCounts(): RunCounts {
  return {
    ...noDeliveries,
    sameColumn: 0,
    doubleCreations: 0,
    deletionsAgainstChanges: 0,
    runs: 0,
    operations: 0,
    writes: 0,
    rolledBack: 0,
    updates: 0,
    restores: 0,
    clocksMoved: 0,
    lies: 0,
  };
}

interface Run {
  readonly template: Template;
  readonly devices: RunDevice[];
  /** The last PC as it was some time ago. */
  copy: Buffer | null;
  readonly known: Knowledge;
  readonly counts: RunCounts;
}

const never = 'a run has four PCs';

/**
 * Several PCs write and exchange as the numbers say, one step a number (0 is none, so that a failing run can be told in
 * few steps); then everybody gets everything. Throws where they do not come out the same.
 */
export function runOffice(template: Template, numbers: readonly number[], counts: RunCounts): void {
  const devices = openDevices(template);
  const run: Run = { template, devices, copy: null, known: new Map(), counts };
  for (const number of numbers) if (number !== 0) doStep(run, throwDice(number));
  counts.runs += 1;
  exchangeAll(run);
  expectAllSame(run, throwDice(numbers.length));
  closeOpened(template, devices);
}

function doStep(run: Run, pick: Pick): void {
  const device = pickOf(pick, run.devices);
  if (device === null) throw new Error(never);
  const kind = pick(100);
  run.counts.operations += kind < 64 ? write(run, device, pick) : 1;
  if (kind < 64) return;
  if (kind < 66) lie(run, pick);
  else if (kind < 90) exchange(run, device, pick);
  else if (kind < 95) moveClock(run, device, pick);
  else if (kind < 97) run.copy = run.devices.at(-1)?.db.handle.serialize() ?? null;
  else if (kind < 98) update(run, pick);
  else if (kind < 99) restore(run);
  else expectSound(device.db);
}

/** Answers how many rows or facts were written, those taken back too. */
function write({ known, counts }: Run, device: RunDevice, pick: Pick): number {
  const heads = headsOf(device.db);
  device.clock.milliseconds += pick(500);
  const steps = pick(4) === 0 ? 2 + pick(3) : 1;
  const isTakenBack = steps > 1 && pick(3) === 0;
  let done = 0;
  try {
    inTransaction(device.db, () => {
      for (let step = 0; step < steps; step += 1)
        if (pickOf(pick, writes)?.(device, pick) === true) done += 1;
      if (isTakenBack) throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    counts.rolledBack += done;
  }
  const { deviceId } = device.writer;
  const states = known.get(deviceId) ?? [];
  known.set(deviceId, [...states, { upTo: headsOf(device.db).get(deviceId) ?? 0, heads }]);
  counts.writes += isTakenBack ? 0 : done;
  return done;
}

class TakenBack extends Error {}

function headsOf(db: ReadableDb): Map<string, number> {
  return new Map(listHeads(db).map(({ device, sequence }) => [device, sequence]));
}

function exchange({ devices, counts }: Run, to: RunDevice, pick: Pick): void {
  const from = pickOf(
    pick,
    devices.filter((device) => device !== to),
  );
  if (from !== null) deliverSome(from, to, pick, counts);
}

/** Through the first PC, which is never restored: the liar writes no two histories. */
function lie({ devices, counts }: Run, pick: Pick): void {
  const [first] = devices;
  if (first !== undefined && tellLie(first, pick)) counts.lies += 1;
}

function moveClock({ counts }: Run, { clock }: RunDevice, pick: Pick): void {
  const hour = 3_600_000;
  clock.milliseconds += (pick(48) - 24) * hour;
  counts.clocksMoved += 1;
}

/** One PC begins with the next version, one comes to it on the way, one only at the end. */
function update({ template, devices, counts }: Run, pick: Pick): void {
  const device = devices[1];
  if (device === undefined || device.isNext || pick(2) > 0) return;
  devices[1] = updateDevice(device);
  closeOpened(template, [device]);
  counts.updates += 1;
}

/** The last PC is restored from its older copy. */
function restore({ template, devices, copy, counts }: Run): void {
  const device = devices.at(-1);
  if (device === undefined || copy === null) return;
  counts.restores += 1;
  devices[devices.length - 1] = restoreDevice(device, { bytes: copy, number: 1000 + counts.restores });
  closeOpened(template, [device]);
}

function exchangeAll({ devices, counts }: Run): void {
  const [first, ...others] = devices;
  if (first === undefined) throw new Error(never);
  for (const other of others) deliverAll(other, first, counts);
  for (const other of others) deliverAll(first, other, counts);
}

function expectAllSame({ template, devices, known, counts }: Run, pick: Pick): void {
  const [first, ...others] = devices;
  const last = others.at(-1);
  if (first === undefined || last === undefined) throw new Error(never);
  const entries = listEntries(last.db);
  countConflicts(
    entries.filter(({ device }) => device !== liar),
    known,
    counts,
  );
  expectFolded(last.db);
  for (const { db } of devices) {
    expectSameLogs(last.db, db);
    expectSameRows(db, last.db);
  }
  if (counts.runs % 5 === 0) expectUpdated(first, last);
  template.empty.reset();
  const rebuilt = template.empty.db;
  const runs = [...Map.groupBy(entries, ({ device }) => device).values()];
  mergeEntries(beginMerge(rebuilt), mix(pick, shuffle(pick, runs)));
  expectSameLogs(last.db, rebuilt);
  assert.equal(readLog(rebuilt), readLog(last.db), 'the logs differ');
  expectSameRows(last.db, rebuilt);
  for (const db of [first.db, rebuilt]) expectSearchable(db);
}

/** The last to get the next version has then what the others have. Not every run, since updating takes as long as one. */
function expectUpdated(device: RunDevice, other: RunDevice): void {
  const { db } = updateDevice(device);
  expectSameRows(other.db, db);
  expectSound(db);
  db.handle.close();
}
