import { execFileSync } from 'node:child_process';
import { closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BackupFile } from '../../domain/backup.ts';
import { createAgePair } from '../../service/files/age.ts';
import type { Client } from '../service/hosts/transports.ts';
import type { BenchRun } from './bench-run.ts';
import { connectClient } from './host.ts';
import { expectEqual, type Measurement, median, timeOnce } from './measure.ts';
import { finish } from './packets.ts';
import { countMarks, databaseFile, tenYears } from './ten-year-office.ts';

const runs = 3;
const passphrase = 'quinua maíz papa oca';

/** In seconds. */
interface BackupTimes {
  make: number;
  makeLocked: number;
  look: number;
  restore: number;
  lookLocked: number;
  restoreLocked: number;
}

/** Keeping ten years safe and having them back, as a window asks for it; beside copying the file by other means. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const [ours, plain, locked]: [BackupTimes[], Record<string, number>[], Record<string, number>[]] = [
    [],
    [],
    [],
  ];
  for (let count = 0; count < runs; count += 1) {
    const data = await run.copyTenYearOffice();
    const folder = run.createFolder();
    plain.push(copyByOtherMeans(databaseFile(data), folder));
    locked.push(await lockByOtherMeans(databaseFile(data), folder));
    ours.push(await backUpAndRestore(run, data, folder));
    expectEqual(countMarks(data), tenYears.marks, 'marks after restoring');
    for (const used of [data, folder]) rmSync(used, { recursive: true });
  }
  const seconds = (part: (times: BackupTimes) => number) => ({
    unit: 's' as const,
    ours: median(ours.map(part)),
  });
  const besides = medians(plain);
  const copying = { beside: pick(besides, 'copying the file') };
  return [
    { name: 'Backup of ten years, checked whole', ...seconds(({ make }) => make), beside: besides },
    {
      name: '  locked with a passphrase, for a stick',
      ...seconds(({ makeLocked }) => makeLocked),
      beside: medians(locked),
    },
    {
      name: 'Restoring it, checks and all',
      ...seconds(({ look, restore }) => look + restore),
      ...copying,
    },
    { name: '  what it holds and what would be lost', ...seconds(({ look }) => look) },
    { name: '  putting it in place', ...seconds(({ restore }) => restore), ...copying },
    {
      name: '  the locked one, both together',
      ...seconds(({ lookLocked, restoreLocked }) => lookLocked + restoreLocked),
    },
  ];
}

/** Makes both backups and restores each, as the page of backups does: first a look, then the exchange. */
async function backUpAndRestore(run: BenchRun, data: string, stick: string): Promise<BackupTimes> {
  return run.withHost(data, async (host) => {
    const client = await connectClient(host);
    const make = await timeOnce(() => backUp(client, null));
    const makeLocked = await timeOnce(() => backUp(client, { path: stick, passphrase }));
    const plain = await putBack(client, { path: make.answer.path, passphrase: null });
    const locked = await putBack(client, { path: makeLocked.answer.path, passphrase });
    return {
      make: make.ms / 1000,
      makeLocked: makeLocked.ms / 1000,
      look: plain.look,
      restore: plain.restore,
      lookLocked: locked.look,
      restoreLocked: locked.restore,
    };
  });
}

async function backUp(
  client: Client,
  to: { path: string; passphrase: string | null } | null,
): Promise<BackupFile> {
  return finish(await client.backups.make({ to }));
}

async function putBack(client: Client, backup: { path: string; passphrase: string | null }) {
  const look = await timeOnce(async () => finish(await client.backups.inspect(backup)));
  expectEqual(look.answer.contents.counts.people, tenYears.people, 'people in the backup');
  const restore = await timeOnce(async () => finish(await client.backups.restore(backup)));
  // Everyone is signed out by that; the office's only user is in again by asking.
  const { state } = await client.setup.state();
  expectEqual(state, 'ready', 'the state after restoring');
  return { look: look.ms / 1000, restore: restore.ms / 1000 };
}

/** What a technician would do: neither is checked. Each lies on the disk before it counts as done. */
function copyByOtherMeans(database: string, folder: string): Record<string, number> {
  const copied = join(folder, 'copied.db');
  const times = { 'copying the file': timeOnDisk(copied, () => copyFileSync(database, copied)) };
  const saved = join(folder, 'saved.db');
  const save = () => execFileSync('sqlite3', [database, `.backup '${saved}'`]);
  return hasTool('sqlite3') ? { ...times, 'sqlite3 .backup': timeOnDisk(saved, save) } : times;
}

/** For a key instead of a passphrase, which the age program asks for at a terminal only. */
async function lockByOtherMeans(database: string, folder: string): Promise<Record<string, number>> {
  if (!hasTool('sqlite3') || !hasTool('age')) return {};
  const { recipient } = await createAgePair();
  const [plain, locked] = [join(folder, 'to-lock.db'), join(folder, 'locked.db.age')];
  const lock = () => {
    execFileSync('sqlite3', [database, `.backup '${plain}'`]);
    execFileSync('age', ['-r', recipient, '-o', locked, plain]);
  };
  return { 'sqlite3 .backup, then age': timeOnDisk(locked, lock) };
}

function hasTool(name: string): boolean {
  try {
    execFileSync(name, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function timeOnDisk(file: string, write: () => void): number {
  const start = performance.now();
  write();
  const written = openSync(file, 'r+');
  fsyncSync(written);
  closeSync(written);
  return (performance.now() - start) / 1000;
}

function medians(times: readonly Record<string, number>[]): Record<string, number> {
  const names = Object.keys(times[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, median(times.map((each) => each[name] ?? 0))]));
}

function pick(times: Record<string, number>, name: string): Record<string, number> {
  return { [name]: times[name] ?? 0 };
}
