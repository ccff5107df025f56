import { parentPort, workerData } from 'node:worker_threads';
import type { DocumentProblem } from '../../domain/documents.ts';
import type { CompiledDocument } from './typst.ts';
import { compileDocument, type DocumentTask } from './compile-document.ts';

/** What the worker says: any number of times how far it is, then once the end. A fault ends it by an exception. */
export type DocumentMessage =
  | { tag: 'progress'; done: number; total: number }
  | { tag: 'refused'; problem: DocumentProblem }
  | ({ tag: 'done' } & CompiledDocument);

function say(message: DocumentMessage, transfer: ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}

const task: DocumentTask = workerData;
const outcome = await compileDocument(task, (done, total) => say({ tag: 'progress', done, total }));
if ('problem' in outcome) say({ tag: 'refused', problem: outcome.problem });
else say({ tag: 'done', ...outcome }, [outcome.pdf.buffer]);
