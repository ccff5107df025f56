import { parentPort, workerData } from 'node:worker_threads';
import { type BackupTask, runBackupTask } from './backup-task.ts';

/** What the worker says: how far it is, any number of times, then once the end. A fault ends it by an exception. */
export type BackupMessage = { tag: 'progress'; percent: number } | { tag: 'done'; result: unknown };

function say(message: BackupMessage): void {
  parentPort?.postMessage(message);
}

// Worker data has no type; it comes from run-backup-task.ts alone.
const result = await runBackupTask(workerData as BackupTask, (percent) => say({ tag: 'progress', percent }));
say({ tag: 'done', result });
