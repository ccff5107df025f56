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
  /** Lets the user choose a folder, by the system's own dialog: its path, or null if they think better of it. */
  chooseFolder(): Promise<string | null>;
  /** The same for the file of a backup. */
  chooseBackup(): Promise<string | null>;
  /**
   * The next packet that was opened from outside, by a double click on its file, and that no page has taken yet; null:
   * none. A `message` event on `window` with data 'packet-handed' says that there is one. It is for the user to say
   * whether it is taken in.
   */
  takeHandedPacket(): Promise<HandedPacket | null>;
}

export type HandedPacket =
  | { readonly outcome: 'read'; readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }
  /** `code` is the system's: 'ENOENT', 'EACCES', 'EFBIG'… */
  | { readonly outcome: 'failed'; readonly name: string; readonly code: string };

export type SaveOutcome =
  | { readonly outcome: 'saved'; readonly path: string }
  | { readonly outcome: 'cancelled' }
  /** `code` is the system's: 'ENOSPC', 'EACCES', 'EBUSY'… */
  | { readonly outcome: 'failed'; readonly code: string };

export type OpenOutcome =
  | { readonly outcome: 'opened' }
  /** `reason` is the system's own sentence. */
  | { readonly outcome: 'failed'; readonly reason: string };
