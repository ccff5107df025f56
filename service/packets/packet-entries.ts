import { type ChangeEntry, compareEntries } from '../../domain/change-log.ts';
import type { PacketSection } from '../../domain/packet.ts';
import { listDeviceEntries } from '../../db/change-log/log-entries.ts';
import type { ReadableDb } from '../../db/database.ts';

const pageSize = 500;

/** The entries of one section, read a page at a time. */
function* sectionEntries(db: ReadableDb, { device, after, to }: PacketSection): Generator<ChangeEntry, void> {
  for (let at = after; at < to;) {
    const page = listDeviceEntries(db, device.id, { after: at, limit: Math.min(pageSize, to - at) });
    const last = page.at(-1);
    if (last === undefined) throw new Error(`entries of ${device.id} after ${at} are missing`);
    yield* page;
    at = last.sequence;
  }
}

/**
 * The entries of all sections in the order in which they count: whoever takes them in meets parents before children,
 * whichever device wrote them. Within a section clocks rise with the sequence, so its order is kept.
 */
export function* mergeSections(
  db: ReadableDb,
  sections: readonly PacketSection[],
): Generator<ChangeEntry, void> {
  const sources = sections.map((section) => sectionEntries(db, section));
  const heads = sources.map((source) => source.next());
  for (;;) {
    let first = -1;
    let entry: ChangeEntry | null = null;
    for (const [index, head] of heads.entries()) {
      if (head.done === true || (entry !== null && compareEntries(head.value, entry) >= 0)) continue;
      first = index;
      entry = head.value;
    }
    const source = sources[first];
    if (entry === null || source === undefined) return;
    yield entry;
    heads[first] = source.next();
  }
}
