import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat, writeFile } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress } from 'node:zlib';
import type { Instant } from '../../domain/calendar-date.ts';
import type { Progress } from '../../domain/contract/procedure.ts';
import { maxDevices, packetFormat, type PacketManifest, type PacketSection } from '../../domain/packet.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { entryToLine, sealOwnHead, signText } from '../../db/change-log/chain.ts';
import { findSeal, listHeads } from '../../db/change-log/heads.ts';
import { inTransaction, type ReadableDb, type WritableDb } from '../../db/database.ts';
import { findDeviceSecret, findThisDevice } from '../../db/devices.ts';
import { findPacketDevice } from '../../db/exchange.ts';
import { findOffice, findOfficeId } from '../../db/office.ts';
import { readSchemaVersion } from '../../db/open.ts';
import { createTimeSlices } from '../time-slices.ts';
import { mergeSections } from './packet-entries.ts';
import { formatHead } from './packet-file.ts';
import { planSections } from './plan-sections.ts';

export interface PacketOrder {
  /** Null: for all. */
  forDevice: string | null;
  madeAt: Instant;
  onProgress?: (progress: Progress) => void;
  signal?: AbortSignal;
}

/** Lines go to the compressor in pieces of about this many characters. */
const pieceLength = 64 * 1024;

/**
 * Writes a packet, not locked, to a new file. Entries written meanwhile wait for the next packet. Refuses NEEDS_COPY
 * where the receiver can only be helped by a whole copy.
 */
export async function writePacket(
  db: WritableDb,
  target: string,
  { forDevice, madeAt, onProgress, signal }: PacketOrder,
): Promise<PacketManifest | Refusal<'NEEDS_COPY'>> {
  inTransaction(db, () => sealOwnHead(db));
  const sections = planSections(db, forDevice);
  if (isRefusal(sections)) return sections;
  const bodyFile = `${target}.body`;
  try {
    const body = await writeBody(db, sections, bodyFile, onProgress, signal);
    const manifest = describe(db, { sections, body, forDevice, madeAt });
    await writeFile(target, formatHead(...signManifest(db, manifest)));
    await pipeline(createReadStream(bodyFile), createWriteStream(target, { flags: 'a' }), { signal });
    return manifest;
  } finally {
    await rm(bodyFile, { force: true });
  }
}

async function writeBody(
  db: ReadableDb,
  sections: readonly PacketSection[],
  file: string,
  onProgress: PacketOrder['onProgress'],
  signal: AbortSignal | undefined,
): Promise<PacketManifest['body']> {
  const total = countEntries(sections);
  const digest = createHash('sha256');
  const measure = new Transform({
    transform: (piece: Buffer, _, done) => {
      digest.update(piece);
      done(null, piece);
    },
  });
  async function* pieces(): AsyncGenerator<string> {
    const slices = createTimeSlices(signal);
    let piece = '';
    let done = 0;
    for (const entry of mergeSections(db, sections)) {
      piece += `${entryToLine(entry)}\n`;
      done += 1;
      if (piece.length >= pieceLength) {
        yield piece;
        piece = '';
        onProgress?.({ done, total });
      }
      if (slices.isOver()) await slices.pause();
    }
    if (piece !== '') yield piece;
  }
  await pipeline(pieces(), createZstdCompress(), measure, createWriteStream(file), { signal });
  return { bytes: (await stat(file)).size, sha256: digest.digest('hex') };
}

function countEntries(sections: readonly PacketSection[]): number {
  return sections.reduce((sum, { after, to }) => sum + to - after, 0);
}

function describe(
  db: ReadableDb,
  {
    sections,
    body,
    forDevice,
    madeAt,
  }: Pick<PacketManifest, 'sections' | 'body' | 'madeAt'> & { forDevice: string | null },
): PacketManifest {
  const office = findOffice(db);
  const officeId = findOfficeId(db);
  const own = findThisDevice(db);
  const from = own === null ? null : findPacketDevice(db, own.id);
  if (office === null || officeId === null || from === null)
    throw new Error('packets are made after the office is set up');
  const heads = listHeads(db).slice(0, maxDevices);
  return {
    format: packetFormat,
    office: { id: officeId, name: office.name },
    from,
    for: forDevice,
    madeAt,
    schemaVersion: readSchemaVersion(db.handle),
    knows: Object.fromEntries(heads.map(({ device, sequence }) => [device, sequence])),
    seals: Object.fromEntries(
      heads.flatMap(({ device, sequence }) => {
        const seal = findSeal(db, device, sequence);
        return seal === null ? [] : [[device, seal]];
      }),
    ),
    sections: [...sections],
    entries: countEntries(sections),
    body,
  };
}

function signManifest(db: ReadableDb, manifest: PacketManifest): [string, string] {
  const secret = findDeviceSecret(db);
  if (secret === null) throw new Error('this device has no key to sign with');
  const text = JSON.stringify(manifest, null, 2);
  return [text, signText(secret.signingKey, text)];
}
