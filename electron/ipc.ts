import { ipcMain, MessageChannelMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import { appOrigin } from './app-address.ts';
import { openDocument, saveDocument } from './documents.ts';
import type { ServiceProcess } from './service-process.ts';

type Work = (event: IpcMainInvokeEvent, frame: WebFrameMain, ...given: unknown[]) => Promise<unknown>;

/** The channels the preload uses. Every one answers, so that a refusal cannot read as success. */
export function answerPages(service: ServiceProcess, documentsFolder: string): void {
  handle('request-service-port', async (_event, frame) => {
    const { port1, port2 } = new MessageChannelMain();
    service.connect(port1);
    frame.postMessage('service-port', null, [port2]);
  });
  handle('save-document', (event, _frame, documentId, suggestedName) =>
    saveDocument(documentsFolder, event.sender, documentId, suggestedName),
  );
  handle('open-document', (_event, _frame, documentId) => openDocument(documentsFolder, documentId));
}

function handle(channel: string, work: Work): void {
  ipcMain.handle(channel, (event, ...given: unknown[]) => {
    const frame = event.senderFrame;
    if (!isOurPage(frame)) throw new Error(`${channel}: refused, the sender is not the application's page`);
    return work(event, frame, ...given);
  });
}

/** A main frame of our own origin. A sandboxed or foreign frame has another origin, an embedded one a parent. */
function isOurPage(frame: WebFrameMain | null): frame is WebFrameMain {
  return frame !== null && frame.parent === null && frame.origin === appOrigin;
}
