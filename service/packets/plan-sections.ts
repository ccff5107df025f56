import { maxDevices, type PacketSection } from '../../domain/packet.ts';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { findHashAt } from '../../db/change-log/chain.ts';
import { findSeal, listHeads, type LogHead } from '../../db/change-log/heads.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findPacketDevice, lacksThinned, listKnowledge, listOtherDevices } from '../../db/exchange.ts';

/**
 * What a packet has to carry: of every device what the receiver is not known to have, up to where the device itself
 * signed. Without a receiver, what any of the office's other PCs is not known to have, but for those that lack what was
 * thinned out here: only a whole copy of the database can help them, and they keep nobody else waiting. Refuses
 * NEEDS_COPY where nobody else is left.
 */
export function planSections(
  db: ReadableDb,
  forDevice: string | null,
): PacketSection[] | Refusal<'NEEDS_COPY'> {
  const heads = listHeads(db);
  const wanted = (forDevice === null ? listOtherDevices(db) : [forDevice]).map((id) => listKnowledge(db, id));
  const receivers = wanted.filter((knowledge) => !lacksThinned(heads, knowledge));
  if (wanted.length > 0 && receivers.length === 0) return refuse('NEEDS_COPY');
  const sections: PacketSection[] = [];
  for (const head of heads.slice(0, maxDevices)) {
    const known = Math.min(...receivers.map((knowledge) => knowledge.get(head.device) ?? 0));
    const section = planSection(db, head, receivers.length === 0 ? head.compacted : known);
    if (section === 'thinned') return refuse('NEEDS_COPY');
    if (section !== null) sections.push(section);
  }
  return sections;
}

function planSection(
  db: ReadableDb,
  { device: id, sequence }: LogHead,
  after: number,
): PacketSection | 'thinned' | null {
  const device = findPacketDevice(db, id);
  const seal = findSeal(db, id, sequence);
  if (device === null || seal === null || seal.sequence <= after) return null;
  const hashBefore = findHashAt(db, id, after);
  if (hashBefore === null) return 'thinned';
  return { device, after, to: seal.sequence, hashBefore, hash: seal.hash, signature: seal.signature };
}
