import { Worker } from 'node:worker_threads';
import type { SheetTable } from '../../domain/sheet-table.ts';
import type { ReadRequest } from './imports-worker.ts';
import type { ReadProblem } from './read-problem.ts';
import type { ReadSheetOptions } from './read-sheet.ts';

/** Memory a reading may take: a list of 100,000 rows needs about half of it. */
const maxHeapMb = 1200;

/** The worker's source when run from source, its bundle beside this one's when built. */
const workerFile = import.meta.url.endsWith('.ts') ? './imports-worker.ts' : './imports-worker.js';

/**
 * Reads a sheet in a worker thread, so that nothing else waits; one that runs out of memory is a problem of the file.
 * Aborting ends the worker at once and rejects with the signal's reason.
 */
export function readSheetInWorker(
  bytes: Uint8Array,
  fileName: string,
  {
    signal,
    maxHeap = maxHeapMb,
    ...options
  }: ReadSheetOptions & { signal?: AbortSignal; maxHeap?: number } = {},
): Promise<SheetTable | ReadProblem> {
  const request: ReadRequest = { bytes, fileName, options };
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const worker = new Worker(new URL(workerFile, import.meta.url), {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: maxHeap },
    });
    const abort = () => {
      reject(signal?.reason);
      void worker.terminate();
    };
    signal?.addEventListener('abort', abort, { once: true });
    worker.once('message', resolve);
    worker.once('error', (error) =>
      isOutOfMemory(error) ? resolve({ problem: 'outOfMemory' }) : reject(error),
    );
    worker.once('exit', () => signal?.removeEventListener('abort', abort));
  });
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
