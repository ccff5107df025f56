import { statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { installTriggers, removeTriggers } from '../../db/change-log/triggers.ts';
import { createService, type Service } from '../../service/service.ts';
import type { Client } from '../service/hosts/transports.ts';
import type { BenchRun } from './bench-run.ts';
import { connectClient, resourcesFolder } from './host.ts';
import { expectEqual, type Measurement, timeOnce } from './measure.ts';
import { copyToLaptop, type Laptop, takeIn, writerOf, writeYears } from './packets.ts';
import { addYear, countMarks, databaseFile, tenYears, yearEntries } from './ten-year-office.ts';

const megabyte = 2 ** 20;

/** What the log costs, what a merge takes, and how long it keeps others waiting, in an office of ten years. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const folder = await run.copyTenYearOffice();
  const office = createService({ dataFolder: folder, resourcesFolder });
  try {
    const size = measureSize(office, folder, run.createFolder());
    const writing = measureWriting(office);
    const laptop = await copyToLaptop(office, run.createFolder());
    const merging = await measureMerge(run, office, laptop);
    return [...size, ...writing, ...merging];
  } finally {
    office.close();
  }
}

/** The file as it is kept, beside the same one without the log. */
function measureSize({ db }: Service, folder: string, other: string): Measurement[] {
  expectEqual(countMarks(folder), tenYears.marks, 'marks of ten years');
  db.handle.pragma('wal_checkpoint(TRUNCATE)');
  const bare = join(other, 'bare.db');
  db.handle.prepare('VACUUM INTO ?').run(bare);
  const copy = new BetterSqlite3(bare);
  copy.exec('DELETE FROM change_log; VACUUM;');
  copy.close();
  return [
    {
      name: 'Office of ten years, its file',
      unit: 'MB',
      ours: statSync(databaseFile(folder)).size / megabyte,
      beside: { 'without the log': statSync(bare).size / megabyte },
      aim: 'at most 400 MB',
    },
  ];
}

/** A year's work written with the log, beside the same without it. */
function measureWriting(service: Service): Measurement[] {
  const writer = writerOf(service);
  const time = (year: string) => {
    const start = performance.now();
    addYear(writer, year);
    return (performance.now() - start) / 1000;
  };
  time('warm');
  const ours = time('logged');
  removeTriggers(service.db.handle);
  const bare = time('bare');
  // What was written unlogged goes again: such an office would not be one.
  service.db.handle.exec('PRAGMA foreign_keys = OFF');
  for (const table of ['attendance_mark', 'enrolment', 'session', 'assessment', 'edition', 'course']) {
    service.db.handle.exec(
      `DELETE FROM ${table} WHERE NOT EXISTS (SELECT 1 FROM change_log l JOIN log_table t ON t.number = l.table_number
         WHERE t.name = '${table}' AND l.row_key = ${table === 'attendance_mark' ? 'json_array(session_id, enrolment_id)' : 'id'})`,
    );
  }
  service.db.handle.exec('PRAGMA foreign_keys = ON');
  installTriggers(service.db.handle);
  return [
    {
      name: `A year written at once, ${yearEntries} rows`,
      unit: 's',
      ours,
      beside: { 'without the log': bare },
    },
  ];
}

async function measureMerge(run: BenchRun, office: Service, laptop: Laptop): Promise<Measurement[]> {
  const first = await writeYears(office, laptop, ['y1', 'y2', 'y3', 'y4']);
  const second = await writeYears(office, laptop, ['y5']);
  return run.withHost(laptop.folder, async (host) => {
    const client = await connectClient(host);
    const merge = await timeOnce(() => takeIn(client, first.packet));
    expectEqual(merge.answer.aside, null, 'the office’s packet at the laptop');
    expectEqual(merge.answer.applied, first.entries, 'entries that were new');
    const again = await timeOnce(() => takeIn(client, first.packet));
    expectEqual(again.answer.known, first.entries, 'entries that were known');
    const longestBefore = await searchWhile(client, setTimeout(3000));
    const longest = await searchWhile(client, takeIn(client, second.packet));
    const per100k = (ms: number) => (ms / 1000) * (100_000 / first.entries);
    return [
      {
        name: 'Merge of 100,000 entries into ten years',
        unit: 's',
        ours: per100k(merge.ms),
        beside: { 'taking the same packet again': per100k(again.ms) },
        aim: 'at most 5 s (20,000 entries a second)',
      },
      { name: '  making that packet', unit: 's', ours: per100k(first.ms) },
      {
        name: '  the longest anyone waited for a search',
        unit: 'ms',
        ours: longest,
        beside: { 'without a merge': longestBefore },
        aim: 'at most 100 ms',
      },
    ];
  });
}

/** The longest that a search took while some work went on, one search after the other. */
async function searchWhile(client: Client, work: Promise<unknown>): Promise<number> {
  const state = { isDone: false };
  const end = work.finally(() => {
    state.isDone = true;
  });
  let longest = 0;
  while (!state.isDone) {
    const { ms } = await timeOnce(() => client.people.search({ text: 'mam', limit: 8 }));
    longest = Math.max(longest, ms);
  }
  await end;
  return longest;
}
