import { clockUnitsPerMillisecond } from '../../domain/change-log.ts';
import type { AsideReason, PacketManifest, PacketSection } from '../../domain/packet.ts';
import { entryToLine, findHashAt, isSignedBy, nextHash, sealText } from '../../db/change-log/chain.ts';
import { readEntryLine } from '../../db/change-log/entry-shape.ts';
import { getClockAt, getHead } from '../../db/change-log/heads.ts';
import type { TravellingTable } from '../../db/change-log/travelling-tables.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findThisDevice } from '../../db/devices.ts';
import { findPacketDevice, findPinnedKey } from '../../db/exchange.ts';
import { findOfficeId } from '../../db/office.ts';
import type { TimeSlices } from '../time-slices.ts';
import { isBodyWhole, type PacketHead } from './packet-file.ts';
import { HostileBodyError, readLines } from './packet-lines.ts';

/** A section while its entries pass by. */
interface SectionCheck {
  readonly section: PacketSection;
  sequence: number;
  clock: number;
  chain: string;
  /** What this device's own copy of the chain is at `knownAt`; null where it cannot be computed any more. */
  readonly knownAt: number;
  readonly knownHash: string | null;
}

/** Who made a packet, and whether they may: everything that can be said without looking into its body. */
export function checkSender(db: ReadableDb, head: PacketHead): AsideReason | null {
  const { manifest, manifestText, signature } = head;
  const { from, sections } = manifest;
  if (!isSignedBy(from.publicKey, manifestText, signature)) return 'forged';
  if (manifest.office.id !== findOfficeId(db)) return 'otherOffice';
  for (const { id, publicKey } of [from, ...sections.map(({ device }) => device)]) {
    if ((findPinnedKey(db, id) ?? publicKey) !== publicKey) return 'forged';
  }
  if (findPacketDevice(db, from.id) === null) return 'unknownDevice';
  return sections.every(isSealed) ? null : 'forged';
}

function isSealed({ device, to, hash, signature }: PacketSection): boolean {
  return isSignedBy(device.publicKey, sealText(device.id, to, hash), signature);
}

/**
 * Reads a packet's body through once, before anything of it is taken in: it is what was signed, every entry is of a
 * kind Yachay writes, each device's chain is unbroken, begins at what is here and agrees with it. Answers why it is
 * not to be taken in, or null.
 */
export async function checkBody(
  db: ReadableDb,
  file: string,
  head: PacketHead,
  {
    tables,
    latest,
    slices,
  }: {
    tables: ReadonlyMap<string, TravellingTable>;
    /** The latest moment an entry may be of, in milliseconds since 1970. */
    latest: number;
    slices: TimeSlices;
  },
): Promise<AsideReason | null> {
  if (!(await isBodyWhole(file, head))) return 'damaged';
  const { manifest, bodyAt } = head;
  const checks = beginChecks(db, manifest);
  if (typeof checks === 'string') return checks;
  const latestClock = latest * clockUnitsPerMillisecond;
  try {
    for await (const lines of readLines(file, { bodyAt, entries: manifest.entries })) {
      for (const line of lines) {
        const problem = checkLine(line, checks, tables, latestClock);
        if (problem !== null) return problem;
        if (slices.isOver()) await slices.pause();
      }
    }
  } catch (error) {
    if (error instanceof HostileBodyError) return 'hostile';
    throw error;
  }
  return [...checks.values()].every(isComplete) ? null : 'forged';
}

function beginChecks(
  db: ReadableDb,
  { sections, entries }: PacketManifest,
): Map<string, SectionCheck> | AsideReason {
  const checks = new Map<string, SectionCheck>();
  const own = findThisDevice(db);
  let count = 0;
  for (const section of sections) {
    const { device, after, to, hashBefore } = section;
    if (checks.has(device.id) || to <= after) return 'hostile';
    count += to - after;
    const { sequence } = getHead(db, device.id);
    // What this device wrote and does not know of: its database is an older copy of the one that wrote it.
    if (device.id === own?.id && to > sequence) return 'forked';
    if (after > sequence) return 'gap';
    const before = findHashAt(db, device.id, after);
    if (before !== null && before !== hashBefore) return 'forked';
    const knownAt = Math.min(sequence, to);
    const knownHash = findHashAt(db, device.id, knownAt);
    const clock = getClockAt(db, device.id, after);
    checks.set(device.id, { section, sequence: after, clock, chain: hashBefore, knownAt, knownHash });
  }
  return count === entries ? checks : 'hostile';
}

function checkLine(
  line: string,
  checks: ReadonlyMap<string, SectionCheck>,
  tables: ReadonlyMap<string, TravellingTable>,
  latestClock: number,
): AsideReason | null {
  const entry = readEntryLine(line, tables);
  // Whoever hands it on computes the chain over the line as it would write it itself.
  if (entry === null || entryToLine(entry) !== line) return 'hostile';
  const check = checks.get(entry.device);
  const isNext = check !== undefined && entry.sequence === check.sequence + 1 && entry.clock > check.clock;
  if (!isNext || entry.sequence > check.section.to) return 'hostile';
  if (entry.clock > latestClock) return 'future';
  check.sequence = entry.sequence;
  check.clock = entry.clock;
  check.chain = nextHash(check.chain, line);
  const isFork =
    entry.sequence === check.knownAt && check.knownHash !== null && check.chain !== check.knownHash;
  return isFork ? 'forked' : null;
}

function isComplete({ section, sequence, chain }: SectionCheck): boolean {
  return sequence === section.to && chain === section.hash;
}
