import { ipcMain, MessageChannelMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron';
import { appOrigin } from './app-address.ts';
import { chooseBackup, chooseFolder } from './choosing.ts';
import { openDocument, saveDocument } from './documents.ts';
import type { HandedPackets } from './handed-packets.ts';
import type { ServiceProcess } from './service-process.ts';
import type { ShellTexts } from './texts.ts';

type Work = (event: IpcMainInvokeEvent, frame: WebFrameMain, ...given: unknown[]) => Promise<unknown>;

/** What stands behind the channels. */
export interface ShellParts {
  readonly service: ServiceProcess;
  readonly documentsFolder: string;
  readonly handedPackets: HandedPackets;
  readonly texts: ShellTexts;
}

/** The channels the preload uses. Every one answers, so that a refusal cannot read as success. */
export function answerPages({ service, documentsFolder, handedPackets, texts }: ShellParts): void {
  handle('request-service-port', async (_event, frame) => {
    const { port1, port2 } = new MessageChannelMain();
    service.connect(port1);
    frame.postMessage('service-port', null, [port2]);
  });
  handle('save-document', (event, _frame, documentId, suggestedName) =>
    saveDocument(documentsFolder, event.sender, documentId, suggestedName),
  );
  handle('open-document', (_event, _frame, documentId) => openDocument(documentsFolder, documentId));
  handle('choose-folder', (event) => chooseFolder(event.sender));
  handle('choose-backup', (event) => chooseBackup(event.sender, texts));
  handle('take-handed-packet', () => handedPackets.takeNext());
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
