import type { ChangeEntry } from '../../../domain/change-log.ts';
import { all, findRow, type ReadableDb } from '../../../db/database.ts';
import { listHeads } from '../../../db/change-log/heads.ts';
import { listDeviceEntries } from '../../../db/change-log/log-entries.ts';
import { beginMerge, mergeEntries } from '../../../db/change-log/merge.ts';
import type { RunDevice } from './devices.ts';
import { type Pick, shuffle } from './dice.ts';

/** What came of deliveries, to show that a run met what it is about. */
export interface DeliveryCounts {
  deliveries: number;
  partialDeliveries: number;
  repeatedEntries: number;
  mergedEntries: number;
  /** Rows whose news all came after what was known of them, and rows with something earlier or at once. */
  laterRows: number;
  earlierRows: number;
  waitedRows: number;
  stoodAfterWaiting: number;
  unknownTables: number;
  unknownColumns: number;
}

export const noDeliveries: Readonly<DeliveryCounts> = {
  deliveries: 0,
  partialDeliveries: 0,
  repeatedEntries: 0,
  mergedEntries: 0,
  laterRows: 0,
  earlierRows: 0,
  waitedRows: 0,
  stoodAfterWaiting: 0,
  unknownTables: 0,
  unknownColumns: 0,
};

/**
 * Hands on what `from` has and `to` has not, as packets do: of each device a run of entries that joins what is there.
 * Sometimes of one device only, of some not all, some of what is there again; the devices in any order or mixed; at
 * once or in parts.
 */
export function deliverSome(from: RunDevice, to: RunDevice, pick: Pick, counts: DeliveryCounts): void {
  const known = new Map(listHeads(to.db).map(({ device, sequence }) => [device, sequence]));
  const isOfOne = pick(2) === 0;
  const runs = shuffle(pick, listHeads(from.db)).map(({ device, sequence }, index) => {
    const head = known.get(device) ?? 0;
    const after = pick(3) === 0 ? Math.max(0, head - pick(6)) : head;
    const news = Math.max(0, sequence - head);
    const kind = isOfOne && index > 0 ? 0 : pick(4);
    const limit = head - after + (kind === 0 ? 0 : kind === 1 ? pick(news + 1) : news);
    if (limit < head - after + news) counts.partialDeliveries += 1;
    return limit === 0 ? [] : listDeviceEntries(from.db, device, { after, limit });
  });
  takeIn(to, pick(2) === 0 ? runs.flat() : mix(pick, runs), counts, 1 + pick(3));
}

/** Hands on everything. */
export function deliverAll(from: { db: RunDevice['db'] }, to: RunDevice, counts: DeliveryCounts): void {
  const known = new Map(listHeads(to.db).map(({ device, sequence }) => [device, sequence]));
  const entries = listHeads(from.db).flatMap(({ device }) =>
    listDeviceEntries(from.db, device, { after: known.get(device) ?? 0, limit: 1_000_000 }),
  );
  takeIn(to, entries, counts, 1);
}

/** Runs of entries in one, each in its own order. */
export function mix<Value>(pick: Pick, runs: readonly Value[][]): Value[] {
  const left = runs.filter((run) => run.length > 0).map((run) => [...run]);
  const mixed: Value[] = [];
  while (left.length > 0) {
    const index = pick(left.length);
    const run = left[index] ?? [];
    mixed.push(...run.splice(0, 1 + pick(5)));
    if (run.length === 0) left.splice(index, 1);
  }
  return mixed;
}

function takeIn({ db }: RunDevice, entries: ChangeEntry[], counts: DeliveryCounts, parts: number): void {
  counts.deliveries += 1;
  const merge = beginMerge(db);
  const size = Math.ceil(entries.length / parts);
  for (let start = 0; start < entries.length; start += size) {
    const part = entries.slice(start, start + size);
    const waitingBefore = listWaiting(db);
    countRows(db, part, counts);
    const { known } = mergeEntries(merge, part);
    counts.repeatedEntries += known;
    counts.mergedEntries += part.length - known;
    const waiting = listWaiting(db);
    counts.waitedRows += [...waiting].filter((row) => !waitingBefore.has(row)).length;
    counts.stoodAfterWaiting += [...waitingBefore].filter((row) => !waiting.has(row)).length;
  }
  const unknown = all<{ isTable: number }>(
    db,
    `SELECT t.name IN (SELECT name FROM sqlite_schema) = 0 AS isTable FROM waiting_row w
     JOIN log_table t ON t.number = w.table_number WHERE w.reason = 'unknown'`,
  );
  counts.unknownTables += unknown.filter(({ isTable }) => isTable === 1).length;
  counts.unknownColumns += unknown.filter(({ isTable }) => isTable === 0).length;
}

function listWaiting(db: ReadableDb): Set<string> {
  const rows = all<{ row: string }>(
    db,
    "SELECT table_number || ' ' || row_key AS row FROM waiting_row WHERE reason <> 'unknown'",
  );
  return new Set(rows.map(({ row }) => row));
}

/** By the clocks: whether the news of a row follow what is known of it or have to be put in between. */
function countRows(db: ReadableDb, entries: readonly ChangeEntry[], counts: DeliveryCounts): void {
  const heads = new Map(listHeads(db).map(({ device, sequence }) => [device, sequence]));
  const news = entries.filter(({ device, sequence }) => sequence > (heads.get(device) ?? 0));
  for (const ofRow of Map.groupBy(news, ({ table, key }) => `${table} ${key}`).values()) {
    const [first] = ofRow;
    if (first === undefined) continue;
    const before = findRow<{ clock: number | null }>(
      db,
      `SELECT max(clock) AS clock FROM change_log
       WHERE table_number = (SELECT number FROM log_table WHERE name = ?) AND row_key = ?`,
      first.table,
      first.key,
    )?.clock;
    if (before === null || before === undefined) continue;
    if (ofRow.every(({ clock }) => clock > before)) counts.laterRows += 1;
    else counts.earlierRows += 1;
  }
}
