import { type ChangeEntry, clockUnitsPerMillisecond } from '../../domain/change-log.ts';
import type { AsideReason, PacketManifest, PacketSection } from '../../domain/packet.ts';
import { entryToLine, findHashAt, isSignedBy, nextHash, sealText } from '../../db/change-log/chain.ts';
import { readEntryLine } from '../../db/change-log/entry-shape.ts';
import { getClockAt, getHead } from '../../db/change-log/heads.ts';
import type { TravellingTable } from '../../db/change-log/travelling-tables.ts';
import type { ReadableDb } from '../../db/database.ts';
import { findThisDevice } from '../../db/devices.ts';
import { findPacketDevice, findPinnedKey, isRetired } from '../../db/exchange.ts';
import { findOfficeId } from '../../db/office.ts';
import type { TimeSlices } from '../time-slices.ts';
import { isBodyWhole, type PacketHead } from './packet-file.ts';
import { HostileBodyError, readLines } from './packet-lines.ts';

/** Of the year 2200: beyond it a clock cannot be counted on exactly for long, whoever's word lets it in. */
const lastClock = Date.UTC(2200, 0) * clockUnitsPerMillisecond;

/** A section while its entries pass by. */
interface SectionCheck {
  readonly section: PacketSection;
  sequence: number;
  clock: number;
  chain: string;
  /** What this device's own copy of the chain is at `knownAt`; null where it cannot be computed any more. */
  readonly knownAt: number;
  readonly knownHash: string | null;
  /** Whether the device is known here, or the packet says who it is. */
  isIntroduced: boolean;
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
  if (!sections.every(isSealed)) return 'forged';
  if (findPacketDevice(db, from.id) === null) return 'unknownDevice';
  return isRetired(db, from.id) ? 'retired' : null;
}

/**
 * Whether whoever made a packet has this very PC's signed word about entries that are not here, or are others: then
 * this database is an older copy, or works twice. Nobody but this PC can sign that.
 */
export function showsSecondHistory(db: ReadableDb, { seals }: PacketManifest): boolean {
  const own = findThisDevice(db);
  const seal = own === null ? undefined : seals[own.id];
  const key = own === null ? null : findPinnedKey(db, own.id);
  if (own === null || key === null || seal === undefined) return false;
  const { sequence, hash, signature } = seal;
  if (!isSignedBy(key, sealText(own.id, sequence, hash), signature)) return false;
  return sequence > getHead(db, own.id).sequence || (findHashAt(db, own.id, sequence) ?? hash) !== hash;
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
  const officeId = findOfficeId(db);
  try {
    for await (const lines of readLines(file, { bodyAt, entries: manifest.entries })) {
      for (const line of lines) {
        const problem = checkLine(line, { checks, tables, latestClock, officeId });
        if (problem !== null) return problem;
        if (slices.isOver()) await slices.pause();
      }
    }
  } catch (error) {
    if (error instanceof HostileBodyError) return 'hostile';
    throw error;
  }
  const ended = [...checks.values()];
  if (!ended.every(isComplete)) return 'forged';
  return ended.every(({ isIntroduced }) => isIntroduced) ? null : 'hostile';
}

function beginChecks(
  db: ReadableDb,
  { sections, entries, knows }: PacketManifest,
): Map<string, SectionCheck> | AsideReason {
  const checks = new Map<string, SectionCheck>();
  const own = findThisDevice(db);
  // Of one's own work nobody can know more than there is; a second history was found out before.
  if (own !== null && (knows[own.id] ?? 0) > getHead(db, own.id).sequence) return 'hostile';
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
    const isIntroduced = findPinnedKey(db, device.id) !== null;
    const known = { knownAt, knownHash, isIntroduced };
    checks.set(device.id, { section, sequence: after, clock, chain: hashBefore, ...known });
  }
  return count === entries ? checks : 'hostile';
}

function checkLine(
  line: string,
  {
    checks,
    tables,
    latestClock,
    officeId,
  }: {
    checks: ReadonlyMap<string, SectionCheck>;
    tables: ReadonlyMap<string, TravellingTable>;
    latestClock: number;
    officeId: string | null;
  },
): AsideReason | null {
  const entry = readEntryLine(line, tables);
  // Whoever hands it on computes the chain over the line as it would write it itself.
  if (entry === null || entryToLine(entry) !== line) return 'hostile';
  const check = checks.get(entry.device);
  const isNext = check !== undefined && entry.sequence === check.sequence + 1 && entry.clock > check.clock;
  if (!isNext || entry.sequence > check.section.to) return 'hostile';
  if (entry.clock > lastClock || (entry.table === 'office' && entry.key !== officeId)) return 'hostile';
  if (entry.clock > latestClock) return 'future';
  introduce(entry, checks);
  check.sequence = entry.sequence;
  check.clock = entry.clock;
  check.chain = nextHash(check.chain, line);
  const isFork =
    entry.sequence === check.knownAt && check.knownHash !== null && check.chain !== check.knownHash;
  return isFork ? 'forked' : null;
}

/** A device nobody here has heard of is one of the office only if the packet brings its row, with its key. */
function introduce({ table, key, delta }: ChangeEntry, checks: ReadonlyMap<string, SectionCheck>): void {
  const check = table === 'device' ? checks.get(key) : undefined;
  if (check !== undefined && check.section.device.publicKey === delta['public_key'])
    check.isIntroduced = true;
}

function isComplete({ section, sequence, chain }: SectionCheck): boolean {
  return sequence === section.to && chain === section.hash;
}
