import { BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron';
import type { ShellTexts } from './texts.ts';

/** The path of a folder of this PC; null if the user thinks better of it. */
export function chooseFolder(contents: WebContents): Promise<string | null> {
  return choose(contents, { properties: ['openDirectory', 'createDirectory'] });
}

/** The path of a backup, locked or not. */
export function chooseBackup(contents: WebContents, texts: ShellTexts): Promise<string | null> {
  return choose(contents, {
    properties: ['openFile'],
    filters: [
      { name: texts.backups, extensions: ['db', 'age'] },
      { name: texts.allFiles, extensions: ['*'] },
    ],
  });
}

async function choose(contents: WebContents, options: OpenDialogOptions): Promise<string | null> {
  const window = BrowserWindow.fromWebContents(contents);
  const { canceled, filePaths } = await (window === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(window, options));
  return canceled ? null : (filePaths[0] ?? null);
}
