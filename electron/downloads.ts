import { dirname, join } from 'node:path';
import { app, dialog, type DownloadItem, type Session, type WebContents } from 'electron';
import { appOrigin, findDocumentId, isPageAddress } from './app-address.ts';
import { suggestFileName } from './file-name.ts';
import type { ShellTexts } from './texts.ts';

interface Savable {
  readonly fileName: string;
  readonly ending: 'pdf' | 'yachay';
}

/**
 * Two things are saved by way of a download: a packet that the page made, and a document from the viewer's own button.
 * The user says where; everything else is refused.
 */
export function answerDownloads(session: Session, texts: ShellTexts): void {
  // The stick where the last one went is most often where the next one goes.
  let folder = app.getPath('documents');
  session.on('will-download', (event, item, contents) => {
    const savable = findSavable(item, contents);
    if (savable === null) return event.preventDefault();
    const { fileName, ending } = savable;
    item.setSaveDialogOptions({
      defaultPath: join(folder, fileName),
      filters: [{ name: texts[ending], extensions: [ending] }],
    });
    item.once('done', (_event, state) => {
      if (state === 'completed') folder = dirname(item.getSavePath());
      // The page cannot know: to it a download is over when it begins.
      if (state === 'interrupted') dialog.showErrorBox(texts.notSaved, texts.notSavedDetail(fileName));
    });
  });
}

function findSavable(item: DownloadItem, contents: WebContents): Savable | null {
  const address = item.getURL();
  if (findDocumentId(address) !== null) {
    return { fileName: suggestFileName(contents.getTitle(), 'pdf'), ending: 'pdf' };
  }
  const isOfPage = address.startsWith(`blob:${appOrigin}/`) && isPageAddress(contents.getURL());
  if (!isOfPage || !/\.yachay$/i.test(item.getFilename())) return null;
  return { fileName: suggestFileName(item.getFilename(), 'yachay'), ending: 'yachay' };
}
