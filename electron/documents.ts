import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron';
import type { OpenOutcome, SaveOutcome } from '../domain/shell-bridge.ts';
import { documentFile, isDocumentId } from './app-address.ts';
import { suggestFileName } from './file-name.ts';
import { systemCode } from './system-code.ts';

export async function saveDocument(
  documentsFolder: string,
  contents: WebContents,
  documentId: unknown,
  suggestedName: unknown,
): Promise<SaveOutcome> {
  const source = documentFile(documentsFolder, requireDocumentId(documentId));
  const target = await askForTarget(contents, suggestFileName(suggestedName, 'pdf'));
  if (target === null) return { outcome: 'cancelled' };
  try {
    await copyFile(source, target);
    return { outcome: 'saved', path: target };
  } catch (error) {
    return { outcome: 'failed', code: systemCode(error) };
  }
}

export async function openDocument(documentsFolder: string, documentId: unknown): Promise<OpenOutcome> {
  const reason = await shell.openPath(documentFile(documentsFolder, requireDocumentId(documentId)));
  return reason === '' ? { outcome: 'opened' } : { outcome: 'failed', reason };
}

async function askForTarget(contents: WebContents, fileName: string): Promise<string | null> {
  const options = {
    defaultPath: join(app.getPath('documents'), fileName),
    filters: [{ name: 'PDF', extensions: ['pdf'] }],
  };
  const window = BrowserWindow.fromWebContents(contents);
  const answer = await (window === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(window, options));
  return answer.canceled || answer.filePath === '' ? null : answer.filePath;
}

function requireDocumentId(documentId: unknown): string {
  if (!isDocumentId(documentId)) throw new Error('not the id of a document');
  return documentId;
}
