import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, shell, type WebContents } from 'electron';
import type { OpenOutcome, SaveOutcome } from '../domain/shell-bridge.ts';
import { documentFile, isDocumentId } from './app-address.ts';

/** Characters Windows refuses in a file name, and what would lead out of the folder. */
// oxlint-disable-next-line no-control-regex -- control characters are what must go
const unsafeCharacters = /[\s\\/:*?"<>|\u0000-\u001f]+/g;

export async function saveDocument(
  documentsFolder: string,
  contents: WebContents,
  documentId: unknown,
  suggestedName: unknown,
): Promise<SaveOutcome> {
  const source = documentFile(documentsFolder, requireDocumentId(documentId));
  const target = await askForTarget(contents, suggestFileName(suggestedName));
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

/** A file name from whatever the page suggests: no folders, nothing Windows refuses, always `.pdf`. */
export function suggestFileName(suggestion: unknown): string {
  const text = typeof suggestion === 'string' ? suggestion : '';
  const stem = text
    .replace(unsafeCharacters, ' ')
    .replace(/\.pdf$/i, '')
    .replace(/^[\s.]+|[\s.]+$/g, '');
  return `${stem.slice(0, 120).trimEnd() || 'Yachay'}.pdf`;
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

function systemCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  throw error;
}
