import type { PDFDocumentProxy } from 'pdfjs-dist';
import workerAddress from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import { useEffect, useState } from 'react';

/** Where a PDF is (an address of this origin), or its bytes. */
export type PdfSource = string | Uint8Array | Blob;

/** The reader is as large as the rest of the page, so it is fetched with the first document. */
async function openPdf(source: PdfSource) {
  const { getDocument, GlobalWorkerOptions } = await import('pdfjs-dist');
  GlobalWorkerOptions.workerSrc = workerAddress;
  // The reader takes the bytes over into its worker, so it gets a copy of them.
  const place =
    typeof source === 'string'
      ? { url: source }
      : { data: source instanceof Blob ? new Uint8Array(await source.arrayBuffer()) : source.slice() };
  // WebAssembly would need 'wasm-unsafe-eval' in the policy, and our documents need none of its decoders.
  return getDocument({ ...place, useWasm: false, useSystemFonts: false, enableXfa: false });
}

/** Opens a PDF, and the next one in its place; the old one stays on screen until the new one is there. */
export function usePdf(source: PdfSource | null): { pdf: PDFDocumentProxy | null; hasFailed: boolean } {
  const [pdf, setPdf] = useState<PDFDocumentProxy | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    setHasFailed(false);
    if (source === null) {
      setPdf(null);
      return;
    }
    let isCurrent = true;
    const task = openPdf(source);
    task
      .then((opening) => opening.promise)
      .then((opened) => {
        if (isCurrent) setPdf(opened);
      })
      .catch(() => {
        if (isCurrent) setHasFailed(true);
      });
    return () => {
      isCurrent = false;
      void task.then((opening) => opening.destroy());
    };
  }, [source]);
  return { pdf, hasFailed };
}
