import { openAsBlob, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import BetterSqlite3 from 'better-sqlite3';
import { installTriggers, removeTriggers } from '../../db/change-log/triggers.ts';
import type { PacketOutcome } from '../../domain/packet.ts';
import { listUsers } from '../../db/users.ts';
import { receivePacket } from '../../service/packets/receive-packet.ts';
import { sendPacket } from '../../service/packets/send-packet.ts';
import { createService, type Service } from '../../service/service.ts';
import type { Client } from '../service/hosts/transports.ts';
import { accepted } from '../support/edition.ts';
import type { BenchRun } from './bench-run.ts';
import { connectClient, resourcesFolder } from './host.ts';
import { expectEqual, type Measurement, timeOnce } from './measure.ts';
import { addYear, createTenYearOffice, databaseFile, tenYears, yearEntries } from './ten-year-office.ts';

const megabyte = 2 ** 20;

/** What the log costs, what a merge takes, and how long it keeps others waiting, in an office of ten years. */
export async function measure(run: BenchRun): Promise<readonly Measurement[]> {
  const folder = run.createFolder();
  const office = await createTenYearOffice(folder);
  try {
    const size = measureSize(office, folder, run.createFolder());
    const writing = measureWriting(office);
    const laptop = await copyTo(office, run.createFolder());
    const merging = await measureMerge(run, office, laptop);
    return [...size, ...writing, ...merging];
  } finally {
    office.close();
  }
}

function writerOf(service: Service) {
  const [user] = listUsers(service.db);
  if (user === undefined) throw new Error('nobody works here');
  return service.createWriter(user.id);
}

/** The file as it is kept, beside the same one without the log. */
function measureSize({ db }: Service, folder: string, other: string): Measurement[] {
  const { marks } = db.handle
    .prepare<[], { marks: number }>('SELECT count(*) AS marks FROM attendance_mark')
    .get() ?? { marks: 0 };
  expectEqual(marks, tenYears.marks, 'marks of ten years');
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

/** Another PC with the same ten years; it notices that its database is a copy and becomes a device of its own. */
async function copyTo(office: Service, folder: string): Promise<string> {
  office.db.handle.prepare('VACUUM INTO ?').run(databaseFile(folder));
  const laptop = createService({ dataFolder: folder, resourcesFolder });
  const packet = join(folder, 'hello.yachay');
  accepted(await sendPacket(laptop, writerOf(laptop), packet, { forDevice: null, lock: { kind: 'open' } }));
  const outcome = accepted(
    await receivePacket(office, writerOf(office), packet, {
      fileName: 'hello',
      passphrase: null,
      acceptsSender: true,
    }),
  );
  expectEqual(outcome.aside, null, 'the laptop’s first packet');
  laptop.close();
  return folder;
}

async function measureMerge(run: BenchRun, office: Service, laptop: string): Promise<Measurement[]> {
  const first = await writeYears(office, laptop, ['y1', 'y2', 'y3', 'y4']);
  const second = await writeYears(office, laptop, ['y5']);
  return run.withHost(laptop, async (host) => {
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

/** So many years more at the office, in a packet for the laptop. */
async function writeYears(office: Service, folder: string, years: readonly string[]) {
  for (const year of years) addYear(writerOf(office), year);
  const packet = join(folder, `${years.join('-')}.yachay`);
  const order = { forDevice: null, lock: { kind: 'open' } } as const;
  const { ms, answer } = await timeOnce(() => sendPacket(office, writerOf(office), packet, order));
  return { packet, ms, entries: accepted(answer).entries };
}

/** Takes a packet in as a window does, to the end. */
async function takeIn(client: Client, packet: string): Promise<PacketOutcome> {
  const file = new File([await openAsBlob(packet)], 'year.yachay');
  const steps = await client.exchange.importPacket({ file, passphrase: null });
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
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
