import { parentPort, workerData } from 'node:worker_threads';
import { readSheet, type ReadSheetOptions } from './read-sheet.ts';

/** What `readSheetInWorker` hands over. */
export interface ReadRequest {
  bytes: Uint8Array;
  fileName: string;
  options: ReadSheetOptions;
}

// Worker data has no type; it comes from run-read.ts alone.
const { bytes, fileName, options } = workerData as ReadRequest;
parentPort?.postMessage(readSheet(bytes, fileName, options));
