import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { constants, createZstdDecompress } from 'node:zlib';
import { maximumLogoBytes } from '../../domain/office.ts';

/** The longest line an honest packet has is that of a logo, whose bytes are written as hexadecimal text. */
const maxLineBytes = 2 * maximumLogoBytes + 64 * 1024;
/** Ten years of an office are a quarter of this; without a bound, little on a stick could fill the disk. */
const maxBodyBytes = 1024 * 1024 * 1024;
/** 2^24 bytes are all the compressor of packets uses; a stranger's may not ask for more memory. */
const maxWindowLog = 24;

/** The body holds what no packet holds: lines without end, more than announced, or what is no compressed text. */
export class HostileBodyError extends Error {}

/**
 * The lines of a packet's body, a piece of the file at a time and never more than a line beyond it in memory. Throws
 * HostileBodyError as soon as there are more lines than the manifest announced, or one that is too long.
 */
export async function* readLines(
  file: string,
  { bodyAt, entries }: { bodyAt: number; entries: number },
): AsyncGenerator<string[], void> {
  const params = { [constants.ZSTD_d_windowLogMax]: maxWindowLog };
  const source = createReadStream(file, { start: bodyAt });
  const body = createZstdDecompress({ params });
  source.once('error', (error) => body.destroy(error));
  let rest: Buffer[] = [];
  let restBytes = 0;
  let count = 0;
  let bytes = 0;
  try {
    for await (const piece of source.pipe(body) as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > maxBodyBytes) throw new HostileBodyError('more than an office writes in its life');
      const end = piece.lastIndexOf(10);
      if (end < 0) {
        rest.push(piece);
        restBytes += piece.length;
        if (restBytes > maxLineBytes) throw new HostileBodyError('a line without end');
        continue;
      }
      const lines = decode(Buffer.concat([...rest, piece.subarray(0, end)])).split('\n');
      rest = [piece.subarray(end + 1)];
      restBytes = piece.length - end - 1;
      count += lines.length;
      if (count > entries) throw new HostileBodyError('more lines than announced');
      yield lines;
    }
  } catch (error) {
    const isCompression = error instanceof Error && 'code' in error && String(error.code).startsWith('ZSTD');
    throw isCompression ? new HostileBodyError(error.message) : error;
  } finally {
    source.destroy();
    body.destroy();
  }
  if (restBytes > 0 || count !== entries) throw new HostileBodyError('not the lines that were announced');
}

/** Bytes that are no text would be read as question marks, and whoever hands them on would write others. */
function decode(bytes: Buffer): string {
  if (!isUtf8(bytes)) throw new HostileBodyError('not text');
  return bytes.toString('utf8');
}
