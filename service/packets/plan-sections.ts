import type { PacketSection } from '../../domain/packet.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { findHashAt } from '../../db/change-log/chain.ts';
import { findSeal, listHeads, type LogHead } from '../../db/change-log/heads.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findPacketDevice, listKnowledge, listOtherDevices } from '../../db/exchange.ts';

/**
 * What a packet has to carry: of every device what the receiver is not known to have, up to where the device itself
 * signed. Without a receiver, what any of the office's other PCs is not known to have. Refuses NEEDS_COPY where the
 * receiver lacks entries that were thinned out here: only a whole copy of the database can help it.
 */
export function planSections(
  db: ReadableDb,
  forDevice: string | null,
): PacketSection[] | Refusal<'NEEDS_COPY'> {
  const receivers = (forDevice === null ? listOtherDevices(db) : [forDevice]).map((id) =>
    listKnowledge(db, id),
  );
  const sections: PacketSection[] = [];
  for (const head of listHeads(db)) {
    const known = Math.min(...receivers.map((knowledge) => knowledge.get(head.device) ?? 0));
    const after = receivers.length === 0 ? head.compacted : known;
    const section = planSection(db, head, after);
    if (section === 'thinned') return refuse('NEEDS_COPY');
    if (section !== null) sections.push(section);
  }
  return sections;
}

function planSection(db: ReadableDb, head: LogHead, after: number): PacketSection | 'thinned' | null {
  const device = findPacketDevice(db, head.device);
  const seal = findSeal(db, head.device, head.sequence);
  if (device === null || seal === null || seal.sequence <= after) return null;
  const hashBefore = after < head.compacted ? null : findHashAt(db, head.device, after);
  if (hashBefore === null) return 'thinned';
  return { device, after, to: seal.sequence, hashBefore, hash: seal.hash, signature: seal.signature };
}
