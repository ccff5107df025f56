import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { type Instant, toInstant } from '../../../domain/calendar-date.ts';
import { receivePacket } from '../../../service/packets/receive-packet.ts';
import { sendPacket } from '../../../service/packets/send-packet.ts';
import { createService } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import { accepted } from '../../support/edition.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { createSigningKeys, sealText, signText } from '../../../db/change-log/chain.ts';
import { type Parts, putTogether, takeApart } from './forge.ts';
import type { Pc } from './offices.ts';

/**
 * `node bomb.ts zeros|line|window|entries`: a PC that trusts itself is given a packet whose body is a bomb, and tells
 * what became of it and by how many megabytes it grew.
 */
const megabyte = 2 ** 20;
const bodies: Record<string, () => Uint8Array> = {
  // A frame repeated: each unpacks to 64 MB of nothing, all of it to 4 GB.
  zeros: () => repeat(zstdCompressSync(Buffer.alloc(64 * megabyte, '\n')), 64),
  line: () => repeat(zstdCompressSync(Buffer.alloc(64 * megabyte, 'x')), 64),
  window: () =>
    zstdCompressSync(Buffer.alloc(megabyte, 'x'), {
      params: { [constants.ZSTD_c_windowLog]: 30, [constants.ZSTD_c_enableLongDistanceMatching]: 1 },
    }),
};

function repeat(frame: Uint8Array, times: number): Uint8Array {
  return Buffer.concat(Array.from({ length: times }, () => frame));
}

/** A million small entries of a third PC, in order, properly announced and sealed; the last of them is none. */
function manyEntries(pc: Pc, { manifest }: Parts): Uint8Array {
  const count = 1_000_000;
  const clockNow = pc.clock.ms * 1024;
  const keys = createSigningKeys();
  const id = 'Z'.repeat(22);
  const line = (sequence: number) => {
    const entry = [id, sequence, 1, clockNow + sequence, 0, 'u', 'small_thing', `k${sequence}`, 1, {}];
    return `${JSON.stringify(sequence === count ? [] : entry)}\n`;
  };
  const frames: Uint8Array[] = [];
  for (let from = 1; from <= count; from += 10_000) {
    frames.push(zstdCompressSync(Array.from({ length: 10_000 }, (_, index) => line(from + index)).join('')));
  }
  const hash = 'a'.repeat(64);
  const device = { ...manifest.from, id, publicKey: keys.publicKey };
  const signature = signText(keys.signingKey, sealText(id, count, hash));
  manifest.sections = [{ device, after: 0, to: count, hashBefore: '', hash, signature }];
  manifest.entries = count;
  return Buffer.concat(frames);
}

function readPeak(): number {
  return Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
}

const folder = mkdtempSync(join(tmpdir(), 'yachay-bomb-'));
const resourcesFolder = resolve(import.meta.dirname, '../../../resources');
const clock = { ms: Date.parse('2026-03-02T12:00:00.000Z') };
const now = (): Instant => toInstant((clock.ms += 1));
const service = createService({ dataFolder: folder, resourcesFolder, now });
try {
  const user = accepted(await startOffice(service, { userId: null }, testOfficeSetup));
  const writer = () => service.createWriter(user.id);
  const pc = { service, folder, clock, userId: user.id, writer };
  const honest = join(folder, 'honesto.yachay');
  accepted(await sendPacket(service, writer(), honest, { forDevice: null, lock: { kind: 'open' } }));
  const parts = takeApart(honest);
  const kind = process.argv[2] ?? '';
  const file = putTogether(pc, parts, kind === 'entries' ? manyEntries(pc, parts) : bodies[kind]?.());
  const before = readPeak();
  const how = { fileName: 'bomba.yachay', passphrase: null, acceptsSender: false };
  const { aside, applied } = accepted(await receivePacket(service, writer(), file, how));
  process.stdout.write(JSON.stringify({ aside, applied, grown: readPeak() - before }));
} finally {
  service.close();
  rmSync(folder, { recursive: true, force: true });
}
