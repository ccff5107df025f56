import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { suggestFileName } from '../../electron/file-name.ts';
import { createHandedPackets } from '../../electron/handed-packets.ts';
import { answerPages } from '../../electron/ipc.ts';
import { shellTexts } from '../../electron/texts.ts';
import { dialog, ipcMain, resetElectron, shell } from './electron-double.ts';

vi.mock('electron', () => import('./electron-double.ts'));

const documentId = '0Ab1Cd2Ef3Gh4Ij5Kl6Mn7';
const ourFrame = { origin: 'app://yachay', parent: null };
let folder = '';

function invoke(channel: string, senderFrame: unknown, ...given: unknown[]): Promise<unknown> {
  const handler = ipcMain.handlers.get(channel);
  if (handler === undefined) throw new Error(`no channel ${channel}`);
  return Promise.resolve().then(() => handler({ senderFrame, sender: {} }, ...given));
}

beforeEach(() => {
  resetElectron();
  folder = mkdtempSync(join(tmpdir(), 'yachay-documents-'));
  writeFileSync(join(folder, `${documentId}.pdf`), '%PDF-1.7');
  answerPages({
    service: { connect: () => undefined, stop: () => Promise.resolve() },
    documentsFolder: folder,
    handedPackets: createHandedPackets(),
    texts: shellTexts('es-BO'),
  });
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a channel of the shell', () => {
  it.each([
    ['a foreign page', { origin: 'https://example.org', parent: null }],
    ['a host that only begins like ours', { origin: 'app://yachay.example', parent: null }],
    ['a sandboxed frame', { origin: 'null', parent: null }],
    ['an embedded frame of our own', { origin: 'app://yachay', parent: ourFrame }],
    ['a frame that is already gone', null],
  ])('refuses %s, and the refusal is an error', async (_sender, frame) => {
    for (const channel of ipcMain.handlers.keys()) {
      await expect(invoke(channel, frame, documentId, 'Lista')).rejects.toThrow('refused');
    }
    expect(dialog.showSaveDialog).not.toHaveBeenCalled();
    expect(dialog.showOpenDialog).not.toHaveBeenCalled();
    expect(shell.openPath).not.toHaveBeenCalled();
  });

  it('is one of six', () => {
    expect([...ipcMain.handlers.keys()]).toEqual([
      'request-service-port',
      'save-document',
      'open-document',
      'choose-folder',
      'choose-backup',
      'take-handed-packet',
    ]);
  });
});

describe('saving a document', () => {
  it('copies it to the place the user chooses, under the suggested name', async () => {
    const target = join(folder, 'copia.pdf');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath: target });
    expect(await invoke('save-document', ourFrame, documentId, 'Lista de firmas')).toEqual({
      outcome: 'saved',
      path: target,
    });
    expect(readFileSync(target, 'utf8')).toBe('%PDF-1.7');
    expect(dialog.showSaveDialog.mock.lastCall?.[0]).toMatchObject({
      defaultPath: '/home/office/documents/Lista de firmas.pdf',
    });
  });

  it('does nothing when the user cancels', async () => {
    expect(await invoke('save-document', ourFrame, documentId, 'Lista')).toEqual({ outcome: 'cancelled' });
  });

  it('tells with which code the system refused', async () => {
    const filePath = join(folder, 'missing', 'copia.pdf');
    dialog.showSaveDialog.mockResolvedValueOnce({ canceled: false, filePath });
    expect(await invoke('save-document', ourFrame, documentId, 'Lista')).toEqual({
      outcome: 'failed',
      code: 'ENOENT',
    });
  });

  it.each(['../../etc/passwd', '0Ab1Cd2Ef3Gh4Ij5Kl6Mn7.pdf', '', 7, null, undefined])(
    'refuses %j as an id, before any dialog',
    async (forged) => {
      await expect(invoke('save-document', ourFrame, forged, 'Lista')).rejects.toThrow('not the id');
      await expect(invoke('open-document', ourFrame, forged)).rejects.toThrow('not the id');
      expect(dialog.showSaveDialog).not.toHaveBeenCalled();
      expect(shell.openPath).not.toHaveBeenCalled();
    },
  );

  it.each([
    ['Lista de firmas', 'Lista de firmas.pdf'],
    ['Certificados 2026.PDF', 'Certificados 2026.pdf'],
    ['../../.bashrc', 'bashrc.pdf'],
    ['C:\\Windows\\win.ini', 'C Windows win.ini.pdf'],
    ['Curso: «Pan» <1>?', 'Curso «Pan» 1.pdf'],
    ['ñandú\u0000\n', 'ñandú.pdf'],
    ['', 'Yachay.pdf'],
    [undefined, 'Yachay.pdf'],
    ['x'.repeat(500), `${'x'.repeat(120)}.pdf`],
  ])('suggests for %j the file name %j', (suggestion, fileName) => {
    expect(suggestFileName(suggestion, 'pdf')).toBe(fileName);
  });
});

describe("opening a document in the system's viewer", () => {
  it('opens the file of that document', async () => {
    expect(await invoke('open-document', ourFrame, documentId)).toEqual({ outcome: 'opened' });
    expect(shell.openPath).toHaveBeenCalledExactlyOnceWith(join(folder, `${documentId}.pdf`));
    expect(existsSync(join(folder, `${documentId}.pdf`))).toBe(true);
  });

  it('passes on what the system says when it cannot', async () => {
    shell.openPath.mockResolvedValueOnce('No application is registered');
    expect(await invoke('open-document', ourFrame, documentId)).toEqual({
      outcome: 'failed',
      reason: 'No application is registered',
    });
  });
});
