import { inflateRawSync } from 'node:zlib';

/** What a look into a zip file tells before a reader unpacks it; null where it is no zip that can be listed. */
export interface ZipContents {
  names: string[];
  /** Entries together are larger than allowed once unpacked, whatever their headers claim. */
  isTooLarge: boolean;
  /** Text of an entry, if it is there and short. */
  readText: (name: string) => string | null;
}

interface Entry {
  name: string;
  method: number;
  packed: Uint8Array;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;

/** Lists a zip file and measures what its entries unpack to, stopping at `maxBytes`. */
export function inspectZip(bytes: Uint8Array, maxBytes: number): ZipContents | null {
  const entries = listEntries(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (entries === null) return null;
  return {
    names: entries.map((entry) => entry.name),
    isTooLarge: !fits(entries, maxBytes),
    readText: (name) => {
      const entry = entries.find((candidate) => candidate.name === name);
      const content = entry && unpack(entry, 1_000_000);
      return content ? new TextDecoder().decode(content) : null;
    },
  };
}

function listEntries(zip: Buffer): Entry[] | null {
  const end = findEnd(zip);
  if (end < 0) return null;
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (at + 46 > zip.length || zip.readUInt32LE(at) !== entrySignature) return null;
    const nameLength = zip.readUInt16LE(at + 28);
    const header = zip.readUInt32LE(at + 42);
    if (header + 30 > zip.length) return null;
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      packed: zip.subarray(start, start + zip.readUInt32LE(at + 20)),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** The end record is the last 22 bytes and a comment of up to 65,535. */
function findEnd(zip: Buffer): number {
  for (let at = zip.length - 22; at >= Math.max(0, zip.length - 65_557); at -= 1) {
    if (zip.readUInt32LE(at) === endSignature) return at;
  }
  return -1;
}

function fits(entries: readonly Entry[], maxBytes: number): boolean {
  let left = maxBytes;
  for (const entry of entries) {
    const content = unpack(entry, left);
    if (content === null) return false;
    left -= content.length;
  }
  return true;
}

/** The content, or null where it is larger than `maxBytes`; a damaged entry counts as empty: the reader will say so. */
function unpack(entry: Entry, maxBytes: number): Uint8Array | null {
  if (entry.method !== 8) return entry.packed.length <= maxBytes ? entry.packed : null;
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, maxBytes) });
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? null : new Uint8Array();
  }
}
