import { type FileHandle, open } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

/** The disk takes some megabytes in that time. */
const pauseMs = 15;

/**
 * Has the disk take a file bit by bit while somebody else, perhaps another thread, fills it. Otherwise all of it is
 * asked for at its end, and whatever must be on the same disk at that moment, as a mark of attendance, waits for that.
 * Answers how to stop.
 */
export function writeOut(path: string): () => Promise<void> {
  const ending = new AbortController();
  // Whoever fills the file hears of a fault of the disk; here only haste is lost.
  const ended = writeOutUntil(path, ending.signal).catch(() => undefined);
  return async () => {
    ending.abort();
    await ended;
  };
}

async function writeOutUntil(path: string, signal: AbortSignal): Promise<void> {
  let file: FileHandle | null = null;
  try {
    for (;;) {
      await setTimeout(pauseMs, undefined, { signal, ref: false });
      file ??= await open(path, 'r+').catch(() => null);
      await file?.datasync();
    }
  } finally {
    await file?.close();
  }
}
