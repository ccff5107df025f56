import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { constants, createZstdCompress } from 'node:zlib';
import { type Instant, toInstant } from '../../../domain/calendar-date.ts';
import { receivePacket } from '../../../service/packets/receive-packet.ts';
import { sendPacket } from '../../../service/packets/send-packet.ts';
import { createService } from '../../../service/service.ts';
import { startOffice } from '../../../service/setup.ts';
import { accepted } from '../../support/edition.ts';
import { testOfficeSetup } from '../../support/office.ts';
import { checkLog, digestLog } from '../../../db/change-log/check.ts';
import { createSigningKeys, nextHash, sealText, signText } from '../../../db/change-log/chain.ts';
import { type Parts, putTogether, takeApart } from './forge.ts';
import type { Pc } from './offices.ts';

/**
 * `node bomb.ts KIND`: a PC that trusts itself is given a packet that wants all its memory, and tells what became of it
 * and by how many megabytes it grew.
 */
const megabyte = 2 ** 20;
/** About as long as the longest honest line, that of a logo. */
const longLine = 4_000_000;
const third = 'Z'.repeat(22);
const keys = createSigningKeys();

const bodies: Record<string, () => Promise<Uint8Array>> = {
  zeros: () => compress(repeat('\n'.repeat(megabyte), 128)),
  line: () => compress(repeat('x'.repeat(megabyte), 128)),
  window: () =>
    compress(repeat('x'.repeat(megabyte), 1), {
      [constants.ZSTD_c_windowLog]: 30,
      [constants.ZSTD_c_enableLongDistanceMatching]: 1,
    }),
};

/** A device that is not known yet brings its row. */
function introduction({ clock: { ms }, service, userId }: Pc, sequence: number): string {
  const row = { name: 'Tercero', series: 'Z99', public_key: keys.publicKey };
  const at = ms * 1024 + sequence;
  return JSON.stringify([third, sequence, 1, at, Date.parse(service.now()), userId, 'device', third, 1, row]);
}

/** Lines of a third PC, properly announced, chained and sealed. */
const lines: Record<string, (pc: Pc) => Generator<string>> = {
  // A million small ones; the last of them is none.
  entries: function* (pc) {
    for (let sequence = 1; sequence < 1_000_000; sequence += 1) yield entryLine(pc, sequence, {});
    yield '[]';
  },
  brackets: function* () {
    yield '['.repeat(longLine);
  },
  names: function* (pc) {
    const members = Array.from({ length: longLine / 12 }, (_, index) => [`a${index}`, 1]);
    yield entryLine(pc, 1, Object.fromEntries(members));
  },
  // All of them are sound: they are to be taken in, but a few at a time.
  values: function* (pc) {
    const notes = 'x'.repeat(longLine);
    for (let sequence = 1; sequence <= 30; sequence += 1) yield entryLine(pc, sequence, { notes });
    yield introduction(pc, 31);
  },
  // Of one row that stands, in a column that a later version may have.
  onerow: function* (pc) {
    const name = { given_names: 'Ana', paternal_surname: 'Soto' };
    const portrait = 'x'.repeat(longLine);
    for (let sequence = 1; sequence <= 40; sequence += 1) {
      const delta = { ...(sequence === 1 ? name : {}), portrait };
      const fields = [third, sequence, 1, pc.clock.ms * 1024 + sequence, 0, 'u', 'person', third];
      yield JSON.stringify([...fields, sequence === 1 ? 1 : 0, delta]);
    }
    yield introduction(pc, 41);
  },
};

function entryLine({ clock: { ms } }: Pc, sequence: number, delta: object): string {
  const clockNow = ms * 1024 + sequence;
  return JSON.stringify([third, sequence, 1, clockNow, 0, 'u', 'small_thing', `k${sequence}`, 1, delta]);
}

function* repeat(piece: string, times: number): Generator<string> {
  for (let time = 0; time < times; time += 1) yield piece;
}

/** One frame: the reader looks at no other. */
function compress(pieces: Iterable<string>, params: Record<number, number> = {}): Promise<Uint8Array> {
  return buffer(Readable.from(pieces).pipe(createZstdCompress({ params })));
}

/** Puts lines into the packet as a third PC's section; answers the body. */
async function sealLines({ manifest }: Parts, source: Iterable<string>): Promise<Uint8Array> {
  let hash = '';
  let count = 0;
  function* chained(): Generator<string> {
    for (const line of source) {
      hash = nextHash(hash, line);
      count += 1;
      yield `${line}\n`;
    }
  }
  const body = await compress(chained());
  const device = { ...manifest.from, id: third, publicKey: keys.publicKey };
  const signature = signText(keys.signingKey, sealText(third, count, hash));
  manifest.sections = [{ device, after: 0, to: count, hashBefore: '', hash, signature }];
  manifest.entries = count;
  return body;
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
  const source = lines[kind]?.(pc);
  const body = source === undefined ? await bodies[kind]?.() : await sealLines(parts, source);
  const file = putTogether(pc, parts, body);
  // Making the bomb took memory, too: from here on the system counts anew.
  writeFileSync('/proc/self/clear_refs', '5');
  const before = readPeak();
  const how = { fileName: 'bomba.yachay', passphrase: null, acceptsSender: false };
  const { aside, applied, waiting } = accepted(await receivePacket(service, writer(), file, how));
  const isSound = checkLog(service.db).ok && digestLog(service.db) !== '';
  process.stdout.write(JSON.stringify({ aside, applied, waiting, grown: readPeak() - before, isSound }));
} finally {
  service.close();
  rmSync(folder, { recursive: true, force: true });
}
