import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { DocumentProblem, DocumentRequest } from '../../domain/documents.ts';
import type { DocumentTask } from './compile-document.ts';
import type { DocumentMessage } from './documents-worker.ts';

export interface RenderOptions {
  /** Holds templates/ and fonts/. */
  resourcesFolder: string;
  /** Aborting ends the work at once; the promise rejects with an AbortError. */
  signal?: AbortSignal;
  /** Pages done of all pages. */
  onProgress?: (progress: { done: number; total: number }) => void;
}

export interface RenderedDocument {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

/** The document cannot be made of this data; `problem` says why. */
export class DocumentRefusedError extends Error {
  override readonly name = 'DocumentRefusedError';
  readonly problem: DocumentProblem;

  constructor(problem: DocumentProblem) {
    super(`the document cannot be made: ${problem.tag}`);
    this.problem = problem;
  }
}

const isSource = import.meta.url.endsWith('.ts');

/** The compiler's code: in its package beside the sources, or copied beside the bundle. */
function findWasm(): string {
  return isSource
    ? createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-web-compiler/wasm')
    : fileURLToPath(new URL('./typst_ts_web_compiler_bg.wasm', import.meta.url));
}

/**
 * Makes the PDF of a request in a worker of its own. The same request gives the same bytes. Rejects with a
 * DocumentRefusedError where the data cannot be printed, with an AbortError when cancelled.
 */
export function renderDocument(
  request: DocumentRequest,
  { resourcesFolder, signal, onProgress }: RenderOptions,
): Promise<RenderedDocument> {
  const workerData: DocumentTask = { request, resourcesFolder, wasmFile: findWasm() };
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) return reject(createAbortError());
    const worker = isSource
      ? new Worker(new URL('./documents-worker.ts', import.meta.url), { workerData })
      : new Worker(new URL('./documents-worker.js', import.meta.url), { workerData });
    const cancel = () => finish(() => reject(createAbortError()));
    const finish = (settle: () => void) => {
      signal?.removeEventListener('abort', cancel);
      void worker.terminate().then(settle);
    };
    signal?.addEventListener('abort', cancel);
    worker.on('message', (message: DocumentMessage) => {
      if (message.tag === 'progress') onProgress?.({ done: message.done, total: message.total });
      else if (message.tag === 'refused') finish(() => reject(new DocumentRefusedError(message.problem)));
      else finish(() => resolve({ pdf: message.pdf, pages: message.pages }));
    });
    worker.on('error', (error) => finish(() => reject(error)));
  });
}

function createAbortError(): DOMException {
  return new DOMException('the document was cancelled', 'AbortError');
}
