import type { WebContents } from 'electron';
import { findDocumentId, isPageAddress } from './app-address.ts';

/**
 * A page may only reload itself. Our documents open in the viewer instead, whichever way they are asked for;
 * everything else, other windows and embedded browsers included, is refused.
 */
export function lockNavigation(contents: WebContents, openDocument: (documentId: string) => void): void {
  const openIfDocument = (address: string): void => {
    const documentId = findDocumentId(address);
    if (documentId !== null) openDocument(documentId);
  };
  contents.on('will-navigate', (event) => {
    // A link inside a document must not turn the viewer into a page of the application.
    if (isPageAddress(event.url) && isPageAddress(contents.getURL())) return;
    event.preventDefault();
    openIfDocument(event.url);
  });
  contents.setWindowOpenHandler(({ url }) => {
    openIfDocument(url);
    return { action: 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
