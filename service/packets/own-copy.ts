import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { asideFolder, outgoingFolder } from './packet-folders.ts';

/** Twenty years of an office are less than this; whatever is longer is none of its packets. */
const maxPacketBytes = 512 * 1024 * 1024;

/**
 * Gives `use` a copy of a packet that nobody else writes: what lies on a stick or share could be another file after it
 * was checked. One that lies in this PC's own folders is used as it is. Null: too large to be a packet.
 */
export async function withOwnCopy<Result>(
  dataFolder: string,
  file: string,
  signal: AbortSignal | undefined,
  use: (copy: string) => Promise<Result>,
): Promise<Result | null> {
  if ((await stat(file)).size > maxPacketBytes) return null;
  if ([outgoingFolder(dataFolder), asideFolder(dataFolder)].includes(dirname(file))) return await use(file);
  const copy = join(outgoingFolder(dataFolder), `${randomUUID()}.arrived`);
  try {
    // What is written to it meanwhile is cut off, and found out.
    const source = createReadStream(file, { end: maxPacketBytes });
    await pipeline(source, createWriteStream(copy), { signal });
    return await use(copy);
  } finally {
    await rm(copy, { force: true });
  }
}
