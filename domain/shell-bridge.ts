/**
 * What the Electron shell offers to the page as `window.yachayShell`; a page without it runs in a browser,
 * over the loopback host. Types only: electron/preload.ts implements it, the renderer calls it.
 */
export interface ShellBridge {
  /** As Node names it: 'win32', 'linux' or 'darwin'. */
  readonly platform: string;
  /**
   * Asks for a port to the service. It arrives as a `message` event on `window` with data 'service-port' and
   * the port as its only transferred port, so listen before asking. The service closes the port when it ends:
   * ask again on the port's `close` event.
   */
  requestServicePort(): Promise<void>;
  /** Lets the user choose where a copy of the document goes. `suggestedName` is a file name, not a path. */
  saveDocument(documentId: string, suggestedName: string): Promise<SaveOutcome>;
  /** Opens the document in the system's own viewer. */
  openDocument(documentId: string): Promise<OpenOutcome>;
}

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly path: string }
  | { readonly outcome: 'cancelled' }
  /** `code` is the system's: 'ENOSPC', 'EACCES', 'EBUSY'… */
  | { readonly outcome: 'failed'; readonly code: string };

export type OpenOutcome =
  | { readonly outcome: 'opened' }
  /** `reason` is the system's own sentence. */
  | { readonly outcome: 'failed'; readonly reason: string };
