import { Worker } from 'node:worker_threads';
import type { BackupResults, BackupTask } from './backup-task.ts';
import type { BackupMessage } from './backups-worker.ts';

export interface TaskOptions {
  /** Aborting ends the task; the promise rejects with the signal's reason. */
  signal?: AbortSignal | undefined;
  onPercent?: ((percent: number) => void) | undefined;
}

/** The worker's source when run from source, its bundle beside this one's when built. */
const workerFile = import.meta.url.endsWith('.ts') ? './backups-worker.ts' : './backups-worker.js';

/** Does a task in a worker of its own. What it was in the middle of is left to whoever started it. */
export function runInWorker<Kind extends BackupTask['kind']>(
  task: BackupTask & { kind: Kind },
  { signal, onPercent }: TaskOptions = {},
): Promise<BackupResults[Kind]> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(signal.reason);
      return;
    }
    const worker = new Worker(new URL(workerFile, import.meta.url), { workerData: task });
    const end = (settle: () => void) => {
      signal?.removeEventListener('abort', cancel);
      void worker.terminate().then(settle);
    };
    const cancel = () => end(() => reject(signal?.reason));
    signal?.addEventListener('abort', cancel, { once: true });
    worker.on('message', (message: BackupMessage) => {
      if (message.tag === 'progress') onPercent?.(message.percent);
      else end(() => resolve(message.result as BackupResults[Kind]));
    });
    worker.on('error', (error) => end(() => reject(error)));
  });
}
