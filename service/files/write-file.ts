import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { writeOut } from './write-out.ts';

/** DISK_FULL; NOT_WRITABLE: the folder or the medium may not be written; DEVICE_GONE: it is not there (any more). */
export type WriteRefusal = Refusal<'DISK_FULL' | 'NOT_WRITABLE' | 'DEVICE_GONE', { path: string }>;

/** What a half-written file is called until it is whole. */
export const unfinishedEnding = '.part';

/**
 * Writes a file whole or not at all: `fill` writes to a name beside the target, which is forced to the disk and
 * only then takes the target's name. Where it fails, what was there before stays, and the half-written is removed.
 */
export async function writeFileWhole(
  target: string,
  fill: (unfinished: string) => Promise<unknown>,
): Promise<null | WriteRefusal> {
  const unfinished = `${target}${unfinishedEnding}`;
  const stopWritingOut = writeOut(unfinished);
  try {
    await fill(unfinished).finally(stopWritingOut);
    await forceToDisk(unfinished);
    await rename(unfinished, target);
    await forceFolderToDisk(dirname(target));
    return null;
  } catch (error) {
    // Where the medium is gone, so is the file; nothing is worth saying beside the first error.
    await rm(unfinished, { force: true }).catch(() => undefined);
    return toWriteRefusal(error, target);
  }
}

/** An error of the file system (or of SQLite about it) as a refusal; anything else is thrown on. */
export function toWriteRefusal(error: unknown, path: string): WriteRefusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const tag = tagByCode[code];
  if (tag === undefined) throw error;
  return refuse(tag, { path });
}

const tagByCode: Readonly<Partial<Record<string, WriteRefusal['refused']>>> = {
  ENOSPC: 'DISK_FULL',
  EDQUOT: 'DISK_FULL',
  EFBIG: 'DISK_FULL',
  SQLITE_FULL: 'DISK_FULL',
  EACCES: 'NOT_WRITABLE',
  EPERM: 'NOT_WRITABLE',
  EROFS: 'NOT_WRITABLE',
  EISDIR: 'NOT_WRITABLE',
  ENOTDIR: 'NOT_WRITABLE',
  EEXIST: 'NOT_WRITABLE',
  EBUSY: 'NOT_WRITABLE',
  ETXTBSY: 'NOT_WRITABLE',
  ENAMETOOLONG: 'NOT_WRITABLE',
  SQLITE_READONLY: 'NOT_WRITABLE',
  SQLITE_READONLY_DIRECTORY: 'NOT_WRITABLE',
  SQLITE_CANTOPEN: 'NOT_WRITABLE',
  ENOENT: 'DEVICE_GONE',
  EIO: 'DEVICE_GONE',
  ENODEV: 'DEVICE_GONE',
  ENXIO: 'DEVICE_GONE',
  ENOTCONN: 'DEVICE_GONE',
  EHOSTDOWN: 'DEVICE_GONE',
  ESTALE: 'DEVICE_GONE',
  SQLITE_IOERR: 'DEVICE_GONE',
  SQLITE_IOERR_WRITE: 'DEVICE_GONE',
  SQLITE_IOERR_FSYNC: 'DEVICE_GONE',
};

async function forceToDisk(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** So that the new name survives a power cut. Windows has no such thing, and some file systems refuse it. */
async function forceFolderToDisk(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === null || code === 'EIO') throw error;
  }
}
