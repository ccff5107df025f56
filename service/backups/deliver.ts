import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, rename, stat } from 'node:fs/promises';
import { refuse, type Refusal } from '../../domain/refusal.ts';
import { type AgeLock, encryptFile } from '../files/age.ts';
import { writeFileWhole, type WriteRefusal } from '../files/write-file.ts';

/** Where a checked copy is to go; locked with a key, or as it is. */
export interface Delivery {
  target: string;
  lock: AgeLock | null;
}

/** What came of a delivery. DAMAGED: what can be read back is not what was written. */
export type Delivered = { path: string; byteSize: number } | WriteRefusal | Refusal<'DAMAGED'>;

class UnlikeError extends Error {}

/** Brings a copy to its place, whole or not at all, and reads back what was written. */
export async function deliver(copy: string, { target, lock }: Delivery): Promise<Delivered> {
  try {
    const refusal = await writeFileWhole(target, async (unfinished) => {
      const written =
        lock === null ? await copyWhole(copy, unfinished) : await encryptFile(copy, unfinished, lock);
      if ((await hashFile(unfinished)) !== written) throw new UnlikeError(target);
    });
    return refusal ?? { path: target, byteSize: (await stat(target)).size };
  } catch (error) {
    if (error instanceof UnlikeError) return refuse('DAMAGED');
    throw error;
  }
}

/** Gives a copy that lies in its folder already its own name. */
export async function deliverInPlace(copy: string, target: string): Promise<Delivered> {
  const refusal = await writeFileWhole(target, (unfinished) => rename(copy, unfinished));
  return refusal ?? { path: target, byteSize: (await stat(target)).size };
}

async function copyWhole(source: string, target: string): Promise<string> {
  await copyFile(source, target);
  return hashFile(source);
}

async function hashFile(path: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(path)) digest.update(piece);
  return digest.digest('hex');
}
