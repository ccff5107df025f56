import type { ChangeEntry } from '../../domain/change-log.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { addSeal, getHead, type LogHead } from '../../db/change-log/heads.ts';
import { readEntryLine } from '../../db/change-log/entry-shape.ts';
import { beginMerge, type Merge, mergeEntries, type MergeCounts } from '../../db/change-log/merge.ts';
import { inTransaction, type WritableDb } from '../../db/database.ts';
import { addKnowledge, noteRecipient } from '../../db/exchange.ts';
import type { TimeSlices } from '../time-slices.ts';
import type { PacketHead } from './packet-file.ts';
import { readLines } from './packet-lines.ts';

/** So many entries are one transaction at first; then as many as this PC takes in within the time it may. */
const firstBatch = 200;
const smallestBatch = 50;
const largestBatch = 2000;
/** In milliseconds: nobody waits longer for an answer than about twice this. */
const batchTime = 25;
/** In characters: entries may be few and long. */
const longestBatch = 1024 * 1024;

/**
 * Takes a packet that was checked into log and tables, a batch a transaction. Where it stops half-way (cancelled, or
 * the power fails) what was taken in holds, and taking the packet in again goes on from there.
 *
 * @throws MergedElsewhereError where another program took entries in since the check.
 */
export async function takeIn(
  db: WritableDb,
  file: string,
  { manifest, bodyAt }: PacketHead,
  {
    heads,
    slices,
    onProgress,
  }: {
    /** What the packet was checked against. */
    heads: readonly LogHead[];
    slices: TimeSlices;
    onProgress?: ((progress: Progress) => void) | undefined;
  },
): Promise<MergeCounts> {
  const merge = beginMerge(db, heads);
  const counts = { applied: 0, known: 0, waiting: 0 };
  let batch: ChangeEntry[] = [];
  let batchSize = firstBatch;
  let batchLength = 0;
  let done = 0;
  const flush = async (): Promise<void> => {
    const start = performance.now();
    add(counts, mergeEntries(merge, batch));
    batchSize = fitBatch(batch.length, performance.now() - start);
    done += batch.length;
    batch = [];
    batchLength = 0;
    onProgress?.({ done, total: manifest.entries });
    await slices.pause();
  };
  for await (const lines of readLines(file, { bodyAt, entries: manifest.entries })) {
    for (const line of lines) {
      batch.push(requireEntry(merge, line));
      batchLength += line.length;
      if (batch.length >= batchSize || batchLength > longestBatch) await flush();
    }
  }
  await flush();
  inTransaction(db, () => {
    noteRecipient(db, manifest.from.id, manifest.from.ageRecipient);
    for (const { device, to, hash, signature } of manifest.sections) {
      addSeal(db, device.id, { sequence: to, hash, signature });
    }
    for (const [origin, sequence] of Object.entries(manifest.knows)) {
      // Nobody is believed to have more than there is here: it would never be sent to them.
      addKnowledge(db, manifest.from.id, origin, Math.min(sequence, getHead(db, origin).sequence));
    }
  });
  return counts;
}

/** How many entries to take next, if so many took that long. */
function fitBatch(size: number, ms: number): number {
  const fitting = Math.round((size * batchTime) / Math.max(ms, 1));
  return Math.min(largestBatch, Math.max(smallestBatch, Math.min(fitting, size * 2)));
}

function requireEntry({ tables }: Merge, line: string): ChangeEntry {
  const entry = readEntryLine(line, tables);
  if (entry === null) throw new Error('the packet changed after it was checked');
  return entry;
}

function add(sum: MergeCounts, more: MergeCounts): void {
  sum.applied += more.applied;
  sum.known += more.known;
  sum.waiting += more.waiting;
}
